#include "channel/screen/arranging.hpp"

#include <algorithm>
#include <utility>

#include "channel/screen/limits.hpp"
#include "channel/screen/permissions.hpp"
#include "channel/screen/playlist_store.hpp"
#include "channel/screen/screen_store.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"

namespace caicach::channel
{
namespace
{

json::Value said_of(const Playlist& playlist)
{
    return json::Value::object()
        .set("name", playlist.text.name)
        .set("zone", key_of(playlist.text.zone))
        .set("part", words_of(playlist.text.part))
        .set("priority", playlist.text.priority);
}

Result<void> check_days(const Days& days, std::string_view key)
{
    if (days.from && days.to && *days.to < *days.from)
        return failure(Failure::invalid, std::string(key), "to");
    return {};
}

Result<void> check(database::Transaction& transaction, organisation::AgencyId agency,
                   const PlaylistText& text)
{
    TRY(check_days(text.part.days, "channel.playlist.days"));
    if (text.part.weekdays < 1 || text.part.weekdays > every_weekday)
        return failure(Failure::invalid, "channel.playlist.weekdays", "weekdays");
    if (text.part.begin_minute == text.part.end_minute)
        return failure(Failure::invalid, "channel.playlist.hours", "end");
    if (!text.screen) return {};
    const auto screen = TRY(ScreenStore{transaction}.find(*text.screen));
    if (screen.agency != agency || screen.retired_at)
        return failure(Failure::invalid, "channel.playlist.screen", "screen");
    return {};
}

Result<void> require_managing(const Context& context, organisation::AgencyId agency)
{
    return context.require(manage_screens, organisation::scope_of(agency));
}

Result<void> record_change(Context& context, database::Transaction& transaction,
                           const Playlist& playlist, std::string_view what,
                           const std::string& title)
{
    return context.record(transaction, "channel.playlist.arranged", playlist_object,
                          playlist.id.value, json::dump(json::Value::object().set(what, title)));
}

Result<void> check_slide(const Context& context, const Slide& slide)
{
    if (attachment::names_secret(slide.title, context.today()))
        return failure(Failure::invalid, "channel.slide.secret", "title");
    TRY(check_days(slide.days, "channel.slide.days"));
    if (slide.seconds < screen_limits::seconds_min || slide.seconds > screen_limits::seconds_max)
        return failure(Failure::invalid, "channel.slide.seconds", "seconds",
                       {std::to_string(screen_limits::seconds_min),
                        std::to_string(screen_limits::seconds_max)});
    return {};
}

}  // namespace

const attachment::AttachmentUse& slide_picture_use()
{
    using attachment::FileKind;
    static const attachment::AttachmentUse use{
        .key = "channel.slide",
        .kinds = {FileKind::jpeg, FileKind::png, FileKind::webp},
        .bytes_max = screen_limits::picture_bytes_max,
        .picture_side_max = screen_limits::picture_side_max};
    return use;
}

Result<Playlist> make_playlist(Context& context, database::Transaction& transaction,
                               organisation::AgencyId agency, const PlaylistText& text)
{
    TRY(require_managing(context, agency));
    TRY(check(transaction, agency, text));
    PlaylistStore store{transaction};
    const auto there = TRY(store.of_agency(agency));
    if (there.size() >= static_cast<std::size_t>(screen_limits::playlists_max))
        return failure(Failure::too_large, "channel.playlist.too_many", "name",
                       {std::to_string(screen_limits::playlists_max)});
    Playlist playlist{.agency = agency, .text = text, .made_at = context.now()};
    TRY(store.insert(playlist));
    TRY(context.record(transaction, "channel.playlist.made", playlist_object, playlist.id.value,
                       beginning_detail(said_of(playlist))));
    return playlist;
}

Result<void> change_playlist(Context& context, database::Transaction& transaction,
                             Playlist playlist, const PlaylistText& text)
{
    TRY(require_managing(context, playlist.agency));
    TRY(check(transaction, playlist.agency, text));
    const auto before = said_of(playlist);
    playlist.text = text;
    TRY(PlaylistStore{transaction}.save(playlist));
    return context.record(transaction, "channel.playlist.changed", playlist_object,
                          playlist.id.value, change_detail(before, said_of(playlist)));
}

Result<void> remove_playlist(Context& context, database::Transaction& transaction,
                             const Playlist& playlist)
{
    TRY(require_managing(context, playlist.agency));
    TRY(PlaylistStore{transaction}.remove(playlist, context.now()));
    return context.record(transaction, "channel.playlist.removed", playlist_object,
                          playlist.id.value, ending_detail(said_of(playlist)));
}

Result<void> add_slide(Context& context, database::Transaction& transaction,
                       const Playlist& playlist, Slide slide, const attachment::KeptFile* picture)
{
    TRY(require_managing(context, playlist.agency));
    TRY(check_slide(context, slide));
    PlaylistStore store{transaction};
    const auto there = TRY(store.slides(playlist.id));
    if (there.size() >= static_cast<std::size_t>(screen_limits::slides_max))
        return failure(Failure::too_large, "channel.slide.too_many", "seconds",
                       {std::to_string(screen_limits::slides_max)});
    // First of all: of two who change it at once the second learns it here.
    TRY(store.save(playlist));
    slide.id = make_id<SlideId>();
    slide.agency = playlist.agency;
    slide.playlist = playlist.id;
    slide.made_at = context.now();
    if (picture != nullptr) {
        const auto stored = TRY(attachment::add(context, transaction, *picture, slide.id.value));
        slide.picture = stored.id;
        slide.sha256 = stored.sha256;
    }
    const auto places = static_cast<int>(there.size());
    for (int i = 0; i < places; ++i) TRY(store.place(there[static_cast<std::size_t>(i)].id, i + 1));
    TRY(store.insert(slide, places + 1));
    return record_change(context, transaction, playlist, "added", slide.title);
}

Result<void> move_slide(Context& context, database::Transaction& transaction,
                        const Playlist& playlist, std::string_view code, SlideMove move)
{
    TRY(require_managing(context, playlist.agency));
    PlaylistStore store{transaction};
    auto slides = TRY(store.slides(playlist.id));
    const auto found = std::ranges::find(slides, code, &Slide::code);
    if (found == slides.end()) return failure(Failure::not_found, "channel.slide.not_found");
    const auto title = found->title;
    TRY(store.save(playlist));
    if (move == SlideMove::away) {
        TRY(store.remove(found->id, context.now()));
        return record_change(context, transaction, playlist, "removed", title);
    }
    if (move == SlideMove::up && found != slides.begin()) std::iter_swap(found, found - 1);
    if (move == SlideMove::down && found + 1 != slides.end()) std::iter_swap(found, found + 1);
    int position = 0;
    for (const auto& one : slides) TRY(store.place(one.id, ++position));
    return record_change(context, transaction, playlist, "moved", title);
}

Result<void> show_urgent(Context& context, database::Transaction& transaction, Urgent urgent,
                         std::int64_t hours)
{
    constexpr std::int64_t hour_seconds = 3'600;
    const auto& right = urgent.reaches_below ? alert_screens : manage_screens;
    TRY(context.require(right, organisation::scope_of(urgent.agency)));
    if (attachment::names_secret(urgent.title, context.today()))
        return failure(Failure::invalid, "channel.slide.secret", "title");
    if (hours < 1 || hours > screen_limits::urgent_hours_max)
        return failure(Failure::invalid, "channel.urgent.hours", "hours",
                       {std::to_string(screen_limits::urgent_hours_max)});
    PlaylistStore store{transaction};
    const auto running = TRY(store.urgent_running(context.now()));
    if (running.size() >= static_cast<std::size_t>(screen_limits::urgent_running_max))
        return failure(Failure::too_large, "channel.urgent.too_many", "title");
    urgent.begins_at = context.now();
    urgent.ends_at = context.now() + hours * hour_seconds;
    TRY(store.insert(urgent));
    return context.record(transaction, "channel.urgent.shown", urgent_object, urgent.id.value,
                          json::dump(json::Value::object()
                                         .set("title", urgent.title)
                                         .set("body", urgent.body)
                                         .set("below", urgent.reaches_below)
                                         .set("ends_at", to_iso(urgent.ends_at))));
}

Result<void> end_urgent(Context& context, database::Transaction& transaction, const Urgent& urgent)
{
    const auto& right = urgent.reaches_below ? alert_screens : manage_screens;
    TRY(context.require(right, organisation::scope_of(urgent.agency)));
    TRY(PlaylistStore{transaction}.end(urgent.id, context.now()));
    return context.record(transaction, "channel.urgent.ended", urgent_object, urgent.id.value);
}

}  // namespace caicach::channel
