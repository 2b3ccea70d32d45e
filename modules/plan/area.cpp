#include "plan/area.hpp"

#include <algorithm>
#include <vector>

#include "plan/reference_data.hpp"
#include "text/table.hpp"

namespace caicach::plan
{

std::span<const Area> areas()
{
    static const auto all = [] {
        const auto table = MUST(text::Table::parse(reference_data::plan_areas));
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
