#include "plan/area.hpp"

#include <algorithm>
#include <vector>

#include "plan/reference_data.hpp"
#include "plan/reference_files.hpp"

namespace caicach::plan
{
namespace
{

/// A key stands in items for ever; its words may change, and there may be more.
Result<void> check_areas(const text::Table& table)
{
    for (const auto& row : table.rows()) {
        TRY(text::required_text(table, row, "key"));
        TRY(text::required_text(table, row, "text"));
    }
    const auto built_in = TRY(text::Table::parse(reference_data::plan_areas));
    return text::require_keys(table, built_in);
}

}  // namespace

text::ReferenceFile areas_file()
{
    return {"plan_areas.csv", reference_data::plan_areas, check_areas};
}

std::span<const Area> areas()
{
    static const auto all = [] {
        const auto table = MUST(text::table_of(areas_file()));
        std::vector<Area> rows;
        for (const auto& row : table.rows()) {
            rows.push_back({.key = table.at(row, "key"), .text = table.at(row, "text")});
        }
        return rows;
    }();
    return all;
}

std::string_view area_label(std::string_view key)
{
    const auto found = std::ranges::find(areas(), key, &Area::key);
    return found == areas().end() ? key : found->text;
}

}  // namespace caicach::plan
