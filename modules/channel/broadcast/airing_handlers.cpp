#include "channel/broadcast/airing_handlers.hpp"

#include <utility>

#include "channel/agency_asked.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/scheduling.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

Result<std::vector<ShownAiring>> shown_airings(const Context& context,
                                               database::Transaction& transaction,
                                               organisation::AgencyId agency)
{
    auto airings = TRY(airings_for(context, transaction, agency));
    std::vector<ShownAiring> shown;
    shown.reserve(airings.size());
    for (auto& one : airings) {
        const auto& target = one.airing.target;
        ShownAiring row{.may_end = may_schedule(context, target)};
        row.where = TRY(organisation::name_of(transaction, target, context.today()));
        row.planned = std::move(one);
        shown.push_back(std::move(row));
    }
    return shown;
}

/// Those that have a list of members, for who plans for the whole province.
Result<std::vector<organisation::GroupSummary>> groups_for(const Context& context,
                                                           database::Transaction& transaction)
{
    if (!context.may(schedule_broadcasts, ScopeId{}))
        return std::vector<organisation::GroupSummary>{};
    auto groups = TRY(organisation::groups(transaction));
    std::erase_if(groups, [](const organisation::GroupSummary& one) { return one.is_open; });
    return groups;
}

Result<organisation::AgencySummary> agency_to_plan(const Context& context,
                                                   database::Transaction& transaction,
                                                   std::string_view code)
{
    auto agency = TRY(agency_asked(context, transaction, code));
    TRY(context.require(schedule_broadcasts, organisation::scope_of(agency.id)));
    return agency;
}

Result<void> fill_airings(const Context& context, database::Transaction& transaction,
                          std::string_view agency_code, AiringsPage& page)
{
    page.agency = TRY(agency_to_plan(context, transaction, agency_code));
    page.agencies = TRY(agencies_with(context, transaction, schedule_broadcasts));
    page.airings = TRY(shown_airings(context, transaction, page.agency.id));
    page.programmes = TRY(AiringStore{transaction}.programmes());
    page.groups = TRY(groups_for(context, transaction));
    page.hours = TRY(own_hours(transaction, page.agency.id, context.today().plus_days(1)));
    return {};
}

/// Today, every day of the week.
http::Form new_airing_form(const Context& context)
{
    http::Form form;
    form.set("from", context.today().vietnamese());
    form.set("to", context.today().vietnamese());
    return form;
}

Result<http::Response> show_airings(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    AiringsPage page{.form = new_airing_form(context)};
    page.form.set("script", std::string(request.query("chuong-trinh").value_or("")));
    TRY(fill_airings(context, transaction, request.query("co-quan").value_or(""), page));
    return airings_page(context, page);
}

Result<http::Response> airings_page_with(Context& context, const http::Request& request,
                                         const Error& error)
{
    auto transaction = TRY(context.read());
    AiringsPage page{.form = new_airing_form(context), .fault = web::fault_of(context, error)};
    page.is_typed = !request.has("own_hours");
    if (page.is_typed)
        page.form = http::Form(request);
    else
        page.form.set("own_hours", std::string(request.raw("own_hours")));
    TRY(fill_airings(context, transaction, request.raw("agency"), page));
    return airings_page(context, page);
}

Result<int> airing_weekdays(const http::Request& request)
{
    constexpr std::string_view digits = "1234567";
    const auto chosen = TRY(request.texts("weekdays"));
    unsigned weekdays = 0;
    for (const auto& one : chosen) {
        const auto at = one.size() == 1 ? digits.find(one.front()) : std::string_view::npos;
        if (at != std::string_view::npos) weekdays |= 1U << at;
    }
    return static_cast<int>(weekdays);
}

Result<std::vector<int>> hours_in(const http::Request& request, std::string_view field)
{
    const auto typed = TRY(request.maybe_text(field, limits::hours_length_max));
    return hours_from(typed.value_or(""), field);
}

Result<organisation::Target> target_in(database::Transaction& transaction,
                                       const http::Request& request, organisation::AgencyId agency)
{
    const auto key = request.raw("group");
    if (key.empty()) return organisation::Target{agency};
    const auto group = TRY(organisation::group_by_key(transaction, key));
    if (group.is_open) return failure(Failure::invalid, "channel.airing.group", "group");
    return organisation::Target{group.id};
}

Result<std::string> airing_scheduled(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_to_plan(context, transaction, request.raw("agency")));
    Airing airing;
    airing.target = TRY(target_in(transaction, request, agency.id));
    airing.from = TRY(request.date("from"));
    airing.to = TRY(request.date("to"));
    airing.weekdays = TRY(airing_weekdays(request));
    airing.minutes = TRY(hours_in(request, "hours"));
    airing.plays_on_holidays = request.checked("holidays");
    TRY(schedule_airing(context, transaction, request.raw("script"), std::move(airing)));
    TRY(transaction.commit());
    return airings_of_path(agency.code);
}

Result<http::Response> airing_answer(Context& context, const http::Request& request,
                                     const Result<std::string>& path, std::string_view told)
{
    if (path) return web::redirect_with(*path, told);
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return airings_page_with(context, request, path.error());
}

Result<http::Response> post_airing(Context& context, const http::Request& request)
{
    const auto path = airing_scheduled(context, request);
    return airing_answer(context, request, path, "channel.airing.was_scheduled");
}

Result<std::string> play_hours_set(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_to_plan(context, transaction, request.raw("agency")));
    auto minutes = TRY(hours_in(request, "own_hours"));
    TRY(set_play_hours(context, transaction, agency.id, std::move(minutes)));
    TRY(transaction.commit());
    return airings_of_path(agency.code);
}

Result<http::Response> post_play_hours(Context& context, const http::Request& request)
{
    const auto path = play_hours_set(context, request);
    return airing_answer(context, request, path, "channel.airing.hours_set");
}

Result<http::Response> post_airing_end(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("airing"));
    auto transaction = TRY(context.begin());
    const auto airing = TRY(AiringStore{transaction}.find(code));
    TRY(end_airing(context, transaction, airing));
    const auto agency = TRY(agency_asked(context, transaction, request.raw("agency")));
    TRY(transaction.commit());
    return web::redirect_with(airings_of_path(agency.code), "channel.airing.was_ended");
}

}  // namespace

void add_airings(Module& module)
{
    const auto planners = http::Access::holder_of(schedule_broadcasts.key);
    module.get("/truyen-thanh/lich", planners, show_airings);
    module.post("/truyen-thanh/lich", planners, post_airing);
    module.post("/truyen-thanh/lich/{airing}/ngung", planners, post_airing_end);
    module.post("/truyen-thanh/gio", planners, post_play_hours);
}

}  // namespace caicach::channel
