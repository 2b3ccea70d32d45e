#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/date.hpp"
#include "identity/access/role.hpp"
#include "manifest/actor.hpp"

namespace caicach::identity
{

/// What grants, posts, delegations and agencies look like, in short: equal stamps, equal answers.
struct AccessStamp {
    std::int64_t grants{};  ///< counts changes of accounts, grants, posts and delegations
    std::string tree{};     ///< of the rows that say who stands below whom
    Date day{};             ///< tree, posts and delegations are those of a day

    friend bool operator==(const AccessStamp&, const AccessStamp&) = default;
};

/// A role on a branch; branch 0 is the whole province.
struct Grant {
    AccountId account{};
    Role role{};
    ScopeId branch{};
};

/// Who has a post at an agency on the day.
struct Placed {
    AccountId account{};
    ScopeId agency{};
};

/// A role that one person handed to another, on its days and not ended.
struct Delegated {
    AccountId delegator{};
    AccountId delegate{};
    Role role{};
    ScopeId branch{};
};

/// Who stands directly below whom.
struct Below {
    ScopeId agency{};
    ScopeId parent{};
};

struct AccessRows {
    std::vector<Grant> grants{};
    std::vector<Placed> posts{};
    std::vector<Delegated> delegations{};
    std::vector<Below> tree{};
    std::vector<ScopeId> roots{};  ///< agencies whose branch is the whole province
};

[[nodiscard]] bool permission_names(const Permission& permission, Role role);

/// All grants of all accounts and the tree of agencies, as of one moment. Never changes.
class AccessSnapshot
{
public:
    AccessSnapshot() = default;
    AccessSnapshot(AccessStamp stamp, const AccessRows& rows);

    [[nodiscard]] const AccessStamp& stamp() const { return m_stamp; }
    /// Whether the account holds one of the permission's roles on a branch that contains `scope`.
    [[nodiscard]] bool holds(AccountId account, const Permission& permission, ScopeId scope) const;
    [[nodiscard]] bool holds_anywhere(AccountId account, const Permission& permission) const;
    /// Whether the account holds one of the roles anywhere, or one was delegated to it.
    [[nodiscard]] bool holds_any(AccountId account, std::span<const Role> any_of) const;
    /// The same with what `delegator` delegated to `delegate` and still holds: nothing else, not
    /// even the delegate's own roles, so that the audit says the truth about every act.
    [[nodiscard]] bool holds_for(AccountId delegator, AccountId delegate,
                                 const Permission& permission, ScopeId scope) const;
    [[nodiscard]] bool holds_anywhere_for(AccountId delegator, AccountId delegate,
                                          const Permission& permission) const;
    /// Whether `scope` is the branch's agency or stands below it; branch 0 contains everything.
    [[nodiscard]] bool contains(ScopeId branch, ScopeId scope) const;
    /// The agencies of the account's posts.
    [[nodiscard]] std::vector<ScopeId> agencies_of(AccountId account) const;
    /// Who has handed the account something that is in force.
    [[nodiscard]] std::vector<AccountId> delegators_of(AccountId account) const;

private:
    struct Held {
        Role role{};
        ScopeId branch{};  ///< 0 for the whole province
    };

    /// A delegated role counts as far as its delegator holds it.
    struct HeldFor {
        AccountId delegator{};
        Held held{};
    };

    [[nodiscard]] bool covers(AccountId delegator, const Held& wanted) const;

    AccessStamp m_stamp{};
    std::unordered_map<std::int64_t, std::vector<Held>> m_grants{};        ///< by account
    std::unordered_map<std::int64_t, std::vector<HeldFor>> m_delegated{};  ///< by delegate
    std::unordered_map<std::int64_t, std::vector<ScopeId>> m_posts{};      ///< by account
    std::unordered_map<std::int64_t, ScopeId> m_parents{};                 ///< by agency
};

}  // namespace caicach::identity
