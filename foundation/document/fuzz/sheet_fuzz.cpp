// The parts of an Excel workbook, parted by a line with "%%": workbook, sheet, styles, strings.
#include "document/sheet_reader.hpp"

#include "document/fuzz/stored_archive.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach::document;
    const auto bytes = fuzz::stored_archive(
        fuzz::text_of(data, size),
        {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"});
    const auto archive = Archive::open(bytes);
    if (!archive) return 0;
    static_cast<void>(read_xlsx(*archive));
    static_cast<void>(xlsx_records(*archive));
    return 0;
}
