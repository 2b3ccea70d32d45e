#include "report/design/form_book.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "text/text.hpp"

namespace caicach::report
{
namespace
{

constexpr std::string_view yes = "Có";
constexpr std::string_view no = "Không";

constexpr FieldSpec key_field{
    .path = "key",
    .label = "Mã",
    .hint =
        "Chữ thường không dấu, chữ số, gạch dưới. Giữ nguyên mã của chỗ đang dùng. Để trống "
        "thì lấy theo tên."};
constexpr FieldSpec in_section{
    .path = section_field, .label = "Phần", .hint = "Mã của một phần trong bảng tính “Phần”."};
constexpr FieldSpec in_order{
    .path = order_field,
    .label = "Thứ tự",
    .kind = FieldKind::number,
    .hint =
        "Trong phần, chung cho chỉ tiêu, bảng và lời văn; chen giữa thì ghi 2,5. Để trống: "
        "đứng cuối phần."};
constexpr FieldSpec of_table{
    .path = table_field, .label = "Bảng", .hint = "Mã của một bảng trong bảng tính “Bảng”."};

std::vector<FieldSpec> with(std::initializer_list<FieldSpec> first, Piece piece)
{
    std::vector<FieldSpec> all{first};
    std::ranges::copy(specs_of(piece), std::back_inserter(all));
    return all;
}

std::vector<FieldSpec> form_fields()
{
    std::vector<FieldSpec> all{
        {.path = "key", .label = "Mã mẫu", .hint = "Giữ nguyên để sửa mẫu đang có."},
        {.path = "owner",
         .label = "Cơ quan chủ quản",
         .hint = "Mã hoặc tên cơ quan. Để trống thì chọn khi ban hành."}};
    for (const auto piece : {Piece::general, Piece::course, Piece::flow})
        std::ranges::copy(specs_of(piece), std::back_inserter(all));
    return all;
}

/// Its columns' keys, which the page has among them, stand behind the table's.
std::vector<FieldSpec> column_fields()
{
    std::vector<FieldSpec> all{of_table};
    std::ranges::copy(column_specs(), std::back_inserter(all));
    return all;
}

std::optional<int> whole(std::string_view text)
{
    int value{};
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end) return {};
    return value;
}

std::string label_in(const FieldSpec& field, const std::string& value)
{
    const auto found = std::ranges::find(field.words, value, &Word::value);
    return found == field.words.end() ? value : std::string{found->label};
}

/// A number is written as one: "1." of a level would be read as the number 1.
bool has_labels(const FieldSpec& field)
{
    return !field.words.empty() && field.kind != FieldKind::number;
}

bool is_list(const FieldSpec& field)
{
    return field.kind == FieldKind::lines || field.kind == FieldKind::choices ||
           field.kind == FieldKind::many;
}

std::string labels_of(const FieldSpec& field)
{
    std::string all;
    for (const auto& word : field.words) {
        if (!all.empty()) all += "; ";
        if (!has_labels(field)) all += std::string{word.value} + " là ";
        all += word.label;
    }
    return all;
}

Result<std::string> word_in(const FieldSpec& field, std::string_view said)
{
    const auto wanted = text::fold(said);
    for (const auto& word : field.words)
        if (word.value == said || text::fold(word.label) == wanted) return std::string{word.value};
    return failure(Failure::invalid, "report.book.choice", {},
                   {std::string{said}, labels_of(field)});
}

Result<std::string> flag_in(const FieldSpec& field, std::string_view said)
{
    constexpr std::array<std::string_view, 4> yes_words{"co", "x", "1", "dung"};
    constexpr std::array<std::string_view, 3> no_words{"khong", "0", "sai"};
    if (said.empty()) return std::string{field.otherwise};
    const auto folded = text::fold(said);
    if (std::ranges::find(yes_words, folded) != yes_words.end()) return std::string{"1"};
    if (std::ranges::find(no_words, folded) != no_words.end()) return std::string{};
    return failure(Failure::invalid, "report.book.flag");
}

/// Excel makes a day of this year of what was typed as "30/11".
std::string without_year(std::string_view said)
{
    const auto day = Date::from_vietnamese(said);
    if (!day) return std::string{said};
    return std::to_string(day->day()) + "/" + std::to_string(day->month());
}

}  // namespace

