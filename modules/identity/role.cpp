#include "identity/role.hpp"

namespace caicach::identity
{

std::string_view key_of(Role role)
{
    switch (role) {
        case Role::coordinator:
            return "coordinator";
        case Role::agency_officer:
            return "agency_officer";
        case Role::editor:
            return "editor";
        case Role::overseer:
            return "overseer";
    }
    return {};
}

std::string_view text_of(Role role)
{
    switch (role) {
        case Role::coordinator:
            return "Điều phối";
        case Role::agency_officer:
            return "Cán bộ cơ quan";
        case Role::editor:
            return "Biên tập";
        case Role::overseer:
            return "Theo dõi";
    }
    return {};
}

std::optional<Role> role_from_key(std::string_view key)
{
    for (const Role role : roles)
        if (key_of(role) == key) return role;
    return std::nullopt;
}

}  // namespace caicach::identity
