#include "channel/screen/playlist_handlers.hpp"

#include <utility>

#include "channel/screen/arranging.hpp"
#include "channel/screen/limits.hpp"
#include "channel/screen/paths.hpp"
#include "channel/screen/permissions.hpp"
#include "channel/screen/playlist_store.hpp"
#include "channel/screen/playlist_views.hpp"
#include "channel/screen/screen_store.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

constexpr int offered_articles = 40;
constexpr std::int64_t offered_seconds = 180 * screen_limits::day_seconds;
constexpr std::string_view slides_anchor = "trang";

Result<Playlist> seen_playlist(const Context& context, database::Transaction& transaction,
                               const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("playlist"));
    auto playlist = TRY(PlaylistStore{transaction}.find(code));
    TRY(context.require(manage_screens, organisation::scope_of(playlist.agency)));
    return playlist;
}

Result<void> fill_slides(const Context& context, database::Transaction& transaction,
                         PlaylistPage& page)
{
    page.slides = TRY(PlaylistStore{transaction}.slides(page.playlist.id));
    page.shown.reserve(page.slides.size());
    page.pictures.reserve(page.slides.size());
    for (const auto& one : page.slides) {
        auto seen = TRY(shown(context, transaction, one));
        page.shown.push_back(std::move(seen));
        std::string picture;
        if (one.picture) {
            const auto stored = TRY(attachment::find(transaction, *one.picture));
            picture = attachment::download_path(stored);
        }
        page.pictures.push_back(std::move(picture));
    }
    return {};
}

Result<http::Response> page_with(const Context& context, database::Transaction& transaction,
                                 const http::Request& request, http::Form form, web::Fault fault)
{
    PlaylistPage page{.form = std::move(form), .fault = std::move(fault)};
    page.playlist = TRY(seen_playlist(context, transaction, request));
    auto agency =
        TRY(organisation::agency_by_id(transaction, page.playlist.agency, context.today()));
    page.agency = std::move(agency.name);
    page.screens = TRY(ScreenStore{transaction}.of_agency(page.playlist.agency));
    TRY(fill_slides(context, transaction, page));
    page.articles = TRY(
        newsroom::published_since(transaction, context.now() + -offered_seconds, offered_articles));
    return playlist_page(context, page);
}

Result<http::Response> show_playlist(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request, {}, {});
}

using PlaylistDeed = Result<void> (*)(Context&, database::Transaction&, const http::Request&,
                                      const Playlist&);

Result<std::string> done(Context& context, const http::Request& request, PlaylistDeed deed)
{
    auto transaction = TRY(context.begin());
    auto playlist = TRY(seen_playlist(context, transaction, request));
    playlist.version = TRY(request.integer("version"));
    TRY(deed(context, transaction, request, playlist));
    TRY(transaction.commit());
    return playlist_path(playlist.code);
}

Result<http::Response> page_of_fault(Context& context, const http::Request& request,
                                     const Error& error)
{
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request, http::Form(request),
                     web::fault_of(context, error));
}

/// Goes on to the page, where `told` is said, or quietly to the place on it.
Result<http::Response> answer(Context& context, const http::Request& request, PlaylistDeed deed,
                              std::string_view told, std::string_view anchor = {})
{
    const auto path = done(context, request, deed);
    if (path && anchor.empty()) return web::redirect_with(*path, told);
    if (path) return http::redirect(*path + "#" + std::string(anchor));
    return page_of_fault(context, request, path.error());
}

Result<int> minute_in(const http::Request& request, std::string_view field)
{
    constexpr std::size_t length_max = 10;
    const auto typed = TRY(request.text(field, length_max));
    const auto minute = minute_from(typed);
    if (!minute) return failure(Failure::invalid, "channel.screen.hour", std::string(field));
    return *minute;
}

Result<Days> days_in(const http::Request& request)
{
    Days days;
    days.from = TRY(request.maybe_date("from"));
    days.to = TRY(request.maybe_date("to"));
    return days;
}

