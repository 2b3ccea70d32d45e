#include "obligation/cascade/given_handlers.hpp"

#include <charconv>
#include <utility>

#include "obligation/board/downloads.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/cascade/cascade_paths.hpp"
#include "obligation/cascade/given_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/state_views.hpp"

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

/// Of the agency of whoever asks, or of another that they may see.
Result<GivenQuery> query_in(const Context& context, database::Transaction& transaction,
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
    if (page.unit.empty()) return query;
    const auto unit = TRY(organisation::agency_by_code(transaction, page.unit, context.today()));
    query.unit = unit.id;
    page.unit_name = unit.name;
    return query;
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
             number_cell(part.closing == Closing::none ? part.missing() : 0),
             text_cell(part.due_on.vietnamese()),
             text_cell(std::string{label_of(state_of(part, today))})});
    }
    return table;
}

Result<http::Response> show_given(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    GivenPage page;
    auto query = TRY(query_in(context, transaction, request, page));
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

Result<http::Response> export_given(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    GivenPage page;
    auto query = TRY(query_in(context, transaction, request, page));
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
}

}  // namespace caicach::obligation
