#include "organisation/agency_sheet.hpp"

#include <algorithm>
#include <utility>

#include "organisation/contact.hpp"
#include "organisation/limits.hpp"
#include "organisation/official_code.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

constexpr std::string_view point_column = "point";
constexpr std::string_view behind_label = ": ";

/// What the template says of each official code's column; columns look at these texts.
std::vector<std::string> make_code_hints()
{
    std::vector<std::string> hints;
    hints.reserve(code_systems().size());
    for (const auto& system : code_systems())
        hints.push_back("Theo " + system.source + ", ví dụ " + system.example);
    return hints;
}

std::vector<SheetColumn> make_columns()
{
    static const auto hints = make_code_hints();
    std::vector<SheetColumn> all{
        {"code", "Mã", "ma co quan|ma don vi|code", 14,
         "Chữ in hoa không dấu, chữ số; không đổi về sau"},
        {"name", "Tên", "ten co quan|ten don vi|ten day du|co quan|name", 44,
         "Tên đầy đủ như trong văn bản"},
        {"short_name", "Tên viết tắt", "viet tat|ten ngan|short name", 20, "Bỏ trống nếu không có"},
        {"kind", "Loại", "loai co quan|loai don vi|kind", 40, "Đúng như danh sách loại cơ quan"},
        {"parent", "Mã cấp trên", "cap tren|co quan cap tren|ma co quan cap tren|truc thuoc|parent",
         14, "Mã của cơ quan cấp trên"},
        {"valid_from", "Từ ngày", "thanh lap ngay|ngay thanh lap|valid from", 12,
         "Ngày thành lập, ví dụ 01/03/2025; bỏ trống nếu từ trước"},
        {"valid_to", "Đến hết ngày", "den ngay|ngay ket thuc|valid to", 12,
         "Chỉ ghi nếu đã kết thúc hoạt động"},
    };
    for (std::size_t at = 0; at < hints.size(); ++at) {
        const auto& system = code_systems()[at];
        all.push_back({.key = system.key,
                       .title = system.text,
                       .also = system.also,
                       .width = 18,
                       .hint = hints[at]});
    }
    all.insert(
        all.end(),
        {
            {"address", "Địa chỉ", "dia chi tru so|tru so|address", 40, "Địa chỉ trụ sở"},
            {"hotline", "Đường dây nóng", "hotline", 18, "Số công khai của cơ quan"},
            {"telephone", "Điện thoại", "so dien thoai|telephone", 18, "Số công khai của cơ quan"},
            {"email", "Thư điện tử", "email|hop thu|thu cong vu", 28, "Hộp thư của cơ quan"},
            {"site", "Trang thông tin điện tử", "website|trang web|cong thong tin dien tu|site", 32,
             "Bắt đầu bằng https://"},
            {point_column, "Đầu mối ở xã, thôn",
             "dau moi|dau moi o thon|dau moi o xa thon to dan pho|point", 50,
             "Nơi: nội dung; nhiều nơi thì ngăn bằng dấu |, ví dụ Thôn Hạ: Nhà văn hóa thôn | Thôn "
             "Thượng: "
             "Ông trưởng thôn"},
        });
    return all;
}

class SheetReader
{
public:
    SheetReader(const document::TableHead& head, std::span<const Kind> kinds)
        : m_head(head), m_kinds(kinds)
    {
    }

    void read(const document::RecordRow& record)
    {
        if (record.cells.front().starts_with(document::explaining_mark)) return;
        AgencyRow row{.number = record.number};
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            const auto& cell = record.cells[i];
            const auto* column = m_head.at(i);
            if (column != nullptr && !cell.empty()) take(row, *column, cell);
        }
        m_sheet.rows.push_back(std::move(row));
    }

    AgencySheet finish() { return std::move(m_sheet); }

