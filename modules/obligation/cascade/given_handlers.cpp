#include "obligation/cascade/given_handlers.hpp"

#include <charconv>
#include <utility>

#include "obligation/board/downloads.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/cascade/cascade_paths.hpp"
#include "obligation/cascade/given_views.hpp"
#include "obligation/cascade/handing_on.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/nudge_form.hpp"
#include "obligation/state_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

constexpr int first_year = 2000;
constexpr int last_year = 2100;

int year_in(const http::Request& request, Date today)
{
    const auto digits = request.query("nam").value_or("");
    int year{};
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    const bool is_year = read.ec == std::errc{} && first_year <= year && year <= last_year;
    return is_year ? year : today.year();
}

/// Whose page it is, and what it is narrowed to.
struct Given {
    GivenQuery query{};
    organisation::AgencySummary giver{};
};

/// Of the agency of whoever asks, or of another that they may see.
Result<Given> given_in(const Context& context, database::Transaction& transaction,
                       const http::Request& request, GivenPage& page)
{
    page.giver = request.query("co-quan").value_or("");
    const auto own = organisation::agency_of(context.actor().agency);
    const auto giver =
        TRY(page.giver.empty()
                ? organisation::agency_by_id(transaction, own, context.today())
                : organisation::agency_by_code(transaction, page.giver, context.today()));
    TRY(context.require(see_work, organisation::scope_of(giver.id)));
    GivenQuery query{.giver = giver.id,
                     .year = year_in(request, context.today()),
                     .after = place_from(request.query("sau").value_or(""))};
    page.year = query.year;
    page.agency = giver.name;
    page.unit = request.query("don-vi").value_or("");
    if (page.unit.empty()) return Given{query, giver};
    const auto unit = TRY(organisation::agency_by_code(transaction, page.unit, context.today()));
    query.unit = unit.id;
    page.unit_name = unit.name;
    return Given{query, giver};
}

Result<BoardTable> parts_table(database::Transaction& transaction, const std::vector<Task>& parts,
                               Date today)
{
    BoardTable table{.title = "Từng phần, theo hạn",
                     .columns = {{.name = "Đơn vị", .width = 30},
                                 {.name = "Việc", .width = 50},
                                 {.name = "Kỳ"},
                                 {.name = "Được giao", .is_number = true},
                                 {.name = "Đã làm", .is_number = true},
                                 {.name = "Còn thiếu", .is_number = true},
                                 {.name = "Hạn"},
                                 {.name = "Tình trạng"}}};
    AgencyNames names{transaction, today};
    for (const auto& [part, work] : parts) {
        const auto* unit = TRY(names.of(part.agency));
        table.rows.push_back(
            {text_cell(unit->name), text_cell(work.path + ". " + work.title, task_path(part.code)),
             text_cell(period_label(part)), number_cell(part.needed), number_cell(part.done),
             number_cell(part.closing == Closing::none ? part.missing() : 0), day_cell(part.due_on),
             text_cell(std::string{label_of(state_of(part, today))})});
    }
    return table;
}

/// Units that may be nudged; on the page of another year they are not looked at.
Result<std::vector<Owing>> waiting_in(const Context& context, database::Transaction& transaction,
                                      const GivenQuery& query)
{
    if (query.year != context.today().year()) return std::vector<Owing>{};
    auto units = TRY(owed_by_units(transaction, query.giver, context.today()));
    if (query.unit)
        std::erase_if(units, [&](const Owing& one) { return one.agency.id != query.unit; });
    return units;
}

Result<NudgeList> nudges_of(const Context& context, database::Transaction& transaction,
                            const http::Request& request, const GivenQuery& query,
                            const GivenPage& page)
{
    const auto units = TRY(waiting_in(context, transaction, query));
    auto list = TRY(nudge_list_of(
        transaction, request, units, context.today(), [&](const organisation::AgencySummary& unit) {
            return given_path() + given_query(page, page.year, unit.code) + "#phan";
        }));
    list.kind = "đơn vị";
    list.label = "Đơn vị còn việc";
    if (may_hand_on(context, query.giver))
        list.action = given_nudge_path() + given_query(page, page.year, page.unit);
    return list;
}

Result<http::Response> given_with(Context& context, const http::Request& request,
                                  std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    GivenPage page{.error = std::move(error)};
    auto [query, giver] = TRY(given_in(context, transaction, request, page));
    page.nudges = TRY(nudges_of(context, transaction, request, query, page));
    query.limit = limits::parts_per_page + 1;
    page.units = TRY(unit_sums(transaction, query, context.today()));
    auto parts = TRY(given_parts(transaction, query));
    if (parts.size() > static_cast<std::size_t>(limits::parts_per_page)) {
        parts.pop_back();
        page.next_path = given_path() + given_query(page, page.year, page.unit) +
                         "&sau=" + place_text(parts.back());
    }
    page.parts = TRY(parts_table(transaction, parts, context.today()));
    return given_page(context, page);
}

Result<http::Response> show_given(Context& context, const http::Request& request)
{
    return given_with(context, request, {});
}

Result<http::Response> post_nudge_of_units(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        GivenPage page;
        const auto given = TRY(given_in(context, transaction, request, page));
        const auto units = TRY(waiting_in(context, transaction, given.query));
        const auto chosen = TRY(chosen_in(transaction, request, units, context.today()));
        TRY(nudge_units(context, transaction, given.giver, chosen));
        TRY(transaction.commit());
        return given_path() + given_query(page, page.year, page.unit);
    }();
    if (done) return web::redirect_with(*done, "obligation.nudge.sent");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return given_with(context, request, done.error());
}

Result<http::Response> export_given(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    GivenPage page;
    auto query = TRY(given_in(context, transaction, request, page)).query;
    query.limit = limits::exported_tasks_max;
    const auto parts = TRY(given_parts(transaction, query));
    auto table = TRY(parts_table(transaction, parts, context.today()));
    return csv_download({std::move(table), "Việc đã giao " + std::to_string(page.year)});
}

}  // namespace

void add_given(Module& module)
{
    const auto staff = http::Access::holder_of(see_work.key);
    module.get("/viec/da-giao", staff, show_given);
    module.get("/viec/da-giao.csv", staff, export_given);
    module.post("/viec/da-giao/nhac", http::Access::holder_of(hand_on_work.key),
                post_nudge_of_units);
    module.audits({"obligation.part.nudged", "nhắc đơn vị phần việc đã giao"});
}

}  // namespace caicach::obligation
