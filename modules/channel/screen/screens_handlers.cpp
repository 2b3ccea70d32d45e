#include "channel/screen/screens_handlers.hpp"

#include <utility>

#include "channel/agency_asked.hpp"
#include "channel/screen/arranging.hpp"
#include "channel/screen/limits.hpp"
#include "channel/screen/managing.hpp"
#include "channel/screen/paths.hpp"
#include "channel/screen/permissions.hpp"
#include "channel/screen/playlist_store.hpp"
#include "channel/screen/program.hpp"
#include "channel/screen/screen_store.hpp"
#include "channel/screen/screens_views.hpp"
#include "http/percent.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

Result<std::string> showing_of(const Context& context, database::Transaction& transaction,
                               const Screen& screen)
{
    if (screen.token_hash.empty() || !screen.seen_at) return std::string{};
    if (screen.showing.empty()) return std::string{"Lời chào"};
    PlaylistStore store{transaction};
    const auto slide = TRY(store.slide(screen.showing));
    if (slide && slide->agency == screen.agency) {
        auto seen = TRY(shown(context, transaction, *slide));
        return seen ? seen->title : slide->title;
    }
    const auto urgent = TRY(store.maybe_urgent(screen.showing));
    return urgent ? urgent->title : std::string{};
}

Result<http::Response> page_with(const Context& context, database::Transaction& transaction,
                                 std::string_view agency, http::Form form, web::Fault fault)
{
    ScreensPage page{.form = std::move(form), .fault = std::move(fault)};
    page.agency = TRY(agency_asked(context, transaction, agency));
    const auto scope = organisation::scope_of(page.agency.id);
    TRY(context.require(manage_screens, scope));
    page.agencies = TRY(agencies_with(context, transaction, manage_screens));
    page.screens = TRY(ScreenStore{transaction}.of_agency(page.agency.id));
    page.showing.reserve(page.screens.size());
    for (const auto& one : page.screens) {
        auto showing = TRY(showing_of(context, transaction, one));
        page.showing.push_back(std::move(showing));
    }
    PlaylistStore store{transaction};
    page.playlists = TRY(store.of_agency(page.agency.id));
    page.urgent = TRY(store.urgent_of(page.agency.id));
    page.may_alert = context.may(alert_screens, scope);
    return screens_page(context, page);
}

Result<http::Response> show_screens(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request.query("co-quan").value_or(""), {}, {});
}

/// Does it for the agency that the form names, and goes on to the path that it gives.
using AgencyDeed = Result<std::string> (*)(Context&, database::Transaction&, const http::Request&,
                                           const organisation::AgencySummary&);

Result<std::string> done(Context& context, const http::Request& request, AgencyDeed deed)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_asked(context, transaction, request.raw("agency")));
    TRY(context.require(manage_screens, organisation::scope_of(agency.id)));
    auto path = TRY(deed(context, transaction, request, agency));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> answer(Context& context, const http::Request& request, AgencyDeed deed,
                              std::string_view told)
{
    const auto path = done(context, request, deed);
    if (path) return web::redirect_with(*path, told);
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request.raw("agency"), http::Form(request),
                     web::fault_of(context, path.error()));
}

Result<std::string> screen_deed(Context& context, database::Transaction& transaction,
                                const http::Request& request,
                                const organisation::AgencySummary& agency)
{
    ScreenText text;
    text.name = TRY(request.text("name", screen_limits::name_length_max));
    text.place = TRY(request.maybe_text("place", screen_limits::place_length_max)).value_or("");
    const auto screen = TRY(register_screen(context, transaction, agency.id, text));
    return screen_path(screen.code);
}

Result<std::string> playlist_deed(Context& context, database::Transaction& transaction,
                                  const http::Request& request,
                                  const organisation::AgencySummary& agency)
{
    PlaylistText text;
    text.name = TRY(request.text("playlist", screen_limits::name_length_max));
    const auto playlist = TRY(make_playlist(context, transaction, agency.id, text));
    return playlist_path(playlist.code);
}

Result<std::string> urgent_deed(Context& context, database::Transaction& transaction,
                                const http::Request& request,
                                const organisation::AgencySummary& agency)
{
    Urgent urgent{.agency = agency.id, .reaches_below = request.checked("below")};
    urgent.title = TRY(request.text("title", screen_limits::title_length_max));
    urgent.body = TRY(request.paragraphs("body", screen_limits::body_length_max));
    const auto hours = TRY(request.integer("hours"));
    TRY(show_urgent(context, transaction, std::move(urgent), hours));
    return screens_path() + "?co-quan=" + http::percent_encoded(agency.code);
}

Result<http::Response> post_screen(Context& context, const http::Request& request)
{
    return answer(context, request, screen_deed, "channel.screen.was_registered");
}

Result<http::Response> post_playlist(Context& context, const http::Request& request)
{
    return answer(context, request, playlist_deed, "channel.playlist.was_made");
}

Result<http::Response> post_urgent(Context& context, const http::Request& request)
{
    return answer(context, request, urgent_deed, "channel.urgent.was_shown");
}

Result<http::Response> post_urgent_end(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("urgent"));
    auto transaction = TRY(context.begin());
    const auto urgent = TRY(PlaylistStore{transaction}.find_urgent(code));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, urgent.agency, context.today()));
    TRY(end_urgent(context, transaction, urgent));
    TRY(transaction.commit());
    return web::redirect_with(screens_path() + "?co-quan=" + http::percent_encoded(agency.code),
                              "channel.urgent.was_ended");
}

void add_audits(Module& module)
{
    module.audits({"channel.screen.registered", "thêm bảng điện tử"});
    module.audits({"channel.screen.changed", "sửa bảng điện tử"});
    module.audits({"channel.screen.paired", "ghép bảng điện tử với màn hình"});
    module.audits({"channel.screen.revoked", "thu hồi màn hình của bảng điện tử"});
    module.audits({"channel.screen.retired", "ngừng dùng bảng điện tử"});
    module.audits({"channel.playlist.made", "mở chương trình chiếu"});
    module.audits({"channel.playlist.changed", "sửa chương trình chiếu"});
    module.audits({"channel.playlist.arranged", "xếp nội dung của chương trình chiếu"});
    module.audits({"channel.playlist.removed", "bỏ chương trình chiếu"});
    module.audits({"channel.urgent.shown", "chiếu thông báo khẩn trên bảng điện tử"});
    module.audits({"channel.urgent.ended", "dừng thông báo khẩn trên bảng điện tử"});
    module.audits_about({screen_object, "bảng điện tử", {}});
    module.audits_about({playlist_object, "chương trình chiếu", {}});
    module.audits_about({urgent_object, "thông báo khẩn", {}});
}

}  // namespace

void add_screens(Module& module)
{
    const auto managers = http::Access::holder_of(manage_screens.key);
    for (const auto* permission : {&manage_screens, &alert_screens}) module.permission(*permission);
    module.get("/bang-dien-tu", managers, show_screens);
    module.post("/bang-dien-tu", managers, post_screen);
    module.post("/bang-dien-tu/chuong-trinh", managers, post_playlist);
    module.post("/bang-dien-tu/khan", managers, post_urgent);
    module.post("/bang-dien-tu/khan/{urgent}/dung", managers, post_urgent_end);
    module.menu({.text = "Bảng điện tử",
                 .path = "/bang-dien-tu",
                 .order = 50,
                 .permission = &manage_screens});
    add_audits(module);
}

}  // namespace caicach::channel
