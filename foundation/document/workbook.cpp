#include "document/workbook.hpp"

#include "document/archive.hpp"
#include "document/file_kind.hpp"
#include "document/limits.hpp"
#include "document/sheet_reader.hpp"

namespace caicach::document
{
namespace
{

constexpr std::string_view xlsx_part = "xl/workbook.xml";

Result<std::vector<WorkbookSheet>> read(const Archive& archive)
{
    if (archive.has(std::string{xlsx_part})) return xlsx_sheets(archive);
    const auto mime_type = TRY(archive.part_or_empty("mimetype"));
    if (mime_type.starts_with("application/vnd.oasis.opendocument.spreadsheet"))
        return ods_sheets(archive);
    return failure(Failure::unsupported, "document.records.kind");
}

}  // namespace

Result<std::vector<WorkbookSheet>> sheets_of(std::string_view bytes)
{
    const auto kind = kind_of(bytes);
    if (kind == FileKind::empty) return failure(Failure::invalid, "document.empty");
    if (kind != FileKind::zip) return failure(Failure::unsupported, "document.records.kind");
    const auto archive = TRY(Archive::open(bytes));
    auto sheets = TRY(read(archive));
    std::size_t rows = 0;
    for (const auto& sheet : sheets) rows += sheet.rows.size();
    if (rows == 0) return failure(Failure::invalid, "document.empty");
    if (rows > limits::record_rows_max)
        return failure(Failure::too_large, "document.limit.rows", {},
                       {std::to_string(limits::record_rows_max)});
    return sheets;
}

bool is_xlsx(std::string_view bytes)
{
    if (kind_of(bytes) != FileKind::zip) return false;
    const auto archive = Archive::open(bytes);
    return archive && archive->has(std::string{xlsx_part});
}

}  // namespace caicach::document
