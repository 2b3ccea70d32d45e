#include "obligation/obstacle/plan_obstacles.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <utility>

#include "calendar/moment.hpp"
#include "http/percent.hpp"
#include "obligation/board/downloads.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obstacle/obstacle_letter.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/saved_view/saved_view_handlers.hpp"
#include "text/collate.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t value_bytes_max = 60;

std::string value_in(const http::Request& request, std::string_view name)
{
    const auto typed = request.query(name).value_or("");
    return typed.size() > value_bytes_max ? std::string{} : text::clean_input(typed);
}

/// How many of something stand in which state.
using States = std::array<std::int64_t, obstacle_states.size()>;

std::int64_t& in(States& states, ObstacleState state)
{
    return states[static_cast<std::size_t>(state)];
}

/// One row of a table: what it is about, and its filter without a state.
struct Counted {
    std::string text{};
    ObstacleFilter filter{};
    States states{};
};

BoardTable table_of(std::string title, std::string first_column, const plan::PlanSummary& plan,
                    std::vector<Counted> rows)
{
    BoardTable table{.title = std::move(title),
                     .columns = {{.name = std::move(first_column), .width = 50}}};
    for (const auto state : obstacle_states)
        table.columns.push_back({.name = std::string{label_of(state)}, .is_number = true});
    table.columns.push_back({.name = "Tất cả", .is_number = true});
    for (auto& row : rows) {
        const auto path = [&](std::optional<ObstacleState> state) {
            auto filter = row.filter;
            filter.state = state;
            return plan_obstacles_path(plan.code) + filter.query() + "#danh-sach";
        };
        std::vector<BoardCell> cells{text_cell(std::move(row.text))};
        std::int64_t all = 0;
        for (const auto state : obstacle_states) {
            const auto number = in(row.states, state);
            all += number;
            cells.push_back(number_cell(number, path(state)));
        }
        cells.push_back(number_cell(all, path({})));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// Everything that the tables of a plan are made of.
struct Tally {
    plan::PlanSummary plan{};
    std::vector<ObstacleCount> counts{};
    std::vector<Work> works{};
};

Result<BoardTable> by_agency(const Tally& tally, AgencyNames& names)
{
    std::map<organisation::AgencyId, Counted> rows;
    for (const auto& count : tally.counts)
        in(rows[count.agency].states, count.state) += count.number;
    std::vector<Counted> sorted;
    sorted.reserve(rows.size());
    for (auto& [id, row] : rows) {
        const auto* agency = TRY(names.of(id));
        row.text = agency->name;
        row.filter.agency = agency->code;
        sorted.push_back(std::move(row));
    }
    std::ranges::sort(sorted, [](const Counted& one, const Counted& other) {
        return text::collate(one.text, other.text) < 0;
    });
    return table_of("Theo cơ quan", "Cơ quan", tally.plan, std::move(sorted));
}

BoardTable by_item(const Tally& tally)
{
    std::map<plan::ItemId, States> states;
    for (const auto& count : tally.counts) in(states[count.lineage], count.state) += count.number;
    std::vector<Counted> rows;
    for (const auto& work : tally.works) {
        const auto found = states.find(work.lineage);
        if (found == states.end()) continue;
        rows.push_back({.text = work.path + ". " + work.title,
                        .filter = {.item = plan::item_code(work.lineage.value)},
                        .states = found->second});
    }
    return table_of("Theo mục của kế hoạch", "Mục", tally.plan, std::move(rows));
}

BoardTable by_area(const Tally& tally)
{
    std::map<plan::ItemId, std::string_view> areas;
    for (const auto& work : tally.works) areas.emplace(work.lineage, work.area);
    std::map<std::string_view, States> states;
    for (const auto& count : tally.counts)
        in(states[areas[count.lineage]], count.state) += count.number;
    std::vector<Counted> rows;
    const auto add = [&](std::string_view key) {
        const auto found = states.find(key);
        if (found == states.end()) return;
        rows.push_back({.text = area_text(key),
                        .filter = {.area = std::string{key.empty() ? no_area : key}},
                        .states = found->second});
    };
    for (const auto& area : plan::areas()) add(area.key);
    add("");
    return table_of("Theo lĩnh vực cải cách", "Lĩnh vực", tally.plan, std::move(rows));
}

BoardTable by_kind(const Tally& tally)
{
    std::vector<Counted> rows;
    for (const auto kind : obstacle_kinds) {
        Counted row{.text = std::string{label_of(kind)}, .filter = {.kind = kind}};
        bool has_any = false;
        for (const auto& count : tally.counts) {
            if (count.kind != kind) continue;
            in(row.states, count.state) += count.number;
            has_any = true;
        }
        if (has_any) rows.push_back(std::move(row));
    }
    return table_of("Theo loại", "Loại", tally.plan, std::move(rows));
}

/// What of a filter's codes is unknown finds nothing: no row has the agency or item 1.
Result<PlanObstacles> query_of(database::Transaction& transaction, const plan::PlanSummary& plan,
                               const ObstacleFilter& filter, const std::vector<Work>& works,
                               Date today)
{
    PlanObstacles query{.plan = plan.id, .kind = filter.kind, .state = filter.state};
    if (!filter.agency.empty()) {
        const auto agency = organisation::agency_by_code(transaction, filter.agency, today);
        query.agency = agency ? agency->id : organisation::AgencyId{1};
    }
    if (!filter.item.empty()) {
        const auto found = std::ranges::find_if(works, [&](const Work& work) {
            return plan::item_code(work.lineage.value) == filter.item;
        });
        query.lineage = found == works.end() ? plan::ItemId{1} : found->lineage;
    }
    if (!filter.area.empty()) query.area = filter.area == no_area ? std::string{} : filter.area;
    return query;
}

Result<std::vector<std::string>> narrowed_to(database::Transaction& transaction,
                                             const ObstacleFilter& filter,
                                             const std::vector<Work>& works, Date today)
{
    std::vector<std::string> words;
    if (!filter.agency.empty()) {
        const auto agency = organisation::agency_by_code(transaction, filter.agency, today);
        auto name = filter.agency;
        if (agency) name = TRY(Heirs(transaction, today).named(*agency));
        words.push_back(std::move(name));
    }
    for (const auto& work : works)
        if (plan::item_code(work.lineage.value) == filter.item)
            words.push_back(work.path + ". " + work.title);
    if (!filter.area.empty()) words.push_back(area_text(filter.area));
    if (filter.kind) words.emplace_back(label_of(*filter.kind));
    if (filter.state) words.emplace_back(label_of(*filter.state));
    return words;
}

Result<http::Response> show_plan_obstacles(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    const auto& code = watched.plan.code;
    auto beginning =
        TRY(begin_with_view(context, transaction, request, ViewPage::plan_obstacles, code));
    if (beginning) return std::move(*beginning);
    PlanObstaclesPage page{.plan = watched.plan, .filter = obstacle_filter_of(request)};
    page.views =
        TRY(views_part(context, transaction, ViewPage::plan_obstacles, code, page.filter.query()));
    ObstacleStore store{transaction};
    Tally tally{.plan = watched.plan};
    tally.counts = TRY(store.counts(watched.plan.id));
    tally.works = TRY(works_of(transaction, watched.plan.id));
    AgencyNames names{transaction, watched.today};
    page.tables.push_back(by_area(tally));
    page.tables.push_back(by_kind(tally));
    auto agencies = TRY(by_agency(tally, names));
    page.tables.push_back(std::move(agencies));
    page.tables.push_back(by_item(tally));
    const auto query =
        TRY(query_of(transaction, watched.plan, page.filter, tally.works, watched.today));
    page.narrowed = TRY(narrowed_to(transaction, page.filter, tally.works, watched.today));
    auto listed =
        TRY(store.of_plan(query, place_of_obstacle(request), limits::obstacles_per_page + 1));
    if (listed.size() > static_cast<std::size_t>(limits::obstacles_per_page)) {
        listed.pop_back();
        const auto words = page.filter.query();
        page.next_path = plan_obstacles_path(page.plan.code) + words +
                         (words.empty() ? "?sau=" : "&sau=") +
                         std::to_string(listed.back().obstacle.id.value);
    }
    page.rows = TRY(named_obstacles(transaction, std::move(listed), watched.today));
    page.signatures =
        TRY(identity::signatures_on(transaction, watched.plan.coordinator, watched.today));
    return plan_obstacles_page(context, page);
}

Result<http::Response> export_plan_obstacles(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    const auto works = TRY(works_of(transaction, watched.plan.id));
    const auto query =
        TRY(query_of(transaction, watched.plan, obstacle_filter_of(request), works, watched.today));
    auto listed = TRY(ObstacleStore{transaction}.of_plan(query, {}, limits::exported_tasks_max));
    const auto rows = TRY(named_obstacles(transaction, std::move(listed), watched.today));
    return csv_download({obstacle_list_table(rows), "Khó khăn, vướng mắc"});
}

Result<http::Response> download_obstacle_letter(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    const auto& plan = watched.plan;
    const auto works = TRY(works_of(transaction, plan.id));
    const auto filter = obstacle_filter_of(request);
    const auto query = TRY(query_of(transaction, plan, filter, works, watched.today));
    auto listed = TRY(ObstacleStore{transaction}.of_plan(query, {}, obstacles_reported_max + 1));
    if (listed.empty()) return failure(Failure::conflict, "obligation.obstacle.none");
    ObstacleReport report{.plan = plan, .today = watched.today};
    report.is_cut = listed.size() > static_cast<std::size_t>(obstacles_reported_max);
    if (report.is_cut) listed.pop_back();
    report.narrowed = TRY(narrowed_to(transaction, filter, works, watched.today));
    auto rows = TRY(named_obstacles(transaction, std::move(listed), watched.today));
    report.obstacles = TRY(with_answers(transaction, plan.id, std::move(rows), watched.today));
    const auto sender = TRY(sender_in(context, transaction, request, plan));
    return docx_download(obstacle_letter(report, sender), "khó khăn, vướng mắc", plan);
}

}  // namespace

BoardTable obstacle_list_table(const std::vector<ObstacleRow>& rows)
{
    BoardTable table{.title = "Khó khăn, vướng mắc"};
    for (const auto* name : {"Mục", "Cơ quan nêu", "Loại", "Khó khăn, vướng mắc", "Kiến nghị",
                             "Nơi trả lời", "Nêu lúc", "Tình trạng"})
        table.columns.push_back({.name = name});
    for (const auto& row : rows) {
        const auto& [obstacle, work] = row.listed;
        table.rows.push_back({text_cell(work.path + ". " + work.title), text_cell(row.agency),
                              text_cell(std::string{label_of(obstacle.kind)}),
                              text_cell(obstacle.problem), text_cell(obstacle.wish),
                              text_cell(row.handler),
                              text_cell(vietnamese_moment(obstacle.raised_at)),
                              text_cell(std::string{label_of(obstacle.state)})});
    }
    return table;
}

std::string ObstacleFilter::query() const
{
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        http::append_to_query(query, name, value);
    };
    add("co-quan", agency);
    add("muc", item);
    add("linh-vuc", area);
    add("loai", kind ? name_of(*kind) : std::string_view{});
    add("tinh-trang", state ? name_of(*state) : std::string_view{});
    return query;
}

