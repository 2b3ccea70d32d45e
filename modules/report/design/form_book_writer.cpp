#include "report/design/form_book_writer.hpp"

#include <utility>

#include "base/file.hpp"
#include "document/xlsx_writer.hpp"
#include "http/temporary_file.hpp"
#include "report/design/form_book.hpp"
#include "report/form/definition_json.hpp"

namespace caicach::report
{
namespace
{

using document::SheetCell;
using document::SheetColumn;
using json::Value;

constexpr double narrow = 14;
constexpr double middling = 30;
constexpr double wide = 60;

double width_of(const FieldSpec& field)
{
    switch (field.kind) {
        case FieldKind::number:
        case FieldKind::flag:
        case FieldKind::day:
            return narrow;
        case FieldKind::long_text:
        case FieldKind::lines:
            return wide;
        default:
            return middling;
    }
}

std::vector<SheetColumn> form_columns()
{
    return {{.title = std::string{field_title}, .width = middling},
            {.title = std::string{value_title}, .width = wide},
            {.title = "Cách ghi", .width = wide}};
}

class BookWriting
{
public:
    BookWriting(document::XlsxWriter& writer, const Definition& definition,
                const DesignChoices& choices)
        : m_writer(writer), m_root(to_json(definition)), m_choices(choices)
    {
    }

    Result<void> write()
    {
        const auto fields = fields_of(FormSheet::form);
        const auto values = values_of(m_root, fields);
        for (const auto& field : fields) {
            std::vector<SheetCell> cells{{.text = std::string{field.label}},
                                         cell_of(field, values.at(std::string{field.path})),
                                         {.text = guide_of(field)}};
            TRY(m_writer.add_row(cells));
        }
        TRY(begin(FormSheet::section));
        for (const auto& section : m_root["sections"].elements())
            TRY(row(FormSheet::section, section));
        TRY(parts(FormSheet::indicator, "indicator"));
        TRY(parts(FormSheet::table, "table"));
        TRY(columns());
        TRY(parts(FormSheet::narrative, "narrative"));
        TRY(begin(FormSheet::check));
        for (const auto& check : m_root["checks"].elements()) TRY(row(FormSheet::check, check));
        TRY(guide());
        return known();
    }

private:
    Result<void> begin(FormSheet sheet)
    {
        std::vector<SheetColumn> heads;
        for (const auto& field : fields_of(sheet))
            heads.push_back({.title = std::string{field.label}, .width = width_of(field)});
        return m_writer.begin_sheet(std::string{name_of(sheet)}, heads);
    }

    /// `besides`: what stands in columns that are no members.
    Result<void> row(FormSheet sheet, const Value& object, FieldValues besides = {})
    {
        const auto fields = fields_of(sheet);
        besides.merge(values_of(object, fields));
        std::vector<SheetCell> cells;
        cells.reserve(fields.size());
        for (const auto& field : fields)
            cells.push_back(cell_of(field, besides.at(std::string{field.path})));
        return m_writer.add_row(cells);
    }

    Result<void> parts(FormSheet sheet, std::string_view member)
    {
        TRY(begin(sheet));
        for (const auto& section : m_root["sections"].elements()) {
            int order = 0;
            for (const auto& part : section["parts"].elements()) {
                ++order;
                if (!part.has(member)) continue;
                TRY(row(sheet, part[member],
                        {{std::string{section_field}, {std::string{section["key"].as_string()}}},
                         {std::string{order_field}, {std::to_string(order)}}}));
            }
        }
        return {};
    }

    Result<void> columns()
    {
        TRY(begin(FormSheet::column));
        for (const auto& section : m_root["sections"].elements())
            for (const auto& part : section["parts"].elements())
                for (const auto& column : part["table"]["columns"].elements())
                    TRY(row(FormSheet::column, column,
                            {{std::string{table_field},
                              {std::string{part["table"]["key"].as_string()}}}}));
        return {};
    }

    Result<void> guide()
    {
        TRY(m_writer.begin_sheet("Hướng dẫn", {{.title = "Bảng tính", .width = narrow},
                                               {.title = "Cột", .width = middling},
                                               {.title = "Cách ghi", .width = wide}}));
        for (const auto sheet : form_sheets) {
            if (sheet == FormSheet::form) continue;  // says so beside each of its rows
            for (const auto& field : fields_of(sheet)) {
                const std::vector<SheetCell> cells{{.text = std::string{name_of(sheet)}},
                                                   {.text = std::string{field.label}},
                                                   {.text = guide_of(field)}};
                TRY(m_writer.add_row(cells));
            }
        }
        return {};
    }

    Result<void> known()
    {
        TRY(m_writer.begin_sheet("Danh mục", {{.title = "Dùng cho", .width = middling},
                                              {.title = "Mã", .width = middling},
                                              {.title = "Tên", .width = wide}}));
        for (const auto& [known, title] : {std::pair{Known::figures, "Số liệu nguồn"},
                                           std::pair{Known::told_tables, "Danh sách của hệ thống"},
                                           std::pair{Known::cut_offs, "Mốc chốt số liệu"},
                                           std::pair{Known::reporters, "Cơ quan báo cáo"}})
            for (const auto& [key, text] : m_choices.of(known)) {
                const std::vector<SheetCell> cells{{.text = title}, {.text = key}, {.text = text}};
                TRY(m_writer.add_row(cells));
            }
        return {};
    }

    document::XlsxWriter& m_writer;
    Value m_root;
    const DesignChoices& m_choices;
};

}  // namespace

Result<std::string> book_of(const Definition& definition, const DesignChoices& choices,
                            const std::string& folder)
{
    const auto file = TRY(http::TemporaryFile::create(folder));
    auto writer = TRY(document::XlsxWriter::create(
        file.path(), std::string{name_of(FormSheet::form)}, form_columns()));
    TRY(BookWriting(writer, definition, choices).write());
    TRY(writer.finish());
    return read_file(file.path());
}

}  // namespace caicach::report
