#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/agency_record.hpp"

/// A named group as its page shows it, and how the coordinator changes it.
namespace caicach::organisation
{

/// Agencies of a kind are members while the rule holds.
struct GroupRule {
    Kind kind{};
    Validity validity{};
};

/// An agency that is in, or out, whatever the rules say.
struct GroupException {
    AgencySummary agency{};  ///< on the day asked about
    Membership membership{};
    Validity validity{};
};

struct GroupRecord {
    GroupSummary group{};
    std::vector<GroupRule> rules{};
    std::vector<GroupException> exceptions{};
    std::vector<DatedAlias> aliases{};
    Members members{};  ///< on the day asked about
};
[[nodiscard]] Result<GroupRecord> group_record(database::Transaction& transaction,
                                               std::string_view key, Date day);

/// For lists: how many members the groups have on a day (those without any are missing), and what
/// one is made of.
[[nodiscard]] Result<std::map<GroupId, std::int64_t>> members_counts(
    database::Transaction& transaction, Date day);
[[nodiscard]] Result<std::vector<GroupRule>> group_rules(database::Transaction& transaction,
                                                         GroupId group);

/// Agencies of that kind join on some days. `require_management` first. invalid
/// "organisation.group.open", "….kind.unknown", "….validity.backwards"; conflict
/// "organisation.group.rule_there" where the kind is in on one of these days already.
[[nodiscard]] Result<void> add_group_rule(Context& context, database::Transaction& transaction,
                                          GroupId group, std::string_view kind,
                                          const Validity& validity);

/// It holds until yesterday; what began today or later is gone as if it had never been. not_found
/// "organisation.group.gone" where there is none that begins on `from`, or it has ended.
[[nodiscard]] Result<void> end_group_rule(Context& context, database::Transaction& transaction,
                                          GroupId group, std::string_view kind, Date from);
[[nodiscard]] Result<void> end_group_exception(Context& context, database::Transaction& transaction,
                                               GroupId group, AgencyId agency, Date from);

}  // namespace caicach::organisation
