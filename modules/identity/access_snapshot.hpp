#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/date.hpp"
#include "identity/role.hpp"
#include "manifest/actor.hpp"

namespace caicach::identity
{

/// What grants and agencies look like, in short: equal stamps, equal answers.
struct AccessStamp {
    std::int64_t grants{};  ///< counts changes of accounts and grants
    std::string tree{};     ///< of the rows that say who stands below whom
    Date day{};             ///< the tree is that of a day

    friend bool operator==(const AccessStamp&, const AccessStamp&) = default;
};

/// A role on a branch; branch 0 is the whole province.
struct Grant {
    AccountId account{};
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
    [[nodiscard]] bool holds_any(AccountId account, std::span<const Role> any_of) const;

private:
    struct Held {
        Role role{};
        ScopeId branch{};  ///< 0 for the whole province
    };

    [[nodiscard]] bool contains(ScopeId branch, ScopeId scope) const;

    AccessStamp m_stamp{};
    std::unordered_map<std::int64_t, std::vector<Held>> m_grants{};  ///< by account
    std::unordered_map<std::int64_t, ScopeId> m_parents{};           ///< by agency
};

}  // namespace caicach::identity
