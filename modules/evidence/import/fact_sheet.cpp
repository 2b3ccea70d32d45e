#include "evidence/import/fact_sheet.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/csv_writer.hpp"
#include "evidence/limits.hpp"
#include "evidence/product.hpp"
#include "evidence/subject.hpp"
#include "text/number.hpp"
#include "text/table.hpp"
#include "text/text.hpp"

namespace caicach::evidence
{
namespace
{

using document::TableColumn;

constexpr std::array columns{
    TableColumn{"code", "Mã", "ma ket qua|ma so|ma dong|code", 12,
                "Mã riêng của kết quả trong tệp, không đổi về sau"},
    TableColumn{"title", "Đã làm gì", "noi dung|ten bai|tieu de|ket qua|title", 44,
                "Tên bài, tên lớp, số và tên văn bản"},
    TableColumn{"happened_on", "Ngày làm xong", "ngay|ngay dang|ngay thuc hien|date", 14,
                "Ví dụ 12/03/2026"},
    TableColumn{"product", "Loại sản phẩm", "loai|san pham|product", 24,
                "Đúng như danh sách loại sản phẩm; bỏ trống nếu không thuộc loại nào"},
    TableColumn{"duty", "Việc", "muc ke hoach|muc|ma viec|duty", 24,
                "Số kế hoạch và mục, ví dụ 12/KH-UBND II.5; cần khi nhiều việc cùng cần loại này"},
    TableColumn{"quantity", "Số lượng", "sl|quantity", 10, "Bỏ trống là 1"},
    TableColumn{"link", "Địa chỉ trang đã đăng", "dia chi trang|lien ket|duong dan|link|url", 40,
                "Bắt đầu bằng https://"},
    TableColumn{"file", "SHA-256 của tệp", "sha256|sha 256|ma bam", 30,
                "Khi không có địa chỉ trang: mã băm của tệp minh chứng cơ quan đang giữ"},
    TableColumn{"about", "Cơ quan được kiểm tra", "co quan duoc kiem tra|doi tuong kiem tra|about",
                30, "Của cuộc kiểm tra: mã hoặc tên, nhiều cơ quan thì ngăn bằng dấu chấm phẩy"},
    TableColumn{"manner", "Hình thức kiểm tra", "hinh thuc kiem tra|hinh thuc|manner", 16,
                "Theo kế hoạch hoặc Đột xuất; có thể bỏ trống"},
    TableColumn{"agency", "Cơ quan", "ma co quan|don vi|ma don vi|agency", 20,
                "Mã hoặc tên; bỏ trống là cơ quan của người nhập"},
};

constexpr std::array<std::string_view, 3> asked{"code", "title", "happened_on"};

class SheetReader
{
public:
    explicit SheetReader(const document::TableHead& head) : m_head(head) {}

    void read(const document::RecordRow& record)
    {
        if (record.cells.front().starts_with(document::explaining_mark)) return;
        FactRow row{.number = record.number};
        const auto said = m_sheet.conflicts.size();
        bool has_day = false;
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            const auto* column = m_head.at(i);
            if (column == nullptr || record.cells[i].empty()) continue;
            take(row, *column, record.cells[i]);
            has_day = has_day || column->key == "happened_on";
        }
        if (row.code.empty()) refuse(row, "code", "evidence.sheet.code_missing");
        if (!has_day) refuse(row, "happened_on", "evidence.sheet.day_missing");
        if (m_sheet.conflicts.size() == said) m_sheet.rows.push_back(std::move(row));
    }

    FactSheet finish() { return std::move(m_sheet); }

private:
    void take(FactRow& row, const TableColumn& column, const std::string& cell)
    {
        auto value = text::squeeze(cell);
        if (column.key == "code") {
            take_code(row, value);
        } else if (column.key == "title") {
            row.title = std::move(value);
        } else if (column.key == "happened_on") {
            take_day(row, value);
        } else if (column.key == "product") {
            take_product(row, value);
        } else if (column.key == "duty") {
            row.duty = std::move(value);
        } else if (column.key == "quantity") {
            take_quantity(row, value);
        } else if (column.key == "link") {
            row.link = std::move(value);
        } else if (column.key == "file") {
            row.file_sha256 = text::lower(value);
        } else if (column.key == "about") {
            take_about(row, cell);
        } else if (column.key == "manner") {
            take_manner(row, value);
        } else {
            row.agency = std::move(value);
        }
    }

