// Any bytes as a file of records; what is read as CSV reads the same after it was written again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "document/csv_reader.hpp"
#include "document/csv_writer.hpp"
#include "text/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    static_cast<void>(document::read_records(bytes));
    if (!text::is_utf8(bytes)) return 0;
    const auto rows = document::read_csv(bytes);
    if (!rows) return 0;
    document::CsvWriter writer;
    for (const auto& row : *rows) {
        for (const auto& cell : row.cells) VERIFY(text::is_utf8(cell));
        writer.add_row(row.cells);
    }
    static_cast<void>(MUST(document::read_csv(writer.text())));
    return 0;
}
