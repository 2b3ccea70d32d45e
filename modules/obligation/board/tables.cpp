#include "obligation/board/tables.hpp"

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "calendar/period_key.hpp"
#include "obligation/paths.hpp"

namespace caicach::obligation
{
namespace
{

using Row = std::vector<BoardCell>;

void add_sums_columns(BoardTable& table)
{
    for (const auto* name :
         {"Phải xong", "Đúng hạn", "Muộn", "Quá hạn", "Được miễn", "Tỷ lệ đúng hạn"})
        table.columns.push_back({.name = name, .is_number = true});
}

/// Each number leads to the very obligations it counts: `filter` names them.
void add_sums(Row& row, const plan::PlanSummary& plan, const Sums& sums, BoardFilter filter)
{
    const auto path = [&](State state) {
        filter.state = state;
        return tasks_path(plan, filter);
    };
    row.push_back(number_cell(sums.asked()));
    row.push_back(number_cell(sums.in_time, path(State::fulfilled)));
    row.push_back(number_cell(sums.late, path(State::fulfilled_late)));
    row.push_back(number_cell(sums.overdue, path(State::overdue)));
    row.push_back(number_cell(sums.excused, path(State::excused)));
    row.push_back(percent_cell(sums));
}

/// The same for a row over many agencies. A list is narrowed by their kind as the board is, but
/// not by what else they have to do: then its numbers lead nowhere.
void add_sums_of_many(Row& row, const Board& board, const Sums& sums, BoardFilter filter)
{
    const auto first = row.size();
    filter.kind = board.watched.filter.kind;
    add_sums(row, board.watched.plan, sums, std::move(filter));
    if (!board.watched.filter.state) return;
    for (auto i = first; i < row.size(); ++i) row[i].path.clear();
}

std::string work_text(const Work& work) { return work.path + ". " + work.title; }

}  // namespace

BoardTable agencies_table(const Board& board)
{
    const auto& plan = board.watched.plan;
    BoardTable table{.title = "Theo cơ quan", .columns = {{.name = "Cơ quan", .width = 44}}};
    add_sums_columns(table);
    Row all{text_cell("Tất cả cơ quan")};
    add_sums_of_many(all, board, sums_of(board.months), {.is_due = true});
    table.rows.push_back(std::move(all));
    for (const auto& agency : board.agencies) {
        Row row{text_cell(agency.name, tasks_path(plan, {.agency = agency.code}))};
        add_sums(row, plan, sums_of(board.months, agency.id),
                 {.agency = agency.code, .is_due = true});
        table.rows.push_back(std::move(row));
    }
    return table;
}

BoardTable months_table(const Board& board)
{
    const auto& plan = board.watched.plan;
    BoardTable table{.title = "Theo tháng đến hạn", .columns = {{.name = "Tháng", .width = 16}}};
    add_sums_columns(table);
    for (const auto& month : months_in(board.months)) {
        const BoardFilter filter{.month = month, .is_due = true};
        Row row{text_cell(month_label(month), tasks_path(plan, filter))};
        add_sums_of_many(row, board, sums_of_month(board.months, month), filter);
        table.rows.push_back(std::move(row));
    }
    return table;
}

BoardTable areas_table(const Board& board)
{
    const auto& plan = board.watched.plan;
    BoardTable table{
        .title = "Theo lĩnh vực cải cách",
        .columns = {{.name = "Lĩnh vực", .width = 44}, {.name = "Cả kế hoạch", .is_number = true}}};
    add_sums_columns(table);
    std::map<plan::ItemId, std::string_view> areas;
    for (const auto& work : board.works) areas.emplace(work.lineage, work.area);
    std::map<std::string_view, Sums> sums;
    for (const auto& entry : board.items) sums[areas[entry.lineage]] += entry.sums;
    const auto add = [&](std::string_view key) {
        const auto found = sums.find(key);
        if (found == sums.end()) return;
        const BoardFilter filter{.area = std::string{key.empty() ? no_area : key}};
        Row row{text_cell(area_text(key), board_items_path(plan.code) + filter.query()),
                number_cell(found->second.owed)};
        add_sums_of_many(row, board, found->second, filter);
        table.rows.push_back(std::move(row));
    };
    for (const auto& area : plan::areas()) add(area.key);
    add("");
    return table;
}

BoardTable items_table(const Board& board)
{
    const auto& plan = board.watched.plan;
    BoardTable table{
        .title = "Theo mục của kế hoạch",
        .columns = {{.name = "Mục", .width = 70}, {.name = "Cả kế hoạch", .is_number = true}}};
    add_sums_columns(table);
    for (const auto& work : board.works) {
        const BoardFilter filter{.item = plan::item_code(work.lineage.value)};
        const auto sums = sums_of_item(board.items, work.lineage);
        Row row{text_cell(work_text(work), tasks_path(plan, filter)), number_cell(sums.owed)};
        add_sums_of_many(row, board, sums, filter);
        table.rows.push_back(std::move(row));
    }
    return table;
}

BoardTable agency_months_table(const Board& board)
{
    const auto& plan = board.watched.plan;
    BoardTable table{.title = "Theo cơ quan và tháng",
                     .columns = {{.name = "Cơ quan", .width = 44}, {.name = "Tháng"}}};
    add_sums_columns(table);
    std::map<std::pair<organisation::AgencyId, std::string_view>, const Sums*> all;
    for (const auto& entry : board.months) all[{entry.agency, entry.month}] = &entry.sums;
    const auto months = months_in(board.months);
    for (const auto& agency : board.agencies) {
        for (const auto& month : months) {
            const auto found = all.find({agency.id, month});
            if (found == all.end()) continue;
            Row row{text_cell(agency.name), text_cell(month_label(month))};
            add_sums(row, plan, *found->second, {.agency = agency.code, .month = month});
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

BoardTable agency_items_table(const Board& board)
{
    const auto& plan = board.watched.plan;
    BoardTable table{.title = "Theo cơ quan và mục",
                     .columns = {{.name = "Cơ quan", .width = 44},
                                 {.name = "Mục", .width = 70},
                                 {.name = "Cả kế hoạch", .is_number = true}}};
    add_sums_columns(table);
    std::map<plan::ItemId, const Work*> works;
    for (const auto& work : board.works) works.emplace(work.lineage, &work);
    for (const auto& agency : board.agencies) {
        for (const auto& entry : board.items) {
            if (entry.agency != agency.id) continue;
            const auto& work = *works.at(entry.lineage);
            Row row{text_cell(agency.name), text_cell(work_text(work)),
                    number_cell(entry.sums.owed)};
            add_sums(row, plan, entry.sums, {.agency = agency.code});
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

BoardTable years_table(const Board& board)
{
    const auto year = board.watched.plan.first_year;
    const auto now = std::to_string(year);
    const auto before = std::to_string(year - 1);
    BoardTable table{.title = "So với năm " + before, .columns = {{.name = "Tháng", .width = 30}}};
    for (const auto& name : {"Phải xong " + before, "Quá hạn " + before, "Tỷ lệ " + before,
                             "Phải xong " + now, "Quá hạn " + now, "Tỷ lệ " + now})
        table.columns.push_back({.name = name, .is_number = true});
    if (board.title_before.empty()) return table;
    const auto add = [&](std::string label, const Sums& then, const Sums& today) {
        table.rows.push_back({text_cell(std::move(label)), number_cell(then.asked()),
                              number_cell(then.overdue), percent_cell(then),
                              number_cell(today.asked()), number_cell(today.overdue),
                              percent_cell(today)});
    };
    const auto of_year = [](std::string key, const std::string& month) {
        key += '-';
        key += month;
        return key;
    };
    std::set<std::string> months;
    for (const auto& month : months_in(board.months_before)) months.insert(month.substr(5));
    for (const auto& month : months_in(board.months)) months.insert(month.substr(5));
    add("Đến cùng ngày", board.to_date_before, sums_of(board.months));
    for (const auto& month : months) {
        add("Tháng " + (month.starts_with('0') ? month.substr(1) : month),
            sums_of_month(board.months_before, of_year(before, month)),
            sums_of_month(board.months, of_year(now, month)));
    }
    return table;
}

std::string month_label(std::string_view month)
{
    const auto period = calendar::period_from_key(month);
    return period ? calendar::label(*period) : std::string{month};
}

std::string area_text(std::string_view area)
{
    return area.empty() || area == no_area ? "Chưa xếp lĩnh vực"
                                           : std::string{plan::area_label(area)};
}

std::string tasks_path(const plan::PlanSummary& plan, const BoardFilter& filter)
{
    return board_tasks_path(plan.code) + filter.query();
}

}  // namespace caicach::obligation
