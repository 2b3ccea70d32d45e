#include "plan/export_table.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "document/csv_writer.hpp"
#include "document/xlsx_writer.hpp"
#include "http/temporary_file.hpp"
#include "plan/area.hpp"
#include "plan/item_texts.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

struct Column {
    std::string_view title{};
    double width{};  ///< in characters
    std::string (*text)(const Item&){};
    std::optional<Date> (*day)(const Item&){};  ///< instead of a text
};

std::optional<Date> first_day(const Item& item)
{
    return item.schedule ? item.schedule->from : std::nullopt;
}

std::optional<Date> last_day(const Item& item)
{
    if (!item.schedule) return {};
    return item.schedule->due ? item.schedule->due : item.schedule->to;
}

std::string lines(const Item& item)
{
    if (item.first_line == 0) return {};
    const auto first = std::to_string(item.first_line);
    return item.first_line == item.last_line ? first : first + "–" + std::to_string(item.last_line);
}

constexpr std::array columns{
    Column{"Mục", 10, [](const Item& item) { return item.path; }},
    Column{"Loại", 12, [](const Item& item) { return std::string{label(item.type)}; }},
    Column{"Nội dung", 70, [](const Item& item) { return item.title; }},
    Column{"Chủ trì", 36, [](const Item& item) { return names_of(item.lead); }},
    Column{"Thực hiện", 36, [](const Item& item) { return names_of(item.perform); }},
    Column{"Phối hợp", 36, [](const Item& item) { return names_of(item.support); }},
    Column{"Chỉ đạo", 30, [](const Item& item) { return names_of(item.direct); }},
    Column{"Theo dõi, đôn đốc", 30, [](const Item& item) { return names_of(item.oversee); }},
    Column{"Thời gian", 30, schedule_text},
    Column{"Từ ngày", 12, nullptr, first_day},
    Column{"Đến ngày", 12, nullptr, last_day},
    Column{"Số lượng", 36, quotas_text},
    Column{"Mức phải đạt", 30, metrics_text},
    Column{"Không tính", 30, [](const Item& item) { return item.excluding; }},
    Column{"Sản phẩm", 30, [](const Item& item) { return item.product; }},
    Column{"Kinh phí", 30, [](const Item& item) { return item.budget; }},
    Column{"Đối tượng", 24, audience_text},
    Column{"Lĩnh vực", 24, [](const Item& item) { return std::string{area_label(item.area)}; }},
    Column{"Đề nghị", 10, [](const Item& item) { return std::string{item.requested ? "có" : ""}; }},
    Column{"Thuộc phần", 50, [](const Item& item) { return text::join(item.context, " › "); }},
    Column{"Dòng trong văn bản", 12, lines},
};

using Row = std::array<std::string, columns.size()>;

/// Days of a CSV are ISO: every spreadsheet reads and sorts them, whatever its language.
Row row_of(const Item& item)
{
    Row row;
    std::ranges::transform(columns, row.begin(), [&](const Column& column) {
        if (column.text != nullptr) return column.text(item);
        const auto day = column.day(item);
        return day ? day->iso() : std::string{};
    });
    return row;
}

std::array<document::SheetCell, columns.size()> cells_of(const Item& item)
{
    std::array<document::SheetCell, columns.size()> cells;
    std::ranges::transform(columns, cells.begin(), [&](const Column& column) {
        return column.text != nullptr ? document::SheetCell{.text = column.text(item)}
                                      : document::SheetCell{.day = column.day(item)};
    });
    return cells;
}

Result<void> write_workbook(const Edition& edition, const std::vector<Item>& items,
                            const std::string& path)
{
    std::vector<document::SheetColumn> heads;
    for (const auto& column : columns) heads.push_back({std::string{column.title}, column.width});
    auto writer = TRY(document::XlsxWriter::create(
        path, "Kế hoạch " + std::to_string(edition.document.year), heads));
    for (const auto& item : items) {
        TRY(writer.add_row(cells_of(item)));
    }
    return writer.finish();
}

}  // namespace

std::string items_csv(const std::vector<Item>& items)
{
    document::CsvWriter writer;
    std::array<std::string_view, columns.size()> titles;
    std::ranges::transform(columns, titles.begin(), &Column::title);
    writer.add_row(titles);
    for (const auto& item : items) writer.add_row(row_of(item));
    return writer.take();
}

Result<std::string> items_xlsx(const Edition& edition, const std::vector<Item>& items,
                               const std::string& folder)
{
    auto file = TRY(http::TemporaryFile::create(folder));
    TRY(write_workbook(edition, items, file.path()));
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path(), error);
    std::string bytes(error ? 0 : size, '\0');
    std::ifstream stream{file.path(), std::ios::binary};
    if (error || !stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        return internal_failure("cannot read the workbook back");
    }
    return bytes;
}

}  // namespace caicach::plan
