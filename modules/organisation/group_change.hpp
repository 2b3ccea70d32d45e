#pragma once
#include <functional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// New groups, other names of groups, and what a change of a group does today.
namespace caicach::organisation
{

struct NewGroup {
    std::string name{};
    bool is_open{};                    ///< has no list of members, ever
    std::vector<std::string> kinds{};  ///< of its first rules
    Validity validity{};               ///< of these
};
/// `manage_groups` first. Answers its key, made from the name. invalid "organisation.name.missing",
/// "….too_long", "organisation.group.open" (an open one takes no kinds), what add_group_rule says;
/// conflict "organisation.name.taken": an agency or a group bears the name already.
[[nodiscard]] Result<std::string> create_group(Context& context, database::Transaction& transaction,
                                               const NewGroup& group);

/// The alias means the group until yesterday; the day it began matters. not_found
/// "organisation.group.gone" where it has no such alias, or it has ended.
[[nodiscard]] Result<void> end_group_alias(Context& context, database::Transaction& transaction,
                                           GroupId group, std::string_view alias, Date from);

/// Who comes in and who goes out on the day asked about.
struct GroupEffect {
    std::vector<AgencySummary> joined{};
    std::vector<AgencySummary> left{};
};
[[nodiscard]] GroupEffect effect_of(const Members& before, const Members& after);

}  // namespace caicach::organisation
