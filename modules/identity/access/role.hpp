#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace caicach::identity
{

/// What a person may be in a branch of the organisation. The enumerator is the key stored and the
/// key that permissions name.
enum class Role {
    coordinator,       ///< Điều phối: leads the work of the branch
    agency_officer,    ///< Cán bộ cơ quan: does the work of one agency
    editor,            ///< Biên tập: writes
    overseer,          ///< Theo dõi: reads all, changes nothing
    agency_head,       ///< Lãnh đạo cơ quan: answers for the work of one agency
    approver,          ///< Duyệt nội dung: publishes what editors wrote
    inspector,         ///< Kiểm tra: inspects agencies and writes what was found
    one_stop_officer,  ///< Cán bộ một cửa: receives and returns dossiers
    auditor,           ///< Kiểm soát nhật ký: reads who did what
    administrator,     ///< Quản trị: accounts and their roles
};

inline constexpr std::array roles{
    Role::coordinator, Role::agency_officer, Role::editor,    Role::overseer,
    Role::agency_head, Role::approver,       Role::inspector, Role::one_stop_officer,
    Role::auditor,     Role::administrator,
};

[[nodiscard]] std::string_view key_of(Role role);   ///< "agency_officer"
[[nodiscard]] std::string_view text_of(Role role);  ///< "Cán bộ cơ quan", for people
[[nodiscard]] std::optional<Role> role_from_key(std::string_view key);

}  // namespace caicach::identity
