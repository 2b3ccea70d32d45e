#include "report/design/form_book_reader.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "report/amount.hpp"
#include "report/design/piece_keys.hpp"
#include "report/limits.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

using document::RecordRow;
using document::WorkbookSheet;
using json::Value;

constexpr std::size_t faults_max = 100;  ///< nobody mends more at once
constexpr auto nowhere = std::numeric_limits<std::size_t>::max();

std::string quoted(std::string_view words) { return "“" + std::string{words} + "”"; }

std::string words_of(FormSheet sheet, int row = 0, std::string_view column = {})
{
    auto words = std::string{name_of(sheet)};
    if (row > 0) words += ", dòng " + std::to_string(row);
    if (!column.empty()) words += ", cột " + quoted(column);
    return words;
}

std::string_view at(const RecordRow& row, std::size_t column)
{
    return column < row.cells.size() ? std::string_view{row.cells[column]} : std::string_view{};
}

/// Pieces by their keys, or else by their words; the first of several.
class Names
{
public:
    void add(const Value& piece, std::string_view words)
    {
        m_by_key.emplace(piece["key"].as_string(), m_count);
        m_by_words.emplace(text::fold(words), m_count);
        ++m_count;
    }
    [[nodiscard]] std::size_t find(std::string_view word) const
    {
        if (const auto found = m_by_key.find(word); found != m_by_key.end()) return found->second;
        const auto found = m_by_words.find(text::fold(word));
        return word.empty() || found == m_by_words.end() ? nowhere : found->second;
    }

private:
    std::map<std::string, std::size_t, std::less<>> m_by_key{};
    std::map<std::string, std::size_t, std::less<>> m_by_words{};
    std::size_t m_count{};
};

/// One row as the page's fields would say it.
struct Said {
    FormSheet sheet{};
    int row{};
    FieldValues values{};
};

std::size_t rows_max(FormSheet sheet)
{
    switch (sheet) {
        case FormSheet::section:
            return limits::sections_max;
        case FormSheet::check:
            return limits::checks_max;
        case FormSheet::form:
        case FormSheet::column:
            return limits::form_book_rows_max;
        default:
            return limits::parts_max;
    }
}

/// A part before it stands in its section.
struct LoosePart {
    Said said{};
    std::string member{};
    Value object{};
    std::int64_t order{std::numeric_limits<std::int64_t>::max()};
};

class BookReading
{
public:
    explicit BookReading(std::span<const WorkbookSheet> sheets) : m_sheets(sheets) {}

    FormBookRead run()
    {
        form();
        const auto sections = rows_in(FormSheet::section);
        for (const auto sheet : {FormSheet::indicator, FormSheet::table, FormSheet::narrative})
            m_parts[sheet] = rows_in(sheet);
        m_columns = rows_in(FormSheet::column);
        keep_keys(sections);
        for (const auto& said : sections) section(said);
        parts(FormSheet::indicator, "indicator");
        parts(FormSheet::table, "table");
        parts(FormSheet::narrative, "narrative");
        place_parts();
        checks();
        return std::move(m_read);
    }

private:
    void note(std::string place, std::string key, std::vector<std::string> arguments = {})
    {
        if (m_read.faults.size() >= faults_max) return;
        m_read.faults.push_back(
            {Failure::invalid, std::move(key), std::move(place), std::move(arguments), {}});
    }

    /// Nothing where it is not there, or has no titles.
    const WorkbookSheet* sheet(FormSheet wanted)
    {
        const auto name = text::fold(name_of(wanted));
        const auto found = std::ranges::find_if(
            m_sheets, [&](const WorkbookSheet& one) { return text::fold(one.name) == name; });
        if (found != m_sheets.end() && !found->rows.empty()) return &*found;
        note(std::string{name_of(wanted)}, "report.book.no_sheet", {std::string{name_of(wanted)}});
        return nullptr;
    }

