#include "report/paper/report_values.hpp"

#include <utility>

#include "report/paper/number_lines.hpp"
#include "report/paper/table_lines.hpp"

namespace caicach::report
{
namespace
{

using document::TemplateField;
using FieldKind = document::TemplateFieldKind;

constexpr std::string_view number_prefix = "so_";
constexpr std::string_view words_prefix = "muc_";
constexpr std::string_view table_prefix = "bang_";
constexpr std::string_view presence_prefix = "co_";
constexpr std::string_view row_name = "ten_dong";

std::string named(std::string_view prefix, const std::string& key)
{
    return std::string{prefix} + key;
}

TemplateField field_of(const Part& part)
{
    if (std::holds_alternative<Indicator>(part))
        return {.name = named(number_prefix, key_of(part)), .text = text_of(part)};
    if (std::holds_alternative<Narrative>(part))
        return {.name = named(words_prefix, key_of(part)), .text = text_of(part)};
    const auto& table = std::get<FormTable>(part);
    TemplateField field{
        .name = named(table_prefix, table.key), .text = table.text, .kind = FieldKind::list};
    field.columns.reserve(table.columns.size() + 1);
    if (table.rows_of == RowsOf::fixed)
        field.columns.push_back({.name = std::string{row_name}, .text = "Tên dòng"});
    for (const auto& column : table.columns)
        field.columns.push_back({.name = column.key, .text = column.text});
    return field;
}

json::Value rows_of(const FormTable& table, const Filled& filled)
{
    auto list = json::Value::array();
    const auto found = filled.tables.find(table.key);
    if (found == filled.tables.end()) return list;
    for (const auto& row : found->second) {
        auto said = json::Value::object();
        if (table.rows_of == RowsOf::fixed) said.set(row_name, row.name);
        for (std::size_t at = 0; at < table.columns.size(); ++at)
            said.set(table.columns[at].key, cell_text(table.columns[at], row.cells.at(at)));
        list.push(std::move(said));
    }
    return list;
}

void add_part(const Part& part, const Filled& filled, json::Value& values)
{
    const auto& key = key_of(part);
    bool is_there = false;
    if (const auto* table = std::get_if<FormTable>(&part)) {
        auto rows = rows_of(*table, filled);
        is_there = !rows.elements().empty();
        values.set(named(table_prefix, key), std::move(rows));
    } else if (std::holds_alternative<Narrative>(part)) {
        const auto found = filled.texts.find(key);
        is_there = found != filled.texts.end();
        values.set(named(words_prefix, key), is_there ? found->second : std::string{});
    } else {
        const auto* indicator = filled.indicator(key);
        is_there = indicator->sent().has_value();
        values.set(named(number_prefix, key), number_text(*indicator));
    }
    values.set(named(presence_prefix, key), is_there);
}

}  // namespace

document::TemplateFields report_fields(const Definition& definition)
{
    document::TemplateFields fields{{.name = "ten_bao_cao", .text = "Tên báo cáo"},
                                    {.name = "ky", .text = "Kỳ báo cáo: quý III năm 2026"},
                                    {.name = "tu_ngay", .text = "Ngày đầu của số liệu"},
                                    {.name = "den_ngay", .text = "Ngày cuối của số liệu"}};
    for (const auto& section : definition.sections) {
        for (const auto& part : section.parts) {
            fields.push_back(field_of(part));
            fields.push_back({.name = named(presence_prefix, key_of(part)),
                              .text = text_of(part) + ": có hay không",
                              .kind = FieldKind::condition});
        }
    }
    return fields;
}

json::Value report_values(const Filled& filled)
{
    const auto& period = filled.period;
    auto values = json::Value::object()
                      .set("ten_bao_cao", filled.definition->title)
                      .set("ky", period.title)
                      .set("tu_ngay", period.data.from.vietnamese())
                      .set("den_ngay", period.data.to.vietnamese());
    for (const auto& section : filled.definition->sections)
        for (const auto& part : section.parts) add_part(part, filled, values);
    return values;
}

}  // namespace caicach::report
