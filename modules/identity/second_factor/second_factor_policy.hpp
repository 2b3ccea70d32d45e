#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "identity/access/role.hpp"

namespace caicach::identity
{

/// Which roles sign in with a second factor (ASVS 5.0, 6.3.3): a setting of the province.
class SecondFactorPolicy
{
public:
    /// "all", "none", or keys of roles with a blank between them. A word that is none of these asks
    /// it of all: a slip of the pen opens nothing.
    explicit SecondFactorPolicy(std::string_view words);

    [[nodiscard]] std::span<const Role> roles() const { return m_roles; }
    [[nodiscard]] bool asks(Role role) const;

private:
    std::vector<Role> m_roles;
};

}  // namespace caicach::identity