    static void take_about(FactRow& row, const std::string& cell)
    {
        std::string list = cell;
        std::ranges::replace(list, '\n', ';');
        for (const auto name : text::list_of(list, ';')) row.about.push_back(text::squeeze(name));
    }

    void take_manner(FactRow& row, const std::string& value)
    {
        const auto folded = text::fold(value);
        for (const auto manner : {Manner::planned, Manner::unannounced})
            if (text::fold(label_of(manner)) == folded) row.manner = name_of(manner);
        if (row.manner.empty()) refuse(row, "manner", "evidence.sheet.manner_unknown", value);
    }

    void take_code(FactRow& row, const std::string& value)
    {
        if (text::length(value) > limits::row_code_length_max)
            return refuse(row, "code", "evidence.sheet.code_too_long",
                          std::to_string(limits::row_code_length_max));
        row.code = value;
    }

    void take_day(FactRow& row, const std::string& value)
    {
        const auto day = document::day_of_cell(value);
        if (!day) return refuse(row, "happened_on", "evidence.sheet.no_day", value);
        row.happened_on = *day;
    }

    void take_product(FactRow& row, const std::string& value)
    {
        const auto folded = text::fold(value);
        const auto found = std::ranges::find_if(products(), [&](const Product& product) {
            return product.key == value || text::fold(product.text) == folded;
        });
        if (found == products().end())
            return refuse(row, "product", "evidence.sheet.product_unknown", value);
        row.product = found->key;
    }

    void take_quantity(FactRow& row, const std::string& value)
    {
        const auto quantity = text::parse_integer(value);
        if (!quantity || *quantity < 1 || *quantity > limits::quantity_max)
            return refuse(row, "quantity", "evidence.sheet.no_quantity", value);
        row.quantity = *quantity;
    }

    void refuse(const FactRow& row, std::string_view column, std::string key,
                const std::string& value = {})
    {
        Error error{.kind = Failure::invalid, .key = std::move(key)};
        if (!value.empty()) error.arguments = {text::shorten(value, limits::row_code_length_max)};
        m_sheet.conflicts.push_back(
            {.row = row.number, .column = fact_column_title(column), .error = std::move(error)});
    }

    const document::TableHead& m_head;
    FactSheet m_sheet{};
};

}  // namespace

std::span<const TableColumn> fact_columns() { return columns; }

std::string_view fact_column_title(std::string_view key)
{
    const auto* const found = std::ranges::find(columns, key, &TableColumn::key);
    return found == columns.end() ? std::string_view{} : found->title;
}

Result<FactSheet> read_fact_sheet(std::span<const document::RecordRow> records)
{
    const auto at = document::find_head(records, columns, asked, limits::sheet_head_rows);
    if (!at) return failure(Failure::invalid, "evidence.sheet.no_head", "file");
    const auto below = records.subspan(*at + 1);
    if (below.size() > limits::sheet_rows_max)
        return failure(Failure::too_large, "evidence.sheet.too_long", "file",
                       {std::to_string(limits::sheet_rows_max)});
    const document::TableHead head{records[*at], columns};
    SheetReader reader{head};
    for (const auto& record : below) reader.read(record);
    auto sheet = reader.finish();
    if (sheet.rows.empty() && sheet.conflicts.empty())
        return failure(Failure::invalid, "evidence.sheet.empty", "file");
    sheet.unused_columns = head.unused(limits::row_code_length_max);
    return sheet;
}

std::string fact_template_csv()
{
    std::vector<std::string> titles;
    std::vector<std::string> hints;
    titles.reserve(columns.size());
    hints.reserve(columns.size());
    for (const auto& column : columns) {
        titles.emplace_back(column.title);
        hints.emplace_back(column.hint);
    }
    hints.front().insert(0, std::string{document::explaining_mark, ' '});
    document::CsvWriter writer;
    writer.add_row(titles);
    writer.add_row(hints);
    return writer.take();
}

}  // namespace caicach::evidence
