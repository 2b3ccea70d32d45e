#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "identity/access/access_snapshot.hpp"
#include "identity/sessions/session.hpp"

namespace caicach::database
{
class Transaction;
}

namespace caicach::identity
{

/// One of the ways in which a person may act today, as the actor that they become by choosing it.
struct ActingAs {
    Actor actor{};
    std::string value{};  ///< "co-quan:SNV" or "thay:" and the code of the delegator's account
    std::string text{};   ///< for people
};

/// For the agency of the account first, then for those of other posts, then in the place of those
/// who delegated something that is in force.
[[nodiscard]] Result<std::vector<ActingAs>> capacities_of(database::Transaction& transaction,
                                                          const AccessSnapshot& access,
                                                          AccountId account, Date today);

/// Once for each request: a session whose capacity has ended, because the post or the delegation
/// has, acts for the agency of the account again. Where there are several ways to act, the session
/// learns them.
[[nodiscard]] Result<void> settle_capacity(database::Transaction& transaction,
                                           const AccessSnapshot& access, ScopeId home, Date today,
                                           Session& session);

[[nodiscard]] inline std::string capacity_path() { return "/tai-khoan/tu-cach"; }

}  // namespace caicach::identity