std::string_view name_of(FormSheet sheet)
{
    constexpr std::array<std::string_view, form_sheets.size()> names{
        "Mẫu", "Phần", "Chỉ tiêu", "Bảng", "Cột", "Lời văn", "Kiểm tra"};
    return names.at(static_cast<std::size_t>(sheet));
}

std::span<const FieldSpec> fields_of(FormSheet sheet)
{
    static const std::array<std::vector<FieldSpec>, form_sheets.size()> all{
        form_fields(),
        with({key_field}, Piece::section),
        with({in_section, in_order, key_field}, Piece::indicator),
        with({in_section, in_order, key_field}, Piece::table),
        column_fields(),
        with({in_section, in_order, key_field}, Piece::narrative),
        with({}, Piece::check)};
    return all.at(static_cast<std::size_t>(sheet));
}

document::SheetCell cell_of(const FieldSpec& field, const std::vector<std::string>& values)
{
    if (field.kind == FieldKind::flag)
        return {.text = std::string{values.empty() || values.front().empty() ? no : yes}};
    document::SheetCell cell;
    for (const auto& value : values) {
        if (!cell.text.empty()) cell.text += field.kind == FieldKind::lines ? "\n" : "; ";
        cell.text += has_labels(field) ? label_in(field, value) : value;
    }
    if (field.kind != FieldKind::number) return cell;
    const auto number = whole(cell.text);
    if (number) return {.number = *number};
    return cell;
}

Result<std::vector<std::string>> values_of_cell(const FieldSpec& field, std::string_view cell)
{
    using Values = std::vector<std::string>;
    if (field.kind == FieldKind::flag) {
        auto said = TRY(flag_in(field, cell));
        return Values{std::move(said)};
    }
    if (field.kind == FieldKind::day) return Values{without_year(cell)};
    if (!is_list(field)) {
        if (cell.empty() || !has_labels(field)) return Values{std::string{cell}};
        auto word = TRY(word_in(field, cell));
        return Values{std::move(word)};
    }
    Values all;
    for (const auto line : text::split(cell, '\n')) {
        const auto parts =
            field.kind == FieldKind::lines ? std::vector{line} : text::split(line, ';');
        for (const auto part : parts) {
            const auto said = text::squeeze(part);
            if (said.empty()) continue;
            if (!has_labels(field)) {
                all.push_back(said);
                continue;
            }
            auto word = TRY(word_in(field, said));
            all.push_back(std::move(word));
        }
    }
    return all;
}

std::string guide_of(const FieldSpec& field)
{
    std::string guide{field.hint};
    const auto add = [&](const std::string& words) { guide += (guide.empty() ? "" : " ") + words; };
    if (field.kind == FieldKind::flag) add("“Có” hoặc “Không”.");
    if (field.kind == FieldKind::known && field.known != Known::indicators)
        add("Mã trong bảng tính “Danh mục”.");
    if (field.kind == FieldKind::many)
        add("Mã trong bảng tính “Danh mục”, cách nhau bằng dấu chấm phẩy.");
    if (field.kind == FieldKind::choices)
        add("Không, một hoặc nhiều, cách nhau bằng dấu chấm phẩy: " + labels_of(field) + ".");
    else if (!field.words.empty())
        add("Một trong: " + labels_of(field) + ".");
    if (!field.otherwise.empty() && field.kind == FieldKind::choice)
        add("Để trống: " + label_in(field, std::string{field.otherwise}) + ".");
    return guide;
}

}  // namespace caicach::report
