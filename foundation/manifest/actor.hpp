#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/id.hpp"

namespace caicach
{

struct AccountTag;
using AccountId = Id<AccountTag>;

/// Who acts: a person signed in, acting for one agency, or a named system account (commands, jobs,
/// demo).
struct Actor {
    AccountId account{};
    std::string name{};  ///< as shown and as written into the audit
    ScopeId agency{};    ///< the agency acted for; 0 for nobody and for system accounts
    std::string agency_name{};
    bool is_system{};  ///< may everything; audited with the operating-system user
    std::string operating_system_user{};

    [[nodiscard]] bool is_signed_in() const { return static_cast<bool>(account) && !is_system; }
};

/// What a person may be allowed to do. Each module declares its own as constants; `roles` are the
/// role keys that carry it ("coordinator", "agency_officer", "editor", "overseer"). Whether a role
/// reaches *this* agency is asked each time.
struct Permission {
    std::string_view key{};   ///< "plan.review"
    std::string_view text{};  ///< "Rà soát kế hoạch", for people
    std::array<std::string_view, 4> roles{};
};

}  // namespace caicach
