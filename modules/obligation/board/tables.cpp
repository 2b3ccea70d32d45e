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

/// Cells of numbers that lead to the obligations that they count.
class Cells
{
public:
    Cells(const plan::PlanSummary& plan, BoardFilter filter)
        : m_plan(plan), m_filter(std::move(filter))
    {
    }
    [[nodiscard]] std::string path(Among among) const
    {
        auto filter = m_filter;
        filter.among = among;
        return tasks_path(m_plan, filter);
    }
    [[nodiscard]] std::string path(State state) const
    {
        auto filter = m_filter;
        filter.state = state;
        return tasks_path(m_plan, filter);
    }

private:
    const plan::PlanSummary& m_plan;
    BoardFilter m_filter;
};

/// The sums of a row over many agencies. A list is narrowed by their kind as the board is, but
/// not by what else they have to do: then its numbers lead nowhere.
void add_sums_of_many(Row& row, const Board& board, const Sums& sums, BoardFilter filter)
{
    const auto first = row.size();
    filter.kind = board.watched.filter.kind;
    add_sums(row, board.watched, sums, std::move(filter));
    if (board.watched.filter.shown_state().empty()) return;
    for (auto i = first; i < row.size(); ++i) row[i].path.clear();
}

/// How much the whole plan asks for; narrowed as the sums beside it.
BoardCell whole_cell(const Board& board, std::int64_t whole, BoardFilter filter)
{
    filter.kind = board.watched.filter.kind;
    filter.among = Among::owed;
    const bool leads = board.watched.filter.shown_state().empty();
    return number_cell(whole, leads ? tasks_path(board.watched.plan, filter) : std::string{});
}

std::string work_text(const Work& work) { return work.path + ". " + work.title; }

Sums sums_of_year(const std::vector<MonthSums>& months, std::string_view year)
{
    Sums sums;
    for (const auto& entry : months)
        if (entry.month.starts_with(year)) sums += entry.sums;
    return sums;
}

/// "2026-03"
std::string key_of(std::string_view year, std::string_view month)
{
    return std::string{year}.append("-").append(month);
}

void add_year(Row& row, const plan::PlanSummary& plan, const Sums& sums, const BoardFilter& filter)
{
    const Cells cells{plan, filter};
    row.push_back(number_cell(sums.asked(), cells.path(Among::asked)));
    row.push_back(number_cell(sums.overdue, cells.path(State::overdue)));
    row.push_back(percent_cell(sums, cells.path(Among::asked)));
}

/// "01" … "12": in which one year or the other has something due.
std::set<std::string> months_of_either(const Board& board, std::string_view before,
                                       std::string_view now)
{
    constexpr std::size_t year_length = 5;  // "2026-"
    std::set<std::string> months;
    for (const auto& month : months_in(board.months_before))
        if (month.starts_with(before)) months.insert(month.substr(year_length));
    for (const auto& month : months_in(board.months))
        if (month.starts_with(now)) months.insert(month.substr(year_length));
    return months;
}

/// Both years up to the same day; of a plan of several years all of a year that is over.
Row row_to_date(const Board& board, const plan::PlanSummary& before, std::string_view now)
{
    const bool is_one_year = is_of_one_year(board.watched.plan);
    const bool is_over = !is_one_year && board.watched.today.year() > board.year;
    Row row{text_cell(is_over ? "Cả năm" : "Đến cùng ngày")};
    add_year(row, before, board.to_date_before, {.until = board.until_before.plus_days(-1)});
    const auto sums = is_one_year ? sums_of(board.months) : sums_of_year(board.months, now);
    add_year(row, board.watched.plan, sums, {.due = Due::past});
    // A list knows no first day: that of several years would be longer than its number.
    if (!is_one_year || !is_of_one_year(before))
        for (auto& cell : row) cell.path.clear();
    return row;
}

}  // namespace