    /// Where the column of each title stands; nowhere for one that is not there.
    std::vector<std::size_t> places(FormSheet sheet, const RecordRow& head,
                                    std::span<const std::string_view> titles)
    {
        std::vector<std::size_t> found(titles.size(), nowhere);
        for (std::size_t column = 0; column < head.cells.size(); ++column) {
            if (head.cells[column].empty()) continue;
            const auto title = text::fold(head.cells[column]);
            const auto wanted = std::ranges::find_if(
                titles, [&](std::string_view one) { return text::fold(one) == title; });
            const auto place = words_of(sheet, head.number, head.cells[column]);
            if (wanted == titles.end()) {
                // Guides of our own stand beside the fields of the form itself.
                if (sheet != FormSheet::form) note(place, "report.book.unknown_column");
                continue;
            }
            auto& at_title = found[static_cast<std::size_t>(wanted - titles.begin())];
            if (at_title != nowhere) note(place, "report.book.twice");
            at_title = column;
        }
        for (std::size_t i = 0; i < titles.size(); ++i)
            if (found[i] == nowhere)
                note(words_of(sheet, head.number, titles[i]), "report.book.no_column");
        return found;
    }

    void take(FieldValues& into, const FieldSpec& field, std::string_view cell, std::string place)
    {
        auto values = values_of_cell(field, cell);
        if (values)
            into.emplace(field.path, std::move(*values));
        else
            note(std::move(place), values.error().key, values.error().arguments);
    }

    /// Each field of the form itself is a row.
    void form()
    {
        m_read.value = Value::object();
        const auto* book = sheet(FormSheet::form);
        if (book == nullptr) return;
        const auto& head = book->rows.front();
        const std::array titles{field_title, value_title};
        const auto columns = places(FormSheet::form, head, titles);
        if (columns[0] == nowhere || columns[1] == nowhere) return;
        const auto fields = fields_of(FormSheet::form);
        FieldValues values;
        for (const auto& row : std::span{book->rows}.subspan(1)) {
            const auto said = at(row, columns[0]);
            if (said.empty() && at(row, columns[1]).empty()) continue;
            const auto place = words_of(FormSheet::form, row.number, field_title);
            const auto wanted = text::fold(said);
            const auto field = std::ranges::find_if(
                fields, [&](const FieldSpec& one) { return text::fold(one.label) == wanted; });
            if (field == fields.end()) {
                note(place, "report.book.unknown_row");
                continue;
            }
            const bool is_first = m_form_rows.emplace(std::string{field->path}, row.number).second;
            if (!is_first) {
                note(place, "report.book.twice");
                continue;
            }
            take(values, *field, at(row, columns[1]),
                 words_of(FormSheet::form, row.number, value_title));
        }
        for (const auto& field : fields)
            if (!m_form_rows.contains(field.path))
                note(std::string{name_of(FormSheet::form)}, "report.book.no_row",
                     {std::string{field.label}});
        m_read.value = object_of(values, fields);
        for (const auto& [path, number] : m_form_rows) {
            auto pointer = "/" + path;
            std::ranges::replace(pointer, '.', '/');
            m_read.rows.emplace_back(std::move(pointer), BookRow{FormSheet::form, number});
        }
    }

    /// The rows below the titles.
    std::vector<Said> rows_in(FormSheet which)
    {
        std::vector<Said> all;
        const auto* book = sheet(which);
        if (book == nullptr) return all;
        const auto fields = fields_of(which);
        std::vector<std::string_view> titles;
        titles.reserve(fields.size());
        for (const auto& field : fields) titles.push_back(field.label);
        const auto columns = places(which, book->rows.front(), titles);
        if (book->rows.size() - 1 > rows_max(which)) {
            note(std::string{name_of(which)}, "report.json.too_many",
                 {std::to_string(rows_max(which))});
            return all;
        }
        for (const auto& row : std::span{book->rows}.subspan(1)) {
            Said said{.sheet = which, .row = row.number};
            for (std::size_t i = 0; i < fields.size(); ++i)
                if (columns[i] != nowhere)
                    take(said.values, fields[i], at(row, columns[i]),
                         words_of(which, row.number, fields[i].label));
            all.push_back(std::move(said));
        }
        return all;
    }

