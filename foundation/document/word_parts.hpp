#pragma once
#include <string_view>

#include "document/archive_writer.hpp"

/// What a Word file holds besides its text: the same in each of ours.
namespace caicach::document
{

/// Styles by which an office changes a whole draft at once; `id` goes into WordParagraph.
namespace word_style
{
inline constexpr std::string_view body = "NoiDung";
inline constexpr std::string_view basis = "CanCu";
inline constexpr std::string_view heading = "DeMuc";
inline constexpr std::string_view title = "TieuDe";
inline constexpr std::string_view cell = "OBang";
}  // namespace word_style

/// Everything but word/document.xml; its relationship rId2 is the page number above each page.
void add_fixed_parts(ArchiveWriter& archive, std::string_view title);

}  // namespace caicach::document
