#include "obligation/target/target_table.hpp"

#include <algorithm>

#include "http/percent.hpp"
#include "obligation/board/filter.hpp"
#include "obligation/target/hundredths.hpp"
#include "obligation/target/target_paths.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

std::string title_of(const Target& target)
{
    return (target.is_part ? "– " : "") + target.item.path + ". " + target.item.title;
}

BoardCell amount_cell(const std::optional<std::int64_t>& amount)
{
    if (!amount) return {};
    return {.text = number_text(*amount),
            .number = static_cast<double>(*amount) / hundredths,
            .digits = 2};
}

std::string area_of(const plan::Item& item)
{
    return item.area.empty() ? "Chưa xếp lĩnh vực" : std::string{plan::area_label(item.area)};
}

std::string source_of(const Measure& measure)
{
    if (measure.source.empty()) return {};
    return measure.source +
           (measure.source_on ? ", ngày " + measure.source_on->vietnamese() : std::string{});
}

std::vector<BoardColumn> columns_for(TableRoom room)
{
    std::vector<BoardColumn> columns{
        {.name = "Chỉ tiêu", .width = 60},        {.name = "Mức phải đạt", .width = 40},
        {.name = "Hiện nay", .width = 24},        {.name = "Số liệu đến ngày", .width = 20},
        {.name = "Đã có số liệu", .width = 16},   {.name = "Tình trạng"},
        {.name = "Còn thiếu kỳ này", .width = 30}};
    if (room == TableRoom::page) return columns;
    for (const auto* name : {"Tử số", "Mẫu số", "Giá trị"})
        columns.push_back({.name = name, .is_number = true});
    for (const auto* name :
         {"Lĩnh vực", "Thực hiện", "Phối hợp", "Theo dõi", "Không tính", "Văn bản quy định mức",
          "Cũng nêu tại mục", "Cơ quan không thuộc diện"})
        columns.push_back({.name = name, .width = 30});
    return columns;
}

/// "Sở Y tế: không có nguồn thu; Sở Tư pháp: …"
std::string excluded_text(const std::vector<ExcludedStanding>& excluded)
{
    std::vector<std::string> parts;
    parts.reserve(excluded.size());
    for (const auto& one : excluded) parts.push_back(one.agency.name + ": " + one.stated.reason);
    return text::join(parts, "; ");
}

BoardCell as_of_cell(const MeasureStanding& standing)
{
    auto cell = text_cell(as_of_text(standing));
    if (standing.first_as_of == standing.last_as_of) cell.day = standing.last_as_of;
    return cell;
}

/// "3 cơ quan, Quý I/2026"
std::string missing_text(const TargetStanding& standing)
{
    if (!standing.asked) return {};
    if (standing.missing.empty()) return "Đủ, " + standing.asked->label();
    return std::to_string(standing.missing.size()) + " cơ quan, " + standing.asked->label() +
           ", hạn " + standing.asked->due.vietnamese();
}

void add_file_cells(std::vector<BoardCell>& cells, const TargetStanding& standing,
                    const MeasureStanding& one)
{
    const auto& item = standing.target.item;
    const auto& amounts = one.total.amounts;
    for (const auto& amount : {amounts.numerator, amounts.denominator, amounts.value})
        cells.push_back(amount_cell(amount));
    std::string also;
    for (const auto& path : standing.target.also_at) also += (also.empty() ? "" : ", ") + path;
    for (auto text :
         {area_of(item), responsible_of(item), names_of(item.support), names_of(item.oversee),
          item.excluding, source_of(one.measure), also, excluded_text(one.excluded)})
        cells.push_back(text_cell(std::move(text)));
}

/// That it does not apply to the agency.
void add_excluded_row(BoardTable& table, const TargetStanding& standing, const MeasureStanding& one,
                      const std::string& path, organisation::AgencyId agency)
{
    for (const auto& excluded : one.excluded) {
        if (excluded.agency.id != agency) continue;
        table.rows.push_back({text_cell(title_of(standing.target), path),
                              text_cell(asked_text(one.measure)), text_cell({}), text_cell({}),
                              text_cell("Không thuộc diện: " + excluded.stated.reason)});
    }
}

}  // namespace

std::string TargetFilter::query() const
{
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        query += query.empty() ? '?' : '&';
        query += std::string{name} + "=" + http::percent_encoded(value);
    };
    add("linh-vuc", area);
    add("tinh-trang", reached ? name_of(*reached) : std::string_view{});
    return query;
}

bool TargetFilter::takes(const Target& target) const
{
    if (area.empty()) return true;
    return area == no_area ? target.item.area.empty() : target.item.area == area;
}

TargetFilter target_filter_of(const http::Request& request)
{
    TargetFilter filter{.reached = reached_from(request.query("tinh-trang").value_or(""))};
    const auto area = request.query("linh-vuc").value_or("");
    const bool is_known = area == no_area || std::ranges::any_of(plan::areas(), [&](const auto& a) {
                              return a.key == area;
                          });
    if (is_known) filter.area = area;
    return filter;
}

