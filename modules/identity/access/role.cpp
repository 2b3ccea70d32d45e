#include "identity/access/role.hpp"

#include <cstddef>

namespace caicach::identity
{
namespace
{

struct RoleText {
    std::string_view key{};
    std::string_view text{};
};

/// In the order of the enumerators.
constexpr std::array<RoleText, roles.size()> texts{{
    {"coordinator", "Điều phối"},
    {"agency_officer", "Cán bộ cơ quan"},
    {"editor", "Biên tập"},
    {"overseer", "Theo dõi"},
    {"agency_head", "Lãnh đạo cơ quan"},
    {"approver", "Duyệt nội dung"},
    {"inspector", "Kiểm tra"},
    {"one_stop_officer", "Cán bộ một cửa"},
    {"auditor", "Kiểm soát nhật ký"},
    {"administrator", "Quản trị"},
}};

}  // namespace

std::string_view key_of(Role role) { return texts.at(static_cast<std::size_t>(role)).key; }

std::string_view text_of(Role role) { return texts.at(static_cast<std::size_t>(role)).text; }

std::optional<Role> role_from_key(std::string_view key)
{
    for (const Role role : roles)
        if (key_of(role) == key) return role;
    return std::nullopt;
}

}  // namespace caicach::identity
