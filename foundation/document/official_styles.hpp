#pragma once
#include <array>
#include <string_view>

#include "document/official_layout.hpp"

/// The styles of official documents as numbers: what a Word file declares and pages are drawn by.
namespace caicach::document
{

enum class SheetStyle { plain, body, basis, heading, title, cell };
enum class SheetAlignment { of_style, left, centre, right, both };

/// Lengths and sizes as in official_layout.hpp.
struct StyleMeasures {
    SheetStyle style{};
    std::string_view id{};    ///< in a Word file
    std::string_view name{};  ///< by which an office finds it there
    SheetAlignment alignment{SheetAlignment::left};
    int outline_level{-1};  ///< of headings, from 0
    bool is_bold{};
    bool is_italic{};
    bool keeps_with_next{};
    int size{layout::text_size};
    int before{};
    int after{};
    int first_line{};
    int line_height{layout::line_height_single};
};

/// Words that have no style of their own.
inline constexpr StyleMeasures plain_style{};

/// An office changes all of a kind at once by these.
inline constexpr std::array official_styles{
    StyleMeasures{.style = SheetStyle::body,
                  .id = "NoiDung",
                  .name = "Nội dung",
                  .alignment = SheetAlignment::both,
                  .after = layout::paragraph_gap,
                  .first_line = layout::first_line,
                  .line_height = layout::line_height},
    StyleMeasures{.style = SheetStyle::basis,
                  .id = "CanCu",
                  .name = "Căn cứ",
                  .alignment = SheetAlignment::both,
                  .is_italic = true,
                  .after = layout::paragraph_gap,
                  .first_line = layout::first_line,
                  .line_height = layout::line_height},
    StyleMeasures{.style = SheetStyle::heading,
                  .id = "DeMuc",
                  .name = "Đề mục",
                  .outline_level = 1,
                  .is_bold = true,
                  .keeps_with_next = true,
                  .after = layout::paragraph_gap,
                  .first_line = layout::first_line,
                  .line_height = layout::line_height},
    StyleMeasures{.style = SheetStyle::title,
                  .id = "TieuDe",
                  .name = "Tiêu đề",
                  .alignment = SheetAlignment::centre,
                  .outline_level = 0,
                  .is_bold = true,
                  .keeps_with_next = true,
                  .after = layout::paragraph_gap,
                  .line_height = layout::line_height},
    StyleMeasures{.style = SheetStyle::cell,
                  .id = "OBang",
                  .name = "Ô bảng",
                  .size = layout::table_size,
                  .before = layout::cell_gap,
                  .after = layout::cell_gap},
};

[[nodiscard]] constexpr const StyleMeasures& measures_of(SheetStyle style)
{
    for (const auto& one : official_styles) {
        if (one.style == style) return one;
    }
    return plain_style;
}

}  // namespace caicach::document
