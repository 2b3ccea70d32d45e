#include "report/paper/report_table.hpp"

#include <cstdint>
#include <optional>
#include <vector>

#include "base/file.hpp"
#include "document/xlsx_writer.hpp"
#include "http/request.hpp"
#include "report/filling/cell.hpp"

namespace caicach::report
{
namespace
{

using document::SheetCell;
using Row = std::vector<SheetCell>;

SheetCell number_cell(const std::optional<std::int64_t>& amount)
{
    if (!amount) return {};
    return {.number = static_cast<double>(*amount) / static_cast<double>(ten_thousandths_of_one)};
}

class Sheet
{
public:
    Sheet(const Filled& filled, document::XlsxWriter& out) : m_filled(filled), m_out(out) {}

    Result<void> run()
    {
        for (const auto& section : m_filled.definition->sections) {
            m_section = section.title;
            for (const auto& part : section.parts) TRY(add(part));
        }
        return {};
    }

private:
    Result<void> add(const Part& part)
    {
        if (const auto* table = std::get_if<FormTable>(&part)) return add_table(*table);
        if (const auto* words = std::get_if<Narrative>(&part)) {
            const auto found = m_filled.texts.find(words->key);
            SheetCell value{};
            if (found != m_filled.texts.end()) value.text = found->second;
            return m_out.add_row(Row{{m_section}, {words->key}, {words->text}, {}, {}, value, {}});
        }
        const auto& indicator = std::get<Indicator>(part);
        const auto sent = m_filled.indicator(indicator.key)->sent();
        SheetCell value{};
        SheetCell of{};
        if (sent) {
            value = number_cell(sent->numerator);
            of = number_cell(sent->denominator);
        }
        return m_out.add_row(
            Row{{m_section}, {indicator.key}, {indicator.text}, {}, {indicator.unit}, value, of});
    }

    Result<void> add_table(const FormTable& table)
    {
        const auto found = m_filled.tables.find(table.key);
        if (found == m_filled.tables.end()) return {};
        for (const auto& row : found->second) {
            const auto name = row.name.empty() ? std::to_string(row.number) : row.name;
            for (std::size_t at = 0; at < table.columns.size(); ++at) {
                const auto& column = table.columns[at];
                SheetCell value{.text = row.cells.at(at)};
                if (column.is_number) value = number_cell(cell_amount(row.cells.at(at)));
                TRY(m_out.add_row(Row{{m_section},
                                      {table.key + "/" + column.key},
                                      {table.text + ": " + column.text},
                                      {name},
                                      {},
                                      value,
                                      {}}));
            }
        }
        return {};
    }

    const Filled& m_filled;
    document::XlsxWriter& m_out;
    std::string m_section{};
};

}  // namespace

Result<std::string> report_xlsx(const Filled& filled, const std::string& folder)
{
    auto file = TRY(http::TemporaryFile::create(folder));
    auto writer = TRY(document::XlsxWriter::create(file.path(), "Báo cáo",
                                                   {{"Phần", 30},
                                                    {"Mã", 28},
                                                    {"Nội dung", 50},
                                                    {"Dòng", 20},
                                                    {"Đơn vị tính", 14},
                                                    {"Giá trị", 24},
                                                    {"Mẫu số", 14}}));
    TRY(Sheet(filled, writer).run());
    TRY(writer.finish());
    return read_file(file.path());
}

}  // namespace caicach::report