BoardTable agencies_table(const Board& board)
{
    const auto& plan = board.watched.plan;
    BoardTable table{.title = "Theo cơ quan", .columns = {{.name = "Cơ quan", .width = 44}}};
    add_sums_columns(table);
    Row all{text_cell("Tất cả cơ quan")};
    add_sums_of_many(all, board, sums_of(board.months), {});
    table.rows.push_back(std::move(all));
    for (const auto& agency : board.agencies) {
        Row row{text_cell(agency.name, tasks_path(plan, {.agency = agency.code}))};
        add_sums(row, board.watched, sums_of(board.months, agency.id), {.agency = agency.code});
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
        const BoardFilter filter{.month = month};
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
    std::map<std::string_view, ItemSums> sums;
    for (const auto& entry : board.items) sums[areas[entry.lineage]] += entry;
    const auto add = [&](std::string_view key) {
        const auto found = sums.find(key);
        if (found == sums.end()) return;
        const BoardFilter filter{.area = std::string{key.empty() ? no_area : key}};
        Row row{text_cell(area_text(key), board_items_path(plan.code) + filter.query()),
                whole_cell(board, found->second.whole, filter)};
        add_sums_of_many(row, board, found->second.sums, filter);
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
        Row row{text_cell(work_text(work), tasks_path(plan, filter)),
                whole_cell(board, sums.whole, filter)};
        add_sums_of_many(row, board, sums.sums, filter);
        table.rows.push_back(std::move(row));
    }
    return table;
}

BoardTable agency_months_table(const Board& board)
{
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
            add_sums(row, board.watched, *found->second, {.agency = agency.code, .month = month});
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
            const auto item = plan::item_code(work.lineage.value);
            const BoardFilter whole{.among = Among::owed, .agency = agency.code, .item = item};
            Row row{text_cell(agency.name), text_cell(work_text(work)),
                    number_cell(entry.whole, tasks_path(plan, whole))};
            add_sums(row, board.watched, entry.sums, {.agency = agency.code, .item = item});
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

BoardTable years_table(const Board& board)
{
    const auto now = std::to_string(board.year);
    const auto before = std::to_string(board.before ? board.year_before : board.year - 1);
    BoardTable table{.title = "So với năm " + before, .columns = {{.name = "Tháng", .width = 30}}};
    for (const auto& name : {"Phải xong " + before, "Quá hạn " + before, "Tỷ lệ " + before,
                             "Phải xong " + now, "Quá hạn " + now, "Tỷ lệ " + now})
        table.columns.push_back({.name = name, .is_number = true});
    if (!board.before) return table;
    table.rows.push_back(row_to_date(board, *board.before, now));
    for (const auto& month : months_of_either(board, before, now)) {
        Row row{text_cell("Tháng " + (month.starts_with('0') ? month.substr(1) : month))};
        const auto then_key = key_of(before, month);
        const auto now_key = key_of(now, month);
        add_year(row, *board.before, sums_of_month(board.months_before, then_key),
                 {.month = then_key, .due = Due::past});
        add_year(row, board.watched.plan, sums_of_month(board.months, now_key),
                 {.month = now_key, .due = Due::past});
        table.rows.push_back(std::move(row));
    }
    return table;
}

void add_sums_columns(BoardTable& table)
{
    for (const auto* name : {"Phải xong", "Đúng hạn", "Muộn", "Quá hạn", "Được miễn",
                             "Tỷ lệ đúng hạn", "Trong kỳ: đã xong", "Trong kỳ: còn thiếu"})
        table.columns.push_back({.name = name, .is_number = true});
}

void add_sums(std::vector<BoardCell>& row, const Watched& watched, const Sums& sums,
              BoardFilter filter)
{
    filter.due = Due::past;
    const Cells due{watched.plan, filter};
    row.push_back(number_cell(sums.asked(), due.path(Among::asked)));
    row.push_back(number_cell(sums.in_time, due.path(State::fulfilled)));
    row.push_back(number_cell(sums.late, due.path(State::fulfilled_late)));
    row.push_back(number_cell(sums.overdue, due.path(State::overdue)));
    row.push_back(number_cell(sums.excused, due.path(State::excused)));
    row.push_back(percent_cell(sums, due.path(Among::asked)));
    filter.due = Due::ahead;
    filter.month = month_of(watched.today);
    const Cells running{watched.plan, filter};
    row.push_back(number_cell(sums.running.done, running.path(State::fulfilled)));
    row.push_back(number_cell(sums.running.missing(), running.path(Among::due_soon)));
}

std::string month_of(Date day)
{
    constexpr std::size_t month_length = 7;  // "2026-03"
    return day.iso().substr(0, month_length);
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
