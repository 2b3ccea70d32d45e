// Any bytes as a table of agencies: what is read has a row and a column for each fault.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "organisation/agency_sheet.hpp"
#include "text/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach;
    const std::array kinds{organisation::Kind{.key = "department", .text = "Sở", .level = {}}};
    const auto records = document::read_records({reinterpret_cast<const char*>(data), size});
    if (!records) return 0;
    const auto sheet = organisation::read_agency_sheet(*records, kinds);
    if (!sheet) return 0;
    for (const auto& conflict : sheet->conflicts) {
        VERIFY(conflict.row > 0);
        VERIFY(!conflict.column.empty());
    }
    for (const auto& row : sheet->rows) {
        VERIFY(text::is_utf8(row.name));
        VERIFY(!row.from || *row.from >= organisation::first_day());
    }
    return 0;
}
