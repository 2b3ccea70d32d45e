#pragma once
#include <string>

#include "base/result.hpp"
#include "document/file_kind.hpp"
#include "document/reader.hpp"
#include "document/source_text.hpp"

namespace caicach::document
{

/// Pages of a scanned PDF, rendered at 300 dpi and recognised by Tesseract (Vietnamese), two pages
/// at once, with progress after each.
[[nodiscard]] Result<SourceText> read_scan(const std::string& path, int pages,
                                           const ReadOptions& options);

/// The same for one picture; a TIFF may hold several pages.
[[nodiscard]] Result<SourceText> read_picture(const std::string& path, FileKind kind,
                                              const ReadOptions& options);

}  // namespace caicach::document