    static Value object_in(const Said& said)
    {
        std::vector<FieldSpec> members;
        for (const auto& field : fields_of(said.sheet))
            if (!field.path.starts_with('#')) members.push_back(field);
        return object_of(said.values, members);
    }

    void name(Value& object, std::string_view words)
    {
        if (object["key"].as_string().empty()) object.set("key", key_for(words, m_keys));
    }

    void section(const Said& said)
    {
        auto object = object_in(said);
        name(object, object["title"].as_string());
        m_section_names.add(object, object["title"].as_string());
        m_sections.push_back(std::move(object));
        m_section_parts.emplace_back();
        m_section_rows.push_back(said.row);
    }

    /// Keys that are given go before those that are made of words.
    void keep_keys(const std::vector<Said>& sections)
    {
        const auto keep = [&](const std::vector<Said>& all) {
            for (const auto& said : all)
                if (const auto key = value_at(said.values, "key"); !key.empty())
                    m_keys.emplace(key);
        };
        keep(sections);
        for (const auto& [sheet, all] : m_parts) keep(all);
    }

    void parts(FormSheet sheet, std::string_view member)
    {
        std::vector<LoosePart> loose;
        Names names;
        for (const auto& said : m_parts[sheet]) {
            LoosePart part{.said = said, .member = std::string{member}, .object = object_in(said)};
            name(part.object, part.object["text"].as_string());
            names.add(part.object, part.object["text"].as_string());
            loose.push_back(std::move(part));
        }
        if (sheet == FormSheet::table) columns_into(loose, names);
        for (auto& part : loose) put(std::move(part));
    }

    void columns_into(std::vector<LoosePart>& loose, const Names& tables)
    {
        for (const auto& said : m_columns) {
            const auto word = value_at(said.values, table_field);
            const auto at_table = tables.find(word);
            if (at_table == nowhere) {
                note(words_of(FormSheet::column, said.row, "Bảng"), "report.book.table",
                     {std::string{word}});
                continue;
            }
            auto& table = loose[at_table].object;
            auto columns = table["columns"];
            columns.push(object_in(said));
            table.set("columns", std::move(columns));
            m_column_rows[at_table].push_back(said.row);
        }
        for (std::size_t i = 0; i < loose.size(); ++i) {
            loose[i].object = with_column_keys(std::move(loose[i].object));
            m_table_at[loose[i].said.row] = i;
        }
    }

    /// Into its section, behind those of the same order.
    void put(LoosePart part)
    {
        const auto& said = part.said;
        const auto order = value_at(said.values, order_field);
        const auto number = ten_thousandths(order, limits::decimals_max);
        if (!order.empty() && !number)
            note(words_of(said.sheet, said.row, "Thứ tự"), "report.book.order",
                 {std::string{order}});
        if (number) part.order = *number;
        const auto word = value_at(said.values, section_field);
        const auto home = m_section_names.find(word);
        if (home == nowhere)
            return note(words_of(said.sheet, said.row, "Phần"), "report.book.section",
                        {std::string{word}});
        m_section_parts[home].push_back(std::move(part));
    }

    void place_parts()
    {
        auto sections = Value::array();
        for (std::size_t i = 0; i < m_sections.size(); ++i) {
            auto& parts = m_section_parts[i];
            std::ranges::stable_sort(parts, {}, &LoosePart::order);
            const auto pointer = "/sections/" + std::to_string(i);
            m_read.rows.emplace_back(pointer, BookRow{FormSheet::section, m_section_rows[i]});
            auto array = Value::array();
            for (std::size_t j = 0; j < parts.size(); ++j) {
                auto& part = parts[j];
                const auto below = pointer + "/parts/" + std::to_string(j) + "/" + part.member;
                m_read.rows.emplace_back(below, BookRow{part.said.sheet, part.said.row});
                if (part.said.sheet == FormSheet::table) column_places(part, below);
                array.push(Value::object().set(part.member, std::move(part.object)));
            }
            if (!array.elements().empty()) m_sections[i].set("parts", std::move(array));
            sections.push(std::move(m_sections[i]));
        }
        if (!sections.elements().empty()) m_read.value.set("sections", std::move(sections));
    }

