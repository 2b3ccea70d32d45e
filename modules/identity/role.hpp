#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace caicach::identity
{

/// What a person may be in a branch of the organisation. The enumerator is the key stored and the
/// key that permissions name.
enum class Role {
    coordinator,     ///< Điều phối: leads the work of the branch
    agency_officer,  ///< Cán bộ cơ quan: does the work of one agency
    editor,          ///< Biên tập: writes and publishes
    overseer,        ///< Theo dõi: reads all, changes nothing
};

inline constexpr std::array roles{Role::coordinator, Role::agency_officer, Role::editor,
                                  Role::overseer};

[[nodiscard]] std::string_view key_of(Role role);   ///< "agency_officer"
[[nodiscard]] std::string_view text_of(Role role);  ///< "Cán bộ cơ quan", for people
[[nodiscard]] std::optional<Role> role_from_key(std::string_view key);

}  // namespace caicach::identity
