#pragma once
#include <string>

#include "base/result.hpp"
#include "document/reader.hpp"
#include "document/source_text.hpp"

namespace caicach::document
{

/// The text of a PDF: by `pdftotext` where its pages hold text, else by character recognition of
/// the rendered pages (see ocr_reader.hpp). Lines that a page only wrapped are joined again; tables
/// are found by the alignment of their columns.
[[nodiscard]] Result<SourceText> read_pdf(const std::string& path, const ReadOptions& options);

}  // namespace caicach::document
