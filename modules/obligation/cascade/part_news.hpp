#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

/// What one submission means to the units: gathered part by part, and told once to each unit's
/// officers and heads, on the bell and by letter.
class PartNews
{
public:
    enum class Step { given, changed, withdrawn };

    PartNews(Context& context, database::Transaction& transaction)
        : m_context(context), m_transaction(transaction)
    {
    }

    /// `text` is the giver's: the note, or the reason. Of several parts of a unit the first one is
    /// named, and the others are counted.
    void add(Step step, const Obligation& part, std::string_view text);
    [[nodiscard]] Result<void> send();

private:
    struct Told {
        Step step{Step::given};
        Obligation part{};
        std::string text{};
        int others{};
        Date last_due{};  ///< of the others
    };
    [[nodiscard]] Result<void> send(const Told& told);

    Context& m_context;
    database::Transaction& m_transaction;
    std::map<organisation::AgencyId, Told> m_told{};
};

}  // namespace caicach::obligation
