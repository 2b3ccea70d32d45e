#pragma once
#include "base/result.hpp"
#include "document/archive.hpp"
#include "document/source_text.hpp"

namespace caicach::document
{

/// The text of an OpenDocument text (.odt), as `read_docx` gives that of a Word document.
[[nodiscard]] Result<SourceText> read_odt(const Archive& archive);

}  // namespace caicach::document