ObstacleFilter obstacle_filter_of(const http::Request& request)
{
    return {.agency = value_in(request, "co-quan"),
            .item = value_in(request, "muc"),
            .area = value_in(request, "linh-vuc"),
            .kind = obstacle_kind_from(request.query("loai").value_or("")),
            .state = obstacle_state_from(request.query("tinh-trang").value_or(""))};
}

ObstacleId place_of_obstacle(const http::Request& request)
{
    const auto digits = request.query("sau").value_or("");
    ObstacleId place;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), place.value);
    const bool is_whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
    return is_whole && place.value > 0 ? place : ObstacleId{};
}

Result<std::vector<ObstacleRow>> named_obstacles(database::Transaction& transaction,
                                                 std::vector<ListedObstacle> listed, Date today)
{
    AgencyNames names{transaction, today};
    std::vector<ObstacleRow> rows;
    rows.reserve(listed.size());
    for (auto& one : listed) {
        ObstacleRow row{.listed = std::move(one)};
        const auto* agency = TRY(names.of(row.listed.obstacle.agency));
        row.agency = agency->name;
        const auto* handler = TRY(names.of(row.listed.obstacle.handler));
        row.handler = handler->name;
        rows.push_back(std::move(row));
    }
    return rows;
}

void add_plan_obstacles(Module& module)
{
    const auto watchers = http::Access::holder_of(watch_plans.key);
    module.get("/theo-doi/{plan}/vuong-mac", watchers, show_plan_obstacles);
    module.get("/theo-doi/{plan}/vuong-mac.csv", watchers, export_plan_obstacles);
    module.get("/theo-doi/{plan}/vuong-mac.docx", watchers, download_obstacle_letter);
}

}  // namespace caicach::obligation
