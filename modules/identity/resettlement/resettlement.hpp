#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "identity/api.hpp"

/// What a reorganisation leaves behind: accounts whose agency has ended, roles on branches that
/// have. Until an administrator has decided they keep what they had, which is the old agency's own
/// things and nothing of its heirs: no decision about agencies ever widens anybody's power.
namespace caicach::identity
{

/// An agency that has ended, and who answers for it today, the largest share first.
struct EndedAgency {
    organisation::AgencyId id{};
    std::string code{};
    std::string name{};  ///< that it bore last
    Date last_day{};
    struct Heir {
        organisation::AgencySummary agency{};
        int share{};  ///< ten-thousandths
    };
    std::vector<Heir> heirs{};

    /// What the form proposes: the one who took over everything, or nobody.
    [[nodiscard]] const Heir* sole_heir() const
    {
        return heirs.size() == 1 ? &heirs.front() : nullptr;
    }
};

/// A role held on a branch that has ended.
struct LeftRole {
    Role role{};
    EndedAgency branch{};
};

struct LeftBehind {
    Account account{};
    std::string agency{};               ///< of the account, ended or not
    std::optional<EndedAgency> home{};  ///< where it has ended
    std::vector<LeftRole> roles{};
};

/// Accounts in use, with something that has ended, that the actor administers.
[[nodiscard]] Result<std::vector<LeftBehind>> left_behind(const Context& context,
                                                          database::Transaction& transaction);
/// How many; cheap enough for every visit of the list of accounts.
[[nodiscard]] Result<std::int64_t> count_left_behind(const Context& context,
                                                     database::Transaction& transaction);
/// Of one account; nothing where all of it is in place.
[[nodiscard]] Result<std::optional<LeftBehind>> left_behind_of(const Context& context,
                                                               database::Transaction& transaction,
                                                               const Account& account);

/// What becomes of one role on an ended branch.
struct RoleMove {
    Role role{};
    organisation::AgencyId from{};
    organisation::AgencyId to{};  ///< 0: the role is taken away
};
struct Resettlement {
    AccountId account{};
    organisation::AgencyId home{};  ///< the new agency; 0: the account's has not ended
    std::vector<RoleMove> moves{};
};
/// Puts the person and their roles in place. Needs "identity.manage" over the account, its ended
/// branches and all that is given. The new post begins with the day after the old agency's last and
/// has no title: a director of what is gone is not director of its heir. invalid
/// "identity.resettlement.not_there" for an agency that does not exist today.
[[nodiscard]] Result<void> resettle(Context& context, database::Transaction& transaction,
                                    const Resettlement& resettlement);

}  // namespace caicach::identity
