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

/// Those of data/reference/plan_areas.csv, in its order.
[[nodiscard]] std::span<const Area> areas();
/// The text of a key; the key itself where it is unknown, nothing for none.
[[nodiscard]] std::string_view area_label(std::string_view key);

}  // namespace caicach::plan
