#include <cstddef>
#include <cstdint>
#include <string_view>

#include "report/bringing/brought.hpp"
#include "report/bringing/proposal.hpp"
#include "report/limits.hpp"
#include "report/testing.hpp"

using namespace caicach;

namespace
{

report::Filled filled_in()
{
    // Shared, as a report holds its form: what it shows points into it.
    report::Filled filled{
        .definition = std::make_shared<const report::Definition>(report::testing::sample_form())};
    filled.tables["mo_hinh"] = {{.number = 4, .cells = {"Tổ lưu động", "3"}}};
    return filled;
}

const report::FormTable& table_of(const report::Definition& definition)
{
    return std::get<report::FormTable>(definition.sections[1].parts[1]);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static const auto filled = filled_in();
    const auto& table = table_of(*filled.definition);
    for (const auto into : {report::PastedInto::new_rows, report::PastedInto::from_first_row}) {
        const auto brought =
            report::brought_by_pasting(text, table, filled.tables.at(table.key), into);
        if (!brought) continue;
        VERIFY(brought->count() <= report::limits::pasted_cells_max);
        // What is kept until somebody confirms it says the same.
        const auto kept = report::brought_from(report::to_json(*brought));
        const auto proposed = report::propose(filled, *brought);
        auto again = report::propose(filled, kept);
        VERIFY(again.stamp() == proposed.stamp());
        VERIFY(proposed.new_rows.size() <= report::limits::table_rows_max);
    }
    return 0;
}
