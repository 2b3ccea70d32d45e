#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "text/reference.hpp"

/// Where on the portal an article stands: "Mô hình, cách làm hay". Reference data.
namespace caicach::newsroom
{

struct Section {
    std::string key{};
    std::string text{};
    std::string slug{};  ///< in addresses: "mo-hinh"
};

[[nodiscard]] text::ReferenceFile sections_table();
/// In the order in which they are shown.
[[nodiscard]] Result<std::vector<Section>> sections_on(Date day);
/// invalid "newsroom.section.unknown" of the field "section".
[[nodiscard]] Result<Section> section_by_key(std::string_view key, Date day);
/// The text of a key among them; the key itself where there is none any more.
[[nodiscard]] std::string_view section_text(const std::vector<Section>& sections,
                                            std::string_view key);

}  // namespace caicach::newsroom
