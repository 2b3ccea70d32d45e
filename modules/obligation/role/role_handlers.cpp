#include "obligation/role/role_handlers.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "http/percent.hpp"
#include "obligation/board/downloads.hpp"
#include "obligation/coordination.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/nudge_form.hpp"
#include "obligation/role/role_nudge.hpp"
#include "obligation/role/role_paths.hpp"
#include "obligation/role/role_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

constexpr int items_per_page = 50;
constexpr int pages_max = 200;
constexpr int exported_items_max = items_per_page * pages_max;

Result<BoardTable> items_table(database::Transaction& transaction,
                               const std::vector<FollowedItem>& items)
{
    BoardTable table{.title = "Kế hoạch mới nhất trước",
                     .columns = {{.name = "Việc", .width = 70},
                                 {.name = "Kế hoạch", .width = 50},
                                 {.name = "Vai trò", .width = 24},
                                 {.name = "Được giao", .is_number = true},
                                 {.name = "Đã xong", .is_number = true},
                                 {.name = "Xong muộn", .is_number = true},
                                 {.name = "Quá hạn", .is_number = true}}};
    std::map<plan::PlanId, plan::PlanSummary> plans;
    for (const auto& item : items) {
        auto known = plans.find(item.work.plan);
        if (known == plans.end()) {
            auto summary = TRY(plan::summary_of(transaction, item.work.plan));
            known = plans.emplace(item.work.plan, std::move(summary)).first;
        }
        const auto& plan = known->second;
        const auto path = followed_item_path(plan.code, plan::item_code(item.work.lineage.value));
        const auto with_state = [&](State state) {
            return path + "?tinh-trang=" + std::string{name_of(state)};
        };
        const auto& sums = item.sums;
        table.rows.push_back({text_cell(item.work.path + ". " + item.work.title, path),
                              text_cell(plan.number.empty() ? plan.title : plan.number),
                              text_cell(roles_text(item.roles)), number_cell(sums.owed, path),
                              number_cell(sums.in_time + sums.late),
                              number_cell(sums.late, with_state(State::fulfilled_late)),
                              number_cell(sums.overdue, with_state(State::overdue))});
    }
    return table;
}

FollowedYears years_in(const http::Request& request)
{
    const bool is_earlier = request.query("nam").value_or("") == "truoc";
    return is_earlier ? FollowedYears::earlier : FollowedYears::running;
}

Result<http::Response> show_followed(Context& context, const http::Request& request)
{
    const auto agency = organisation::agency_of(context.actor().agency);
    TRY(context.require(see_work, context.actor().agency));
    const auto typed = TRY(request.maybe_integer("trang")).value_or(1);
    const int number = static_cast<int>(std::clamp<std::int64_t>(typed, 1, pages_max));
    auto transaction = TRY(context.read());
    FollowedPage page;
    const auto summary = TRY(organisation::agency_by_id(transaction, agency, context.today()));
    page.agency = summary.name;
    page.counts = TRY(box_counts(transaction, {.agency = agency}, context.today()));
    const auto years = years_in(request);
    page.is_earlier = years == FollowedYears::earlier;
    const auto earlier =
        TRY(followed_items(transaction, agency, context.today(), 1, 0, FollowedYears::earlier));
    page.has_earlier = !earlier.empty();
    auto items = TRY(followed_items(transaction, agency, context.today(), items_per_page + 1,
                                    (number - 1) * items_per_page, years));
    if (items.size() > static_cast<std::size_t>(items_per_page)) {
        items.pop_back();
        page.next_path = followed_path() + (page.is_earlier ? "?nam=truoc&trang=" : "?trang=") +
                         std::to_string(number + 1);
    }
    page.items = TRY(items_table(transaction, items));
    return followed_page(context, page);
}

Result<http::Response> export_followed(Context& context, const http::Request& request)
{
    const auto agency = organisation::agency_of(context.actor().agency);
    TRY(context.require(see_work, context.actor().agency));
    auto transaction = TRY(context.read());
    const auto items = TRY(followed_items(transaction, agency, context.today(), exported_items_max,
                                          0, years_in(request)));
    auto table = TRY(items_table(transaction, items));
    return csv_download({std::move(table), "Việc theo dõi, phối hợp, chỉ đạo"});
}

