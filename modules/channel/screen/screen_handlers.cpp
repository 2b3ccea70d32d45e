#include "channel/screen/screen_handlers.hpp"

#include <array>
#include <utility>

#include "calendar/moment.hpp"
#include "channel/screen/limits.hpp"
#include "channel/screen/managing.hpp"
#include "channel/screen/paths.hpp"
#include "channel/screen/permissions.hpp"
#include "channel/screen/screen_store.hpp"
#include "channel/screen/screen_views.hpp"
#include "document/csv_writer.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

Result<Screen> seen_screen(const Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("screen"));
    auto screen = TRY(ScreenStore{transaction}.find(code));
    TRY(context.require(manage_screens, organisation::scope_of(screen.agency)));
    return screen;
}

/// Now, unless the query says when.
Result<Instant> moment_in(const Context& context, const http::Request& request)
{
    constexpr std::size_t length_max = 10;
    const auto day = TRY(request.maybe_date("ngay"));
    const auto typed = TRY(request.maybe_text("gio", length_max));
    if (!day && !typed) return context.now();
    const auto minute =
        typed ? minute_from(*typed) : std::optional<int>{minute_of_day(context.now())};
    if (!minute) return failure(Failure::invalid, "channel.screen.hour", "gio");
    return instant_at(day.value_or(context.today()), *minute);
}

Result<std::vector<Shown>> shown_lately(const Context& context, database::Transaction& transaction,
                                        const Screen& screen)
{
    const auto from = context.today().plus_days(1 - screen_limits::shown_days);
    return ScreenStore{transaction}.shown_since(screen.id, from);
}

Result<http::Response> page_with(const Context& context, database::Transaction& transaction,
                                 Screen screen, Instant asked_at, http::Form form, web::Fault fault)
{
    ScreenPage page{.screen = std::move(screen),
                    .asked_at = asked_at,
                    .form = std::move(form),
                    .fault = std::move(fault)};
    auto agency = TRY(organisation::agency_by_id(transaction, page.screen.agency, context.today()));
    page.agency = std::move(agency.name);
    page.program = TRY(program_of(context, transaction, page.screen));
    page.shown = TRY(shown_lately(context, transaction, page.screen));
    const auto& site = context.services().site;
    page.player_address = (site.empty() ? "địa chỉ của hệ thống này" : site) + player_path();
    return screen_page(context, page);
}

Result<http::Response> show_screen(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto screen = TRY(seen_screen(context, transaction, request));
    const auto at = moment_in(context, request);
    if (at) return page_with(context, transaction, std::move(screen), *at, {}, {});
    return page_with(context, transaction, std::move(screen), context.now(), {},
                     web::fault_of(context, at.error()));
}

Result<http::Response> export_shown(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto screen = TRY(seen_screen(context, transaction, request));
    const auto shown = TRY(shown_lately(context, transaction, screen));
    document::CsvWriter csv;
    constexpr std::array<std::string_view, 5> head{"Bảng", "Ngày", "Nội dung", "Lượt", "Giây"};
    csv.add_row(head);
    for (const auto& one : shown) {
        const std::array<std::string, 5> row{screen.text.name, one.day.vietnamese(), one.title,
                                             std::to_string(one.plays),
                                             std::to_string(one.seconds)};
        csv.add_row(row);
    }
    http::Response response{200, "text/csv; charset=utf-8", csv.take()};
    response.set_download_name("da-chieu-" + screen.code + ".csv");
    return response;
}

using ScreenDeed = Result<void> (*)(Context&, database::Transaction&, const http::Request&,
                                    const Screen&);

Result<Screen> done(Context& context, const http::Request& request, ScreenDeed deed)
{
    auto transaction = TRY(context.begin());
    auto screen = TRY(seen_screen(context, transaction, request));
    screen.version = TRY(request.integer("version"));
    TRY(deed(context, transaction, request, screen));
    TRY(transaction.commit());
    return screen;
}

Result<http::Response> answer(Context& context, const http::Request& request, ScreenDeed deed,
                              std::string_view told)
{
    const auto screen = done(context, request, deed);
    if (screen) return web::redirect_with(screen_path(screen->code), told);
    if (!web::is_about_form(screen.error())) return tl::unexpected<Error>(screen.error());
    auto transaction = TRY(context.read());
    auto there = TRY(seen_screen(context, transaction, request));
    return page_with(context, transaction, std::move(there), context.now(), http::Form(request),
                     web::fault_of(context, screen.error()));
}

Result<void> change_deed(Context& context, database::Transaction& transaction,
                         const http::Request& request, const Screen& screen)
{
    ScreenText text;
    text.name = TRY(request.text("name", screen_limits::name_length_max));
    text.place = TRY(request.maybe_text("place", screen_limits::place_length_max)).value_or("");
    text.is_portrait = request.raw("shape") == "portrait";
    text.has_side = request.checked("side");
    text.has_ticker = request.checked("ticker");
    return change_screen(context, transaction, screen, text);
}

Result<void> pairing_deed(Context& context, database::Transaction& transaction,
                          const http::Request& request, const Screen& screen)
{
    const auto code = TRY(request.text("code"));
    return await_player(context, transaction, screen, code);
}

Result<void> revoking_deed(Context& context, database::Transaction& transaction,
                           const http::Request& /*request*/, const Screen& screen)
{
    return revoke_player(context, transaction, screen);
}

Result<void> retiring_deed(Context& context, database::Transaction& transaction,
                           const http::Request& /*request*/, const Screen& screen)
{
    return retire_screen(context, transaction, screen);
}

Result<http::Response> post_change(Context& context, const http::Request& request)
{
    return answer(context, request, change_deed, "channel.screen.was_changed");
}

Result<http::Response> post_pairing(Context& context, const http::Request& request)
{
    return answer(context, request, pairing_deed, "channel.screen.is_awaited");
}

Result<http::Response> post_revoking(Context& context, const http::Request& request)
{
    return answer(context, request, revoking_deed, "channel.screen.was_revoked");
}

Result<http::Response> post_retiring(Context& context, const http::Request& request)
{
    return answer(context, request, retiring_deed, "channel.screen.was_retired");
}

}  // namespace

void add_screen(Module& module)
{
    const auto managers = http::Access::holder_of(manage_screens.key);
    module.get("/bang-dien-tu/{screen}", managers, show_screen);
    module.get("/bang-dien-tu/{screen}/da-chieu.csv", managers, export_shown);
    module.post("/bang-dien-tu/{screen}/sua", managers, post_change);
    module.post("/bang-dien-tu/{screen}/ghep", managers, post_pairing);
    module.post("/bang-dien-tu/{screen}/thu-hoi", managers, post_revoking);
    module.post("/bang-dien-tu/{screen}/ngung", managers, post_retiring);
}

}  // namespace caicach::channel
