#pragma once
#include "base/result.hpp"
#include "document/archive.hpp"
#include "document/source_text.hpp"

namespace caicach::document
{

/// The text of a Word document (.docx, ECMA-376). Numbers of lists as Word prints them; insertions
/// kept and deletions left out; text boxes after the paragraph that holds them; footnotes and
/// endnotes after the whole. Pages are known where Word noted them when it last saved.
[[nodiscard]] Result<SourceText> read_docx(const Archive& archive);

}  // namespace caicach::document
