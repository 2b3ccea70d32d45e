#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "text/reference.hpp"

/// Kinds of what appears elsewhere: "Chuyên mục truyền hình". Reference data.
namespace caicach::channel
{

struct PlacementKind {
    std::string key{};
    std::string text{};
    std::string product{};  ///< what plans count it as; empty: nothing
    bool has_minutes{};
    bool needs_confirmation{};  ///< of a second person, before it counts
};

[[nodiscard]] text::ReferenceFile placement_kinds_table();
/// In the order in which they are shown.
[[nodiscard]] Result<std::vector<PlacementKind>> placement_kinds_on(Date day);
/// invalid "channel.placement.kind" of the field "kind".
[[nodiscard]] Result<PlacementKind> placement_kind_by_key(std::string_view key, Date day);
/// The text of a key among them; the key itself where there is none any more.
[[nodiscard]] std::string_view placement_kind_text(const std::vector<PlacementKind>& kinds,
                                                   std::string_view key);

}  // namespace caicach::channel
