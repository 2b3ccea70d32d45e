#pragma once
#include <string>
#include <vector>

#include "obligation/inbox.hpp"

namespace caicach::obligation
{

inline constexpr int inherited_max = 50;  ///< of one agency

/// What an agency that ended still owes, late; others answer for it.
struct Inherited {
    std::string agency{};       ///< as it was named last
    std::vector<Task> tasks{};  ///< the oldest first, at most `inherited_max`
};
/// By agencies whose work this one took over; those who owe nothing are left out. With an account
/// only what is assigned to it.
[[nodiscard]] Result<std::vector<Inherited>> inherited_tasks(database::Transaction& transaction,
                                                             organisation::AgencyId agency,
                                                             Date today, AccountId account = {});

}  // namespace caicach::obligation
