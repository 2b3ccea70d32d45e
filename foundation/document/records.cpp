#include "document/records.hpp"

#include "document/archive.hpp"
#include "document/csv_reader.hpp"
#include "document/file_kind.hpp"
#include "document/limits.hpp"
#include "document/sheet_reader.hpp"
#include "text/legacy.hpp"

namespace caicach::document
{
namespace
{

tl::unexpected<Error> unsupported()
{
    return failure(Failure::unsupported, "document.records.kind");
}

Result<std::vector<RecordRow>> read_workbook(std::string_view bytes)
{
    const auto archive = TRY(Archive::open(bytes));
    if (archive.has("xl/workbook.xml")) return xlsx_records(archive);
    const auto mime_type = TRY(archive.part_or_empty("mimetype"));
    if (mime_type.starts_with("application/vnd.oasis.opendocument.spreadsheet"))
        return ods_records(archive);
    return unsupported();
}

Result<std::vector<RecordRow>> read_text_file(std::string_view bytes)
{
    if (bytes.size() > limits::text_file_bytes_max) {
        return failure(Failure::too_large, "document.limit.file", {},
                       {std::to_string(limits::text_file_bytes_max >> 20U)});
    }
    constexpr double confidence_min = 0.5;
    const auto guess = text::detect_encoding(bytes);
    if (guess.encoding == text::Encoding::unknown || guess.confidence < confidence_min)
        return failure(Failure::unsupported, "document.text.unknown_encoding");
    return read_csv(text::to_utf8(bytes, guess.encoding));
}

Result<std::vector<RecordRow>> read_any(std::string_view bytes)
{
    switch (kind_of(bytes)) {
        case FileKind::zip:
            return read_workbook(bytes);
        case FileKind::text:
            return read_text_file(bytes);
        case FileKind::empty:
            return failure(Failure::invalid, "document.empty");
        default:
            return unsupported();
    }
}

}  // namespace

Result<std::vector<RecordRow>> read_records(std::string_view bytes)
{
    auto rows = TRY(read_any(bytes));
    if (rows.empty()) return failure(Failure::invalid, "document.empty");
    return rows;
}

}  // namespace caicach::document
