#include "document/sheet_reader.hpp"
namespace caicach::document
{
Result<SourceText> read_xlsx(const Archive&) { return failure(Failure::unsupported, "document.kind.unknown"); }
Result<SourceText> read_ods(const Archive&) { return failure(Failure::unsupported, "document.kind.unknown"); }
}
