#include "report/flow/correction_form.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "report/filling/filling_form.hpp"
#include "report/flow/flow_views.hpp"
#include "report/limits.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

constexpr std::string_view new_prefix = "moi-";
constexpr std::string_view removal_prefix = "bo-";
constexpr std::string_view file_removal_prefix = "bo_tep-";
constexpr std::string_view cell_prefix = "o-";
constexpr int row_max = 1'000'000;

/// The place that a control of that prefix names.
std::optional<CellPlace> place_behind(std::string_view prefix, std::string_view control)
{
    if (!control.starts_with(prefix)) return {};
    return place_from(std::string{cell_prefix} + std::string{control.substr(prefix.size())});
}

/// No table of ours has such rows.
template <class Places>
bool reach_beyond(const Places& places)
{
    return std::ranges::any_of(places, [](const auto& one) { return one.row > row_max; });
}

std::string control_of(std::string_view prefix, std::string_view field, int row)
{
    return std::string{prefix} + control_name(field, row).substr(cell_prefix.size());
}

}  // namespace

std::string new_file_control(std::size_t number) { return "tep_moi_" + std::to_string(number); }

std::string new_cell_control(std::string_view field, int row)
{
    return control_of(new_prefix, field, row);
}

std::string file_removal_control(std::string_view code)
{
    return std::string{file_removal_prefix} + std::string{code};
}

std::string row_removal_control(std::string_view table, int row)
{
    return control_of(removal_prefix, table, row);
}

std::string new_rows_control(std::string_view table) { return "so_dong-" + std::string{table}; }

Result<Correction> correction_in(const http::Request& request)
{
    Correction correction{.says_no_secret = request.checked(no_secret_field)};
    correction.changes = TRY(changes_in(request));
    correction.reason = TRY(request.paragraphs(reason_field));
    for (const auto& field : request.fields()) {
        if (field.name.starts_with(file_removal_prefix))
            correction.dropped_files.push_back(field.name.substr(file_removal_prefix.size()));
        if (auto removed = place_behind(removal_prefix, field.name))
            correction.removed_rows.push_back(std::move(*removed));
        const auto added = place_behind(new_prefix, field.name);
        if (added && !text::trim(field.value).empty())
            correction.new_rows.push_back(
                {.field = added->field, .row = added->row, .value = field.value});
    }
    const bool is_far = reach_beyond(correction.changes) || reach_beyond(correction.new_rows) ||
                        reach_beyond(correction.removed_rows);
    const auto rows = correction.new_rows.size() + correction.removed_rows.size();
    if (is_far || rows > limits::cells_sent_max ||
        correction.dropped_files.size() > limits::files_max)
        return failure(Failure::invalid, "report.cell.unknown");
    return correction;
}

}  // namespace caicach::report