private:
    void take(AgencyRow& row, const SheetColumn& column, const std::string& cell)
    {
        const auto value = text::squeeze(cell);
        if (column.key == "code")
            row.code = text::upper(value);
        else if (column.key == "name")
            row.name = value;
        else if (column.key == "short_name")
            row.short_name = value;
        else if (column.key == "kind")
            take_kind(row, column, value);
        else if (column.key == "parent")
            row.parent = text::upper(value);
        else if (column.key == "valid_from")
            row.from = day(row, column, value);
        else if (column.key == "valid_to")
            row.to = day(row, column, value);
        else if (column.key == point_column)
            take_points(row, column, value);
        else if (code_system(column.key))
            row.codes.push_back({.system = column.key, .code = official_code_form(value)});
        else
            row.contacts.push_back({.kind = column.key, .label = {}, .value = value});
    }

    void take_points(AgencyRow& row, const SheetColumn& column, std::string_view cell)
    {
        const auto entries = text::split(cell, point_parting);
        if (entries.size() > limits::contacts_max)
            return refuse(row, column, "organisation.sheet.points_many",
                          std::to_string(limits::contacts_max));
        for (const auto written : entries) {
            const auto entry = text::trim(written);
            if (entry.empty()) continue;
            const auto colon = entry.find(behind_label);
            SheetContact point{.kind = column.key, .label = {}, .value = std::string(entry)};
            if (colon != std::string_view::npos) {
                point.label = text::trim(entry.substr(0, colon));
                point.value = text::trim(entry.substr(colon + behind_label.size()));
            }
            const auto is_same = [&](const SheetContact& other) {
                return other.kind == point.kind && other.label == point.label;
            };
            if (std::ranges::any_of(row.contacts, is_same))
                refuse(row, column, "organisation.sheet.point_twice", point.label);
            row.contacts.push_back(std::move(point));
        }
    }

    void take_kind(AgencyRow& row, const SheetColumn& column, const std::string& value)
    {
        const auto folded = text::fold(value);
        const auto is_meant = [&](const Kind& kind) {
            return kind.key == value || text::fold(kind.text) == folded;
        };
        const auto found = std::ranges::find_if(m_kinds, is_meant);
        if (found == m_kinds.end()) {
            refuse(row, column, "organisation.sheet.kind_unknown", value);
        } else {
            row.kind = found->key;
        }
    }

    std::optional<Date> day(const AgencyRow& row, const SheetColumn& column,
                            const std::string& value)
    {
        const auto found = document::day_of_cell(value);
        if (found && *found >= first_day()) return found;
        refuse(row, column, "organisation.sheet.no_day", value);
        return std::nullopt;
    }

    void refuse(const AgencyRow& row, const SheetColumn& column, std::string key,
                const std::string& value)
    {
        m_sheet.conflicts.push_back(
            {.row = row.number,
             .column = column.title,
             .error = {.kind = Failure::invalid,
                       .key = std::move(key),
                       .arguments = {text::shorten(value, limits::name_length_max)}}});
    }

    const document::TableHead& m_head;
    std::span<const Kind> m_kinds;
    AgencySheet m_sheet{};
};

}  // namespace

const std::vector<SheetColumn>& sheet_columns()
{
    static const auto columns = make_columns();
    return columns;
}

std::string_view column_title(std::string_view key)
{
    const auto found = std::ranges::find(sheet_columns(), key, &SheetColumn::key);
    return found == sheet_columns().end() ? std::string_view{} : found->title;
}

std::string point_text(std::string_view label, std::string_view value)
{
    std::string written(label);
    // A value that looks as if it had a label says that it has none.
    const bool is_parted = value.find(behind_label) != std::string_view::npos;
    if (!label.empty() || is_parted) written += behind_label;
    return written.append(value);
}

Result<AgencySheet> read_agency_sheet(std::span<const document::RecordRow> records,
                                      std::span<const Kind> kinds)
{
    constexpr std::array<std::string_view, 2> asked{"code", "name"};
    const auto at = document::find_head(records, sheet_columns(), asked, limits::sheet_head_rows);
    if (!at) return failure(Failure::invalid, "organisation.sheet.no_head", "file");
    const auto below = records.subspan(*at + 1);
    if (below.size() > limits::sheet_rows_max)
        return failure(Failure::too_large, "organisation.sheet.too_long", "file",
                       {std::to_string(limits::sheet_rows_max)});
    const document::TableHead head{records[*at], sheet_columns()};
    SheetReader reader(head, kinds);
    for (const auto& record : below) reader.read(record);
    auto sheet = reader.finish();
    if (sheet.rows.empty()) return failure(Failure::invalid, "organisation.sheet.empty", "file");
    sheet.unused_columns = head.unused(limits::name_length_max);
    return sheet;
}

}  // namespace caicach::organisation