    void column_places(const LoosePart& table, const std::string& pointer)
    {
        const auto found = m_column_rows.find(m_table_at[table.said.row]);
        if (found == m_column_rows.end()) return;
        for (std::size_t i = 0; i < found->second.size(); ++i)
            m_read.rows.emplace_back(pointer + "/columns/" + std::to_string(i),
                                     BookRow{FormSheet::column, found->second[i]});
    }

    void checks()
    {
        auto all = Value::array();
        for (const auto& said : rows_in(FormSheet::check)) {
            m_read.rows.emplace_back("/checks/" + std::to_string(all.elements().size()),
                                     BookRow{FormSheet::check, said.row});
            all.push(object_in(said));
        }
        if (!all.elements().empty()) m_read.value.set("checks", std::move(all));
    }

    std::span<const WorkbookSheet> m_sheets;
    FormBookRead m_read{};
    std::map<std::string, int, std::less<>> m_form_rows{};
    std::vector<Value> m_sections{};
    Names m_section_names{};
    std::vector<int> m_section_rows{};
    std::vector<std::vector<LoosePart>> m_section_parts{};
    std::map<FormSheet, std::vector<Said>> m_parts{};
    std::vector<Said> m_columns{};
    std::map<std::size_t, std::vector<int>> m_column_rows{};  ///< by the table's place
    std::map<int, std::size_t> m_table_at{};                  ///< by its row
    Keys m_keys{};
};

/// The field of a sheet that a path below a row is about, or of.
std::string_view label_at(FormSheet sheet, std::string_view path)
{
    for (const auto& field : fields_of(sheet))
        if (path == field.path ||
            (path.starts_with(field.path) && path.substr(field.path.size()).starts_with('.')))
            return field.label;
    return {};
}

}  // namespace

std::string FormBookRead::place_of(std::string_view pointer) const
{
    const std::pair<std::string, BookRow>* best = nullptr;
    for (const auto& one : rows) {
        const bool is_below =
            pointer.starts_with(one.first) &&
            (pointer.size() == one.first.size() || pointer[one.first.size()] == '/');
        if (is_below && (best == nullptr || one.first.size() > best->first.size())) best = &one;
    }
    if (best == nullptr) {
        if (pointer.starts_with("/sections")) return words_of(FormSheet::section);
        return words_of(pointer.starts_with("/checks") ? FormSheet::check : FormSheet::form);
    }
    const auto& [sheet, number] = best->second;
    if (sheet == FormSheet::form) return words_of(sheet, number, value_title);
    std::string path{pointer.substr(std::min(best->first.size() + 1, pointer.size()))};
    std::ranges::replace(path, '/', '.');
    return words_of(sheet, number, label_at(sheet, path));
}

FormBookRead read_form_book(std::span<const WorkbookSheet> sheets)
{
    return BookReading{sheets}.run();
}

Result<FormBookRead> form_of_book(std::string_view bytes)
{
    const auto sheets = TRY(document::sheets_of(bytes));
    if (!document::is_xlsx(bytes)) return failure(Failure::unsupported, "report.book.kind", "file");
    std::size_t rows = 0;
    for (const auto& sheet : sheets) rows += sheet.rows.size();
    if (rows > limits::form_book_rows_max)
        return failure(Failure::too_large, "report.import.too_long", "file",
                       {std::to_string(limits::form_book_rows_max)});
    return read_form_book(sheets);
}

}  // namespace caicach::report
