#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/rate.hpp"

namespace caicach
{

struct AccountTag;
using AccountId = Id<AccountTag>;

struct TokenTag;
using TokenId = Id<TokenTag>;

/// A token of the API through which a program acts for a person.
struct TokenUse {
    TokenId id{};
    std::vector<std::string> scopes{};
    std::vector<std::string_view> permissions{};  ///< keys of all that its scopes carry
    bool is_machine{};                            ///< works from named addresses alone
    std::optional<Rate> rate{};                   ///< its own; else that of its kind

    [[nodiscard]] bool has_scope(std::string_view key) const
    {
        return std::ranges::find(scopes, key) != scopes.end();
    }
    [[nodiscard]] bool carries(std::string_view permission) const
    {
        return std::ranges::find(permissions, permission) != permissions.end();
    }
};

/// Who acts: a person signed in, acting for one agency and perhaps on behalf of another person, or
/// a named system account (commands, jobs, demo).
struct Actor {
    AccountId account{};
    std::string name{};  ///< as shown and as written into the audit
    ScopeId agency{};    ///< the agency acted for; 0 for nobody and for system accounts
    std::string agency_name{};
    AccountId on_behalf_of{};         ///< whose delegated roles are used now; 0: the person's own
    std::string on_behalf_of_name{};  ///< of that person
    bool is_system{};                 ///< may everything; audited with the operating-system user
    std::string operating_system_user{};
    std::optional<TokenUse> token{};  ///< then never more than that allows

    [[nodiscard]] bool is_signed_in() const { return static_cast<bool>(account) && !is_system; }
};

/// One of the ways in which a person may act: for an agency, or on behalf of another person.
struct Capacity {
    std::string value{};  ///< what its form sends back
    std::string text{};   ///< "Sở Nội vụ – Phó Giám đốc", "Thay Đàm Thu Hiền – Sở Nội vụ"
    bool is_current{};
};

/// What a person may be allowed to do. Each module declares its own as constants; `roles` are the
/// role keys that carry it ("coordinator", "agency_officer", "editor", "overseer"). Whether a role
/// reaches *this* agency is asked each time.
struct Permission {
    std::string_view key{};   ///< "plan.review"
    std::string_view text{};  ///< "Rà soát kế hoạch", for people
    std::array<std::string_view, 4> roles{};
};

/// What a token of the API may be given: to look at some things. Each module declares its own, and
/// each of its routes of the API names one.
struct TokenScope {
    std::string_view key{};   ///< "plan.read"
    std::string_view text{};  ///< "Xem kế hoạch", for people
    /// Keys of permissions that only look; the owner must hold them, too.
    std::array<std::string_view, 4> permissions{};
};

}  // namespace caicach
