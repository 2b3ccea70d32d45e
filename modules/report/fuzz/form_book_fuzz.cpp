// Sheets of a workbook as text: "%%" and a sheet's name on a line, rows a line, cells parted by
// "|",
// "\" for a line end within a cell.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "report/design/form_book_reader.hpp"
#include "report/form/definition_json.hpp"
#include "report/form/form_rules.hpp"
#include "text/text.hpp"

using namespace caicach;

namespace
{

std::vector<document::WorkbookSheet> sheets_in(std::string_view text)
{
    std::vector<document::WorkbookSheet> sheets;
    for (const auto line : text::split(text, '\n')) {
        if (line.starts_with("%%")) {
            sheets.push_back({.name = text::clean_input(line.substr(2))});
            continue;
        }
        if (sheets.empty()) continue;
        auto& rows = sheets.back().rows;
        document::RecordRow row{.number = static_cast<int>(rows.size()) + 1};
        for (const auto cell : text::split(line, '|')) {
            auto said = std::string{cell};
            std::ranges::replace(said, '\\', '\n');
            row.cells.emplace_back(text::trim(text::clean_input(said)));
        }
        rows.push_back(std::move(row));
    }
    return sheets;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto sheets = sheets_in({reinterpret_cast<const char*>(data), size});
    const auto book = report::read_form_book(sheets);
    for (const auto& fault : book.faults) VERIFY(!fault.field.empty());
    const auto read = report::definition_from(book.value);
    for (const auto& fault : read.faults) VERIFY(!book.place_of(fault.field).empty());
    for (const auto& fault : report::faults_of(read.definition, {}))
        VERIFY(!book.place_of(fault.field).empty());
    if (!read.faults.empty()) return 0;
    // Every piece of what was read came from a row.
    std::size_t parts = 0;
    for (const auto& section : read.definition.sections) parts += section.parts.size();
    VERIFY(book.rows.size() >= parts + read.definition.sections.size());
    return 0;
}
