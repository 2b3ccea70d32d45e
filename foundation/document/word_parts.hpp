#pragma once
#include <string_view>

#include "document/archive_writer.hpp"

/// What a Word file holds besides its text: the same in each of ours.
namespace caicach::document
{

/// Everything but word/document.xml; its relationship rId2 is the page number above each page.
void add_fixed_parts(ArchiveWriter& archive, std::string_view title);

}  // namespace caicach::document
