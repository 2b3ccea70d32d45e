#include "report/filling/filling_form.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "report/limits.hpp"

namespace caicach::report
{
namespace
{

std::optional<std::string> base_of(const json::Value& base, std::string_view control)
{
    for (const auto& pair : base.elements()) {
        const auto& both = pair.elements();
        if (both.size() == 2 && both[0].as_string() == control)
            return std::string{both[1].as_string()};
    }
    return {};
}

}  // namespace

Result<std::vector<CellChange>> changes_in(const http::Request& request)
{
    const auto base = json::parse(request.raw(base_field));
    std::vector<CellChange> changes;
    for (const auto& field : request.fields()) {
        const auto place = place_from(field.name);
        if (!place) continue;
        CellChange change{.field = place->field, .row = place->row, .value = field.value};
        if (base) change.base = base_of(*base, field.name);
        changes.push_back(std::move(change));
    }
    if (changes.size() > limits::cells_sent_max)
        return failure(Failure::invalid, "report.cell.unknown");
    return changes;
}

std::string base_text(std::span<const http::Field> shown)
{
    auto list = json::Value::array();
    for (const auto& one : shown)
        list.push(json::Array{json::Value{one.name}, json::Value{one.value}});
    return json::dump(list);
}

std::vector<CellNews> news_for(const Definition& definition, std::span<const FilledCell> stored,
                               std::span<const CellChange> sent)
{
    std::vector<CellNews> news;
    for (const auto& one : sent) {
        const auto kind = cell_kind(definition, one.field, one.row);
        if (!kind || !one.base || one.value != *one.base) continue;
        const auto found = std::ranges::find_if(stored, [&](const FilledCell& cell) {
            return cell.field == one.field && cell.row == one.row;
        });
        const auto value = found == stored.end() ? std::string{} : found->value;
        const auto base = cell_value(*kind, *one.base);
        if (base && *base == value) continue;
        news.push_back({control_name(one.field, one.row), shown_cell(*kind, value)});
    }
    return news;
}

}  // namespace caicach::report