Result<int> seconds_in(const http::Request& request)
{
    const auto seconds =
        TRY(request.integer("seconds", {.lowest = 0, .highest = screen_limits::day_seconds}));
    return static_cast<int>(seconds);
}

Result<int> weekdays_in(const http::Request& request)
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

Result<void> settings_deed(Context& context, database::Transaction& transaction,
                           const http::Request& request, const Playlist& playlist)
{
    PlaylistText text;
    text.name = TRY(request.text("name", screen_limits::name_length_max));
    const auto zone = zone_from(request.raw("zone"));
    text.zone = zone.value_or(ScreenZone::main);
    const auto level = TRY(request.integer("priority", {.lowest = 1, .highest = 3}));
    text.priority = static_cast<int>(level);
    text.part.days = TRY(days_in(request));
    text.part.weekdays = TRY(weekdays_in(request));
    const auto begin = TRY(minute_in(request, "begin"));
    text.part.begin_minute = begin % (24 * 60);
    const auto end = TRY(minute_in(request, "end"));
    text.part.end_minute = end == 0 ? 24 * 60 : end;
    if (const auto code = request.raw("screen"); !code.empty()) {
        const auto screen = ScreenStore{transaction}.find(code);
        if (!screen) return failure(Failure::invalid, "channel.playlist.screen", "screen");
        text.screen = screen->id;
    }
    return change_playlist(context, transaction, playlist, text);
}

Result<void> removing_deed(Context& context, database::Transaction& transaction,
                           const http::Request& /*request*/, const Playlist& playlist)
{
    return remove_playlist(context, transaction, playlist);
}