BoardTable targets_table(const plan::PlanSummary& plan,
                         const std::vector<TargetStanding>& standings, const TargetFilter& filter,
                         TableRoom room)
{
    BoardTable table{.title = "Chỉ tiêu của kế hoạch", .columns = columns_for(room)};
    for (const auto& standing : standings) {
        if (!filter.takes(standing.target)) continue;
        const auto path = target_path(plan.code, standing.target.code());
        for (const auto& one : standing.measures) {
            if (filter.reached && one.total.reached != *filter.reached) continue;
            std::vector<BoardCell> cells{text_cell(title_of(standing.target), path),
                                         text_cell(asked_text(one.measure)),
                                         text_cell(total_result_text(one.measure, one.total)),
                                         as_of_cell(one),
                                         text_cell(stated_text(one.total)),
                                         text_cell(std::string{label_of(one.total.reached)}),
                                         text_cell(missing_text(standing))};
            if (room == TableRoom::file) add_file_cells(cells, standing, one);
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

BoardTable own_targets_table(const plan::PlanSummary& plan,
                             const std::vector<TargetStanding>& standings,
                             organisation::AgencyId agency, const TargetFilter& filter)
{
    BoardTable table{.title = plan.title,
                     .columns = {{.name = "Chỉ tiêu", .width = 60},
                                 {.name = "Mức phải đạt", .width = 40},
                                 {.name = "Số liệu của cơ quan", .width = 30},
                                 {.name = "Số liệu đến ngày"},
                                 {.name = "Tình trạng"}}};
    for (const auto& standing : standings) {
        if (!filter.takes(standing.target)) continue;
        const auto path = target_path(plan.code, standing.target.code());
        for (const auto& one : standing.measures) {
            if (!filter.reached) add_excluded_row(table, standing, one, path, agency);
            const auto own = std::ranges::find_if(
                one.agencies, [&](const AgencyStanding& row) { return row.agency.id == agency; });
            if (own == one.agencies.end()) continue;
            if (filter.reached && own->reached != *filter.reached) continue;
            table.rows.push_back({text_cell(title_of(standing.target), path),
                                  text_cell(asked_text(one.measure)),
                                  text_cell(known_text(one.measure, *own)),
                                  day_cell(own->amounts ? std::optional{own->as_of} : std::nullopt),
                                  text_cell(std::string{label_of(own->reached)})});
        }
    }
    return table;
}

BoardTable agencies_table(const PlanTargets& targets, const Target& target,
                          const MeasureStanding& standing, bool sees_all)
{
    BoardTable table{.title = "Số liệu của từng cơ quan",
                     .columns = {{.name = "Cơ quan", .width = 44},
                                 {.name = "Số liệu", .width = 40},
                                 {.name = "Đến ngày"},
                                 {.name = "Nguồn", .width = 40},
                                 {.name = "Tình trạng"}}};
    for (const auto& one : standing.agencies) {
        if (!sees_all && !targets.may_see_agency(one.agency.id)) continue;
        const auto path = measurements_path(targets.plan().code, target.code(),
                                            standing.measure.key, one.agency.code);
        std::string source = one.measurement ? one.measurement->source : std::string{};
        if (one.is_of_figures) source = "Tính từ kết quả đã ghi nhận";
        table.rows.push_back(
            {text_cell(one.agency.name, path), text_cell(known_text(standing.measure, one)),
             day_cell(one.amounts ? std::optional{one.as_of} : std::nullopt),
             text_cell(std::move(source)), text_cell(std::string{label_of(one.reached)})});
    }
    return table;
}

std::string asked_text(const Measure& measure)
{
    const bool says_each = measure.is_each && !measure.is_condition;
    return (measure.is_part ? "trong đó: " : "") + measure.sentence() +
           (says_each ? ", mỗi cơ quan" : "");
}

std::string known_text(const Measure& measure, const AgencyStanding& standing)
{
    if (!standing.amounts) return "Chưa có";
    auto text = amounts_text(measure, *standing.amounts);
    const auto add = [&](std::string_view what, const std::vector<std::string>& names) {
        if (!names.empty()) text += std::string{what} + text::join(names, ", ");
    };
    add("; gồm số của ", standing.taken_over);
    add("; chưa gồm số của ", standing.lacking);
    return text;
}

std::string stated_text(const Total& total)
{
    if (total.expected == 0) return "Không cơ quan nào thuộc diện";
    return text::format_integer(total.stated) + "/" + text::format_integer(total.expected) +
           " cơ quan";
}

std::string as_of_text(const MeasureStanding& standing)
{
    if (!standing.first_as_of || !standing.last_as_of) return {};
    if (standing.first_as_of == standing.last_as_of) return standing.last_as_of->vietnamese();
    return "từ " + standing.first_as_of->vietnamese() + " đến " + standing.last_as_of->vietnamese();
}

}  // namespace caicach::obligation
