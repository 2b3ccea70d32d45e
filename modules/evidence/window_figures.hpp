#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/window.hpp"
#include "evidence/figure.hpp"

/// Part of the module's door (api.hpp includes it): figures over any days, exact to the day. A
/// report's period may begin on the 15th, and an agency may end within a month.
namespace caicach::evidence
{

/// What an agency has of a figure, and of how many facts it comes.
struct AgencyAmount {
    organisation::AgencyId agency{};
    std::string figure{};  ///< its key
    std::int64_t amount{};
    std::int64_t facts{};  ///< 0 where the figure counts agencies
};

/// By the agencies as they were then, or by those who answer for them on `day`.
struct FigureRollup {
    Rollup rollup{Rollup::as_now};
    Date day{};
};

/// Of all agencies: figure after figure as asked, by the ids of the agencies; who has none is left
/// out. Figures that count the agencies of a group tell of all who inspected any. not_found
/// "evidence.figure.not_found".
[[nodiscard]] Result<std::vector<AgencyAmount>> amounts_in(Context& context,
                                                           database::Transaction& transaction,
                                                           std::span<const std::string> figures,
                                                           const calendar::Window& window,
                                                           const FigureRollup& rollup);

/// What one agency answers for on `day` of all that happened in the window: its own, and its share
/// of what agencies did that it came after.
struct Answering {
    organisation::AgencyId agency{};
    calendar::Window window{};
    Date day{};
};
/// One for each key, in their order, 0 too: what a report is filled in with. The same numbers as
/// `amounts_in` by those who answer. not_found "evidence.figure.not_found".
[[nodiscard]] Result<std::vector<AgencyAmount>> amounts_of_agency(
    Context& context, database::Transaction& transaction, std::span<const std::string> figures,
    const Answering& asked);
/// Whose facts that were, how many then, and with which share they count here.
[[nodiscard]] Result<std::vector<Origin>> origins_in(Context& context,
                                                     database::Transaction& transaction,
                                                     std::string_view figure,
                                                     const Answering& asked);

/// The facts behind one number, for what must be proven later: each that counts in it, of whatever
/// share, agency by agency in the order they happened. Of a figure that counts agencies, all that
/// reached any.
struct FactCodes {
    std::vector<std::string> codes{};  ///< the first `limit`
    std::int64_t facts{};              ///< how many there are
    std::string sha256{};              ///< of all codes, each followed by a line feed
};
/// One for each key, in their order; the ledger is read once for all of them. not_found
/// "evidence.figure.not_found".
[[nodiscard]] Result<std::vector<FactCodes>> fact_codes_of(Context& context,
                                                           database::Transaction& transaction,
                                                           std::span<const std::string> figures,
                                                           const Answering& asked,
                                                           std::size_t limit);

/// The list of what an agency, as it was, has in a figure; whom it reached, where that is counted.
[[nodiscard]] std::string facts_path_of(const Figure& figure, const calendar::Window& window,
                                        std::string_view agency_slug);

}  // namespace caicach::evidence
