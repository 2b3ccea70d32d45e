#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/obligation.hpp"

/// What an agency still owed when it ended: those who answer for it today, by the decisions about
/// agencies, see it, report it and explain it as their own people do. It stays where it was, late
/// as it was; nobody else gets a right by a merger.
namespace caicach::obligation
{

/// Of one agency; mergers into mergers included.
inline constexpr int predecessors_max = 100;

/// Asks the decisions once, and each heir's name.
class Heirs
{
public:
    Heirs(database::Transaction& transaction, Date today)
        : m_transaction(transaction), m_today(today)
    {
    }

    /// Who answers today for what the agency did on that day, whoever has most of it first; none
    /// while it goes on, in whatever part, or where nobody took over.
    [[nodiscard]] Result<std::vector<organisation::AgencyId>> of(organisation::AgencyId agency,
                                                                 Date day);
    [[nodiscard]] Result<std::vector<organisation::AgencyId>> of(const Obligation& obligation);
    /// As named on that day, with who answers for it now: "Sở Tư pháp (nay: Sở Nội vụ)".
    [[nodiscard]] Result<std::string> named(const organisation::AgencySummary& agency);
    /// "Sở Nội vụ, Sở Tài chính"; empty where there are none.
    [[nodiscard]] Result<std::string> names_of(organisation::AgencyId agency, Date day);

private:
    [[nodiscard]] Result<std::string_view> name_of(organisation::AgencyId heir);

    database::Transaction& m_transaction;
    Date m_today;
    std::optional<organisation::Succession> m_succession{};
    std::map<organisation::AgencyId, std::string> m_names{};  ///< of heirs
};

/// Whether the actor may about the agency that owes it, or about one that answers for it now.
[[nodiscard]] Result<bool> may_for(const Context& context, database::Transaction& transaction,
                                   const Permission& permission, const Obligation& obligation);
/// forbidden as Context::require is.
[[nodiscard]] Result<void> require_for(const Context& context, database::Transaction& transaction,
                                       const Permission& permission, const Obligation& obligation);

/// Whose work a result is: the agency's that owes it; of one that ended, that of the heir for whom
/// the actor acts, else of the heir who has most of it.
[[nodiscard]] Result<organisation::AgencyId> doing_agency(const Context& context,
                                                          database::Transaction& transaction,
                                                          const Obligation& obligation);

/// The agencies that ended and for whom this one answers today, alone or with others.
[[nodiscard]] Result<std::vector<organisation::AgencyId>> predecessors_of(
    database::Transaction& transaction, organisation::AgencyId agency, Date today);

}  // namespace caicach::obligation