/// Found for those who have a part of the item, and for who watches the plan.
Result<FollowedItemPage> item_in(const Context& context, database::Transaction& transaction,
                                 const http::Request& request)
{
    const auto plan_code = TRY(request.path<std::string>("plan"));
    const auto item_code = TRY(request.path<std::string>("work"));
    FollowedItemPage page{.watched = {.today = context.today()}};
    page.watched.plan = TRY(plan_today(transaction, plan_code, context.today()));
    page.watched.filter.item = item_code;
    page.watched.filter.state = board_filter_of(request).state;
    const auto works = TRY(works_of(transaction, page.watched.plan.id));
    const auto work = std::ranges::find_if(
        works, [&](const Work& one) { return plan::item_code(one.lineage.value) == item_code; });
    if (work == works.end()) return failure(Failure::not_found, "obligation.not_found");
    page.work = *work;
    const auto roles = TRY(own_roles(context, transaction, work->plan, work->lineage));
    for (const auto& one : roles)
        if (std::ranges::find(page.roles, one.role) == page.roles.end())
            page.roles.push_back(one.role);
    const bool sees =
        !roles.empty() ||
        context.may(watch_plans, organisation::scope_of(page.watched.plan.coordinator));
    if (!sees) return failure(Failure::not_found, "obligation.not_found");
    return page;
}

Result<NudgeList> nudges_of(const Context& context, database::Transaction& transaction,
                            const http::Request& request, const FollowedItemPage& page)
{
    const auto roles = TRY(urging_roles(context, transaction, page.work));
    if (roles.empty()) return NudgeList{};
    const auto owing =
        TRY(owed_by_others(transaction, page.work, roles.front().agency, context.today()));
    const auto& plan = page.watched.plan;
    const auto item = plan::item_code(page.work.lineage.value);
    const auto path = followed_item_path(plan.code, item);
    auto list = TRY(nudge_list_of(
        transaction, request, owing, context.today(),
        [&](const organisation::AgencySummary& /*agency*/) { return std::string{path}; }));
    list.kind = "cơ quan";
    list.label = "Cơ quan còn việc";
    list.action = followed_item_nudge_path(plan.code, item) + page.query;
    return list;
}

Result<http::Response> followed_item_with(Context& context, const http::Request& request,
                                          std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    auto page = TRY(item_in(context, transaction, request));
    page.error = std::move(error);
    page.query = BoardFilter{.state = page.watched.filter.state}.query();
    page.nudges = TRY(nudges_of(context, transaction, request, page));
    page.sums = TRY(sums_of_item(transaction, page.work.plan, page.work.lineage));
    const auto after = place_from(request.query("sau").value_or(""));
    const auto list =
        TRY(listed_tasks(transaction, page.watched, after, limits::board_tasks_per_page));
    if (list.goes_on) {
        auto query = page.query;
        http::append_to_query(query, "sau", place_text(list.tasks.back().task));
        page.next_path =
            followed_item_path(page.watched.plan.code, page.watched.filter.item) + query;
    }
    page.tasks = tasks_table(list.tasks, context.today());
    return followed_item_page(context, page);
}

Result<http::Response> show_followed_item(Context& context, const http::Request& request)
{
    return followed_item_with(context, request, {});
}

Result<http::Response> post_nudge_of_item(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto page = TRY(item_in(context, transaction, request));
        const auto roles = TRY(urging_roles(context, transaction, page.work));
        if (roles.empty()) return failure(Failure::forbidden, "obligation.nudge.no_role");
        const auto owing =
            TRY(owed_by_others(transaction, page.work, roles.front().agency, context.today()));
        const auto chosen = TRY(chosen_in(transaction, request, owing, context.today()));
        TRY(nudge_others(context, transaction, page.watched.plan, roles, chosen));
        TRY(transaction.commit());
        return followed_item_path(page.watched.plan.code, page.watched.filter.item) +
               BoardFilter{.state = page.watched.filter.state}.query();
    }();
    if (done) return web::redirect_with(*done, "obligation.nudge.sent");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return followed_item_with(context, request, done.error());
}

Result<http::Response> export_followed_item(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(item_in(context, transaction, request));
    const auto list = TRY(listed_tasks(transaction, page.watched, {}, limits::exported_tasks_max));
    return csv_download({tasks_table(list.tasks, context.today()),
                         file_name_of("Việc theo mục", page.watched.plan)});
}

}  // namespace

void add_followed(Module& module)
{
    const auto staff = http::Access::holder_of(see_work.key);
    module.get("/viec/theo-doi", staff, show_followed);
    module.get("/viec/theo-doi.csv", staff, export_followed);
    module.get("/viec/theo-doi/{plan}/{work}", staff, show_followed_item);
    module.get("/viec/theo-doi/{plan}/{work}/bang.csv", staff, export_followed_item);
    module.permission(urge_others);
    module.post("/viec/theo-doi/{plan}/{work}/nhac", http::Access::holder_of(urge_others.key),
                post_nudge_of_item);
    module.audits({"obligation.followed.nudged", "đôn đốc việc do cơ quan khác làm"});
}

}  // namespace caicach::obligation
