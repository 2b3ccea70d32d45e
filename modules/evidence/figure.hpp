#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "evidence/fact.hpp"

/// Part of the module's door (api.hpp includes it): numbers that are computed from facts, by key.
/// Whoever shows one can open its facts.
namespace caicach::evidence
{

/// Which number, what it says, and which facts it adds up: those of a kind, or of a product.
struct Figure {
    std::string key{};         ///< "evidence.article": module, dot, what; for ever
    std::string text{};        ///< "Tin, bài"
    std::string unit{};        ///< "tin, bài"
    std::string definition{};  ///< one sentence, printed beside it
    std::string kind{};        ///< a FactKind's key; empty: all kinds of the product
    std::string product{};     ///< a Product's key; empty: all products of the kind
};

/// Asked for the list of figures: each module adds its own. The products are here already.
struct FiguresAsked {
    std::vector<Figure>* figures{};
};
/// In the order of their modules.
[[nodiscard]] Result<std::vector<Figure>> figures(Context& context,
                                                  database::Transaction& transaction);
/// not_found "evidence.figure.not_found".
[[nodiscard]] Result<Figure> figure_of(Context& context, database::Transaction& transaction,
                                       std::string_view key);

/// Whole months, from the one of `from` to the one of `to`.
struct Months {
    Date from{};
    Date to{};
};

/// By whom a figure is told: by the agencies as they were then, or by those who answer for them
/// now. The month in which an agency ended passes on as a whole.
enum class Rollup { as_then, as_now };

/// In the order of the ids.
[[nodiscard]] Result<std::vector<organisation::Total>> amounts_of(
    database::Transaction& transaction, const Figure& figure, const Months& months, Rollup rollup,
    Date today);

/// What one agency of now answers for: whose it was, how many then, and how large its share is.
struct Origin {
    organisation::AgencyId agency{};
    std::int64_t amount{};
    int share{};  ///< in ten-thousandths
};
[[nodiscard]] Result<std::vector<Origin>> origins_of(database::Transaction& transaction,
                                                     const Figure& figure, const Months& months,
                                                     organisation::AgencyId agency, Date today);

}  // namespace caicach::evidence
