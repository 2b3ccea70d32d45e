#pragma once
#include <span>
#include <string_view>

namespace caicach::plan
{

/// A field of administrative reform.
struct Area {
    std::string_view key{};
    std::string_view text{};
};

/// Nghị quyết 76/NQ-CP (15/7/2021) names six fields; plans add direction and communication.
[[nodiscard]] std::span<const Area> areas();
/// The text of a key; the key itself where it is unknown, nothing for none.
[[nodiscard]] std::string_view area_label(std::string_view key);

}  // namespace caicach::plan
