#include "document/records.hpp"

#include <utility>

#include "document/archive.hpp"
#include "document/csv_reader.hpp"
#include "document/file_kind.hpp"
#include "document/limits.hpp"
#include "document/sheet_reader.hpp"
#include "json/value.hpp"
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

std::string text_of_records(std::span<const RecordRow> rows)
{
    auto all = json::Value::array();
    for (const auto& row : rows) {
        auto cells = json::Value::array();
        cells.push(row.number);
        for (const auto& cell : row.cells) cells.push(cell);
        all.push(std::move(cells));
    }
    return json::dump(all);
}

Result<std::vector<RecordRow>> records_of_text(std::string_view text)
{
    constexpr json::Limits enough{.bytes = 64U << 20U};
    const auto all = TRY(json::parse(text, enough));
    std::vector<RecordRow> rows;
    for (const auto& row : all.elements()) {
        const auto& cells = row.elements();
        if (cells.empty()) return failure(Failure::invalid, "document.empty");
        RecordRow record{.number = static_cast<int>(cells.front().as_integer())};
        record.cells.reserve(cells.size() - 1);
        for (std::size_t i = 1; i < cells.size(); ++i)
            record.cells.emplace_back(cells[i].as_string());
        rows.push_back(std::move(record));
    }
    return rows;
}

}  // namespace caicach::document