/// "https://…/tin-bai/mot-cua" as people copy it, or the last word alone.
std::string_view slug_in(std::string_view address)
{
    const auto end = address.find_first_of("?#");
    if (end != std::string_view::npos) address = address.substr(0, end);
    while (address.ends_with('/')) address.remove_suffix(1);
    const auto slash = address.rfind('/');
    return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

Result<void> fill_article(database::Transaction& transaction, const http::Request& request,
                          Slide& slide)
{
    const auto chosen = TRY(request.maybe_text("article"));
    const auto typed = TRY(request.maybe_text("address", screen_limits::address_length_max));
    const auto address = typed ? *typed : chosen.value_or("");
    const auto found = newsroom::published_article(transaction, slug_in(address));
    if (!found && found.error().kind != Failure::not_found)
        return tl::unexpected<Error>(found.error());
    if (!found || found->is_withdrawn)
        return failure(Failure::invalid, "channel.slide.article", typed ? "address" : "article");
    slide.kind = SlideKind::article;
    slide.article = found->id;
    slide.title = found->title;
    return {};
}

Result<Slide> slide_in(database::Transaction& transaction, const http::Request& request)
{
    Slide slide;
    const auto form = request.raw("form");
    if (form == "article") {
        TRY(fill_article(transaction, request, slide));
    } else if (form == "issue") {
        slide.kind = SlideKind::issue;
        slide.title = "Bản tin mới nhất";
    } else {
        slide.title = TRY(request.text("title", screen_limits::title_length_max));
        slide.body = TRY(request.paragraphs("body", screen_limits::body_length_max));
    }
    slide.days = TRY(days_in(request));
    slide.seconds = TRY(seconds_in(request));
    return slide;
}

Result<void> slide_deed(Context& context, database::Transaction& transaction,
                        const http::Request& request, const Playlist& playlist)
{
    auto slide = TRY(slide_in(transaction, request));
    return add_slide(context, transaction, playlist, std::move(slide));
}

template <SlideMove move>
Result<void> move_deed(Context& context, database::Transaction& transaction,
                       const http::Request& request, const Playlist& playlist)
{
    return move_slide(context, transaction, playlist, request.raw("slide"), move);
}

Result<attachment::KeptFile> picture_in(Context& context, const http::Request& request)
{
    const auto* upload = TRY(request.file("file"));
    auto kept = attachment::keep(context, attachment::file_of(*upload), slide_picture_use());
    if (kept) return kept;
    auto error = kept.error();
    error.field = "file";
    return tl::unexpected<Error>(std::move(error));
}

/// The file lies safe before the transaction begins: looking at it takes time.
Result<std::string> picture_added(Context& context, const http::Request& request)
{
    {
        auto transaction = TRY(context.read());
        TRY(seen_playlist(context, transaction, request));
    }
    Slide slide{.kind = SlideKind::picture};
    slide.title = TRY(request.text("shows", screen_limits::title_length_max));
    slide.days = TRY(days_in(request));
    slide.seconds = TRY(seconds_in(request));
    const auto kept = TRY(picture_in(context, request));
    auto transaction = TRY(context.begin());
    auto playlist = TRY(seen_playlist(context, transaction, request));
    playlist.version = TRY(request.integer("version"));
    TRY(add_slide(context, transaction, playlist, std::move(slide), &kept));
    TRY(transaction.commit());
    return playlist_path(playlist.code);
}

Result<http::Response> post_picture(Context& context, const http::Request& request)
{
    const auto path = picture_added(context, request);
    if (path) return web::redirect_with(*path, "channel.slide.was_added");
    return page_of_fault(context, request, path.error());
}

Result<http::Response> post_settings(Context& context, const http::Request& request)
{
    return answer(context, request, settings_deed, "channel.playlist.was_changed");
}

Result<http::Response> post_removing(Context& context, const http::Request& request)
{
    const auto path = done(context, request, removing_deed);
    if (path) return web::redirect_with(screens_path(), "channel.playlist.was_removed");
    return page_of_fault(context, request, path.error());
}

Result<http::Response> post_slide(Context& context, const http::Request& request)
{
    return answer(context, request, slide_deed, "channel.slide.was_added");
}

Result<http::Response> post_up(Context& context, const http::Request& request)
{
    return answer(context, request, move_deed<SlideMove::up>, {}, slides_anchor);
}

Result<http::Response> post_down(Context& context, const http::Request& request)
{
    return answer(context, request, move_deed<SlideMove::down>, {}, slides_anchor);
}

Result<http::Response> post_away(Context& context, const http::Request& request)
{
    return answer(context, request, move_deed<SlideMove::away>, {}, slides_anchor);
}

/// Who manages the agency's screens sees what they show.
Result<void> answer_for_picture(Context& context, database::Transaction& transaction,
                                const attachment::FileAsked& asked)
{
    if (asked.may_be_read) return {};
    const auto slide = TRY(PlaylistStore{transaction}.slide_of_picture(asked.file));
    if (slide)
        asked.may_be_read = context.may(manage_screens, organisation::scope_of(slide->agency));
    return {};
}

}  // namespace

void add_playlists(Module& module)
{
    const auto managers = http::Access::holder_of(manage_screens.key);
    module.get("/bang-dien-tu/chuong-trinh/{playlist}", managers, show_playlist);
    module.post("/bang-dien-tu/chuong-trinh/{playlist}/sua", managers, post_settings);
    module.post("/bang-dien-tu/chuong-trinh/{playlist}/bo", managers, post_removing);
    module.post("/bang-dien-tu/chuong-trinh/{playlist}/trang", managers, post_slide);
    module.post("/bang-dien-tu/chuong-trinh/{playlist}/anh", managers, post_picture,
                {.limits = {.upload_bytes = screen_limits::picture_bytes_max}});
    module.post("/bang-dien-tu/chuong-trinh/{playlist}/trang/len", managers, post_up);
    module.post("/bang-dien-tu/chuong-trinh/{playlist}/trang/xuong", managers, post_down);
    module.post("/bang-dien-tu/chuong-trinh/{playlist}/trang/bo", managers, post_away);
    module.on<attachment::FileAsked>(answer_for_picture);
}

}  // namespace caicach::channel
