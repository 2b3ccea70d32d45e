#include "channel/screen/playlist_store.hpp"

#include <utility>

#include "channel/screen/limits.hpp"
#include "channel/sql.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{
namespace
{

Days days_from(const database::Row& row)
{
    return {.from = row.maybe_date("from_day"), .to = row.maybe_date("to_day")};
}

Playlist playlist_from(const database::Row& row)
{
    const auto zone = zone_from(row.text("zone"));
    VERIFY(zone);  // the table's CHECK admits these only
    return {.id = row.id<PlaylistId>("id"),
            .code = row.string("code"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .text = {.name = row.string("name"),
                     .screen = row.maybe_id<ScreenId>("screen_id"),
                     .zone = *zone,
                     .part = {.days = days_from(row),
                              .weekdays = static_cast<int>(row.integer("weekdays")),
                              .begin_minute = static_cast<int>(row.integer("begin_minute")),
                              .end_minute = static_cast<int>(row.integer("end_minute"))},
                     .priority = static_cast<int>(row.integer("priority"))},
            .is_removed = !row.is_null("removed_at"),
            .made_at = row.instant("made_at"),
            .version = row.integer("version")};
}

SlideKind kind_from(std::string_view key)
{
    for (const auto kind : {SlideKind::article, SlideKind::text, SlideKind::picture})
        if (key_of(kind) == key) return kind;
    return SlideKind::issue;
}

Slide slide_from(const database::Row& row)
{
    return {.id = row.id<SlideId>("id"),
            .code = row.string("code"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .playlist = row.id<PlaylistId>("playlist_id"),
            .kind = kind_from(row.text("kind")),
            .article = row.maybe_id<newsroom::ArticleId>("article_id"),
            .picture = row.maybe_id<attachment::AttachmentId>("attachment_id"),
            .sha256 = row.string("sha256"),
            .title = row.string("title"),
            .body = row.string("body"),
            .days = days_from(row),
            .seconds = static_cast<int>(row.integer("seconds")),
            .made_at = row.instant("made_at")};
}

Urgent urgent_from(const database::Row& row)
{
    return {.id = row.id<UrgentId>("id"),
            .code = row.string("code"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .reaches_below = row.boolean("reaches_below"),
            .title = row.string("title"),
            .body = row.string("body"),
            .begins_at = row.instant("begins_at"),
            .ends_at = row.instant("ends_at")};
}

std::string canonical(std::string_view code)
{
    return crypto::parse_public_code(code).value_or(std::string{});
}

}  // namespace

Result<Playlist> PlaylistStore::find(std::string_view code)
{
    auto found =
        TRY(m_transaction.maybe_one(sql::screen_playlist_by_code, playlist_from, canonical(code)));
    if (!found || found->is_removed)
        return failure(Failure::not_found, "channel.playlist.not_found");
    return std::move(*found);
}

Result<std::vector<Playlist>> PlaylistStore::of_agency(organisation::AgencyId agency)
{
    return m_transaction.all(sql::screen_playlists_of_agency, playlist_from, agency,
                             screen_limits::playlists_max);
}

Result<void> PlaylistStore::insert(Playlist& playlist)
{
    playlist.id = make_id<PlaylistId>();
    playlist.code = crypto::make_public_code();
    playlist.version = 1;
    const auto& text = playlist.text;
    return m_transaction.change_one(
        sql::insert_screen_playlist, playlist.id, playlist.code, playlist.agency, text.screen,
        key_of(text.zone), text.name, text.part.days.from, text.part.days.to, text.part.weekdays,
        text.part.begin_minute, text.part.end_minute, text.priority, playlist.made_at);
}

Result<void> PlaylistStore::save(const Playlist& playlist)
{
    const auto& text = playlist.text;
    return m_transaction.change_one(sql::save_screen_playlist, playlist.id, playlist.version,
                                    text.screen, key_of(text.zone), text.name, text.part.days.from,
                                    text.part.days.to, text.part.weekdays, text.part.begin_minute,
                                    text.part.end_minute, text.priority);
}

Result<void> PlaylistStore::remove(const Playlist& playlist, Instant now)
{
    return m_transaction.change_one(sql::remove_screen_playlist, playlist.id, playlist.version,
                                    now);
}

Result<std::vector<Slide>> PlaylistStore::slides(PlaylistId playlist)
{
    return m_transaction.all(sql::screen_slides_of_playlist, slide_from, playlist);
}

Result<std::optional<Slide>> PlaylistStore::slide(std::string_view code)
{
    return m_transaction.maybe_one(sql::screen_slide_by_code, slide_from, canonical(code));
}

Result<std::optional<Slide>> PlaylistStore::slide_of_content(organisation::AgencyId agency,
                                                             std::string_view sha256)
{
    return m_transaction.maybe_one(sql::screen_slide_of_content, slide_from, agency, sha256);
}

Result<std::optional<Slide>> PlaylistStore::slide_of_picture(attachment::AttachmentId picture)
{
    return m_transaction.maybe_one(sql::screen_slide_of_picture, slide_from, picture);
}

Result<void> PlaylistStore::insert(Slide& slide, int position)
{
    if (!slide.id) slide.id = make_id<SlideId>();
    slide.code = crypto::make_public_code();
    return m_transaction.change_one(sql::insert_screen_slide, slide.id, slide.code, slide.agency,
                                    slide.playlist, position, key_of(slide.kind), slide.article,
                                    slide.picture, slide.sha256, slide.title, slide.body,
                                    slide.days.from, slide.days.to, slide.seconds, slide.made_at);
}

Result<void> PlaylistStore::place(SlideId slide, int position)
{
    return m_transaction.change_one(sql::place_screen_slide, slide, position);
}

Result<void> PlaylistStore::remove(SlideId slide, Instant now)
{
    return m_transaction.change_one(sql::remove_screen_slide, slide, now);
}

Result<Urgent> PlaylistStore::find_urgent(std::string_view code)
{
    auto found = TRY(maybe_urgent(code));
    if (!found) return failure(Failure::not_found, "channel.urgent.not_found");
    return std::move(*found);
}

Result<std::optional<Urgent>> PlaylistStore::maybe_urgent(std::string_view code)
{
    return m_transaction.maybe_one(sql::screen_urgent_by_code, urgent_from, canonical(code));
}

Result<std::vector<Urgent>> PlaylistStore::urgent_of(organisation::AgencyId agency)
{
    return m_transaction.all(sql::screen_urgent_of_agency, urgent_from, agency,
                             screen_limits::urgent_rows);
}

Result<std::vector<Urgent>> PlaylistStore::urgent_running(Instant now)
{
    return m_transaction.all(sql::screen_urgent_running, urgent_from, now,
                             screen_limits::urgent_running_max);
}

Result<void> PlaylistStore::insert(Urgent& urgent)
{
    urgent.id = make_id<UrgentId>();
    urgent.code = crypto::make_public_code();
    return m_transaction.change_one(sql::insert_screen_urgent, urgent.id, urgent.code,
                                    urgent.agency, urgent.reaches_below, urgent.title, urgent.body,
                                    urgent.begins_at, urgent.ends_at);
}

Result<void> PlaylistStore::end(UrgentId urgent, Instant now)
{
    return m_transaction.change_one(sql::end_screen_urgent, urgent, now);
}

}  // namespace caicach::channel
