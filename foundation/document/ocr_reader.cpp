#include "document/ocr_reader.hpp"
namespace caicach::document
{
Result<SourceText> read_scan(const std::string&, int, const ReadOptions&) { return failure(Failure::unsupported, "document.scanned"); }
Result<SourceText> read_picture(const std::string&, std::string_view, FileKind, const ReadOptions&) { return failure(Failure::unsupported, "document.scanned"); }
}
