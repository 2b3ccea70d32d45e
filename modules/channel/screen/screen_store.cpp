#include "channel/screen/screen_store.hpp"

#include <utility>

#include "channel/screen/limits.hpp"
#include "channel/sql.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{
namespace
{

Screen screen_from(const database::Row& row)
{
    return {.id = row.id<ScreenId>("id"),
            .code = row.string("code"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .text = {.name = row.string("name"),
                     .place = row.string("place"),
                     .is_portrait = row.boolean("is_portrait"),
                     .has_side = row.boolean("has_side"),
                     .has_ticker = row.boolean("has_ticker")},
            .pairing_code = row.string("pairing_code"),
            .pairing_until = row.maybe_instant("pairing_until"),
            .token_hash = row.string("token_hash"),
            .paired_at = row.maybe_instant("paired_at"),
            .sequence = row.integer("sequence"),
            .seen_at = row.maybe_instant("seen_at"),
            .showing = row.string("showing"),
            .fault = row.string("fault"),
            .retired_at = row.maybe_instant("retired_at"),
            .made_at = row.instant("made_at"),
            .version = row.integer("version")};
}

Result<Screen> screen_in(std::optional<Screen> found)
{
    if (!found) return failure(Failure::not_found, "channel.screen.not_found");
    return std::move(*found);
}

}  // namespace

Result<Screen> ScreenStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(m_transaction.maybe_one(sql::screen_by_code, screen_from, asked.value_or("")));
    return screen_in(std::move(found));
}

Result<Screen> ScreenStore::find(ScreenId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::screen_by_id, screen_from, id));
    return screen_in(std::move(found));
}

Result<std::optional<Screen>> ScreenStore::of_token(std::string_view token_hash)
{
    return m_transaction.maybe_one(sql::screen_by_token, screen_from, token_hash);
}

Result<std::optional<Screen>> ScreenStore::waiting_for(std::string_view pairing_code)
{
    return m_transaction.maybe_one(sql::screen_by_pairing, screen_from, pairing_code);
}

Result<std::vector<Screen>> ScreenStore::of_agency(organisation::AgencyId agency)
{
    return m_transaction.all(sql::screens_of_agency, screen_from, agency,
                             screen_limits::screens_max);
}

Result<void> ScreenStore::insert(Screen& screen)
{
    screen.id = make_id<ScreenId>();
    screen.code = crypto::make_public_code();
    screen.version = 1;
    return m_transaction.change_one(sql::insert_screen, screen.id, screen.code, screen.agency,
                                    screen.text.name, screen.text.place, screen.text.is_portrait,
                                    screen.text.has_side, screen.text.has_ticker, screen.made_at);
}

Result<void> ScreenStore::save(Screen& screen)
{
    TRY(m_transaction.change_one(sql::save_screen, screen.id, screen.version, screen.text.name,
                                 screen.text.place, screen.text.is_portrait, screen.text.has_side,
                                 screen.text.has_ticker, screen.pairing_code, screen.pairing_until,
                                 screen.token_hash, screen.paired_at, screen.sequence,
                                 screen.seen_at, screen.showing, screen.fault, screen.retired_at));
    ++screen.version;
    return {};
}

Result<void> ScreenStore::see(const Screen& screen)
{
    return m_transaction.change_one(sql::screen_seen, screen.id, screen.seen_at, screen.showing,
                                    screen.fault);
}

Result<bool> ScreenStore::advance(ScreenId id, std::int64_t sequence)
{
    const auto changed = TRY(m_transaction.change(sql::screen_sequence, id, sequence));
    return changed == 1;
}

Result<void> ScreenStore::add_shown(ScreenId id, const Shown& shown)
{
    return m_transaction.change_one(sql::add_screen_shown, id, shown.day, shown.code, shown.title,
                                    shown.plays, shown.seconds);
}

Result<std::int64_t> ScreenStore::shown_seconds(ScreenId id, Date from, Date to)
{
    return m_transaction.one(
        sql::screen_shown_seconds, [](const database::Row& row) { return row.integer("seconds"); },
        id, from, to);
}

Result<std::vector<Shown>> ScreenStore::shown_since(ScreenId id, Date from)
{
    return m_transaction.all(
        sql::screen_shown_since,
        [](const database::Row& row) {
            return Shown{.day = row.date("day"),
                         .code = row.string("code"),
                         .title = row.string("title"),
                         .plays = row.integer("plays"),
                         .seconds = row.integer("seconds")};
        },
        id, from, screen_limits::shown_rows);
}

Result<bool> ScreenStore::has_month(ScreenId id, std::string_view month)
{
    const auto found = TRY(m_transaction.maybe_one(
        sql::screen_month, [](const database::Row& row) { return row.integer("fact_id"); }, id,
        month));
    return found.has_value();
}

Result<void> ScreenStore::keep_month(ScreenId id, std::string_view month, std::int64_t fact)
{
    return m_transaction.change_one(sql::insert_screen_month, id, month, fact);
}

}  // namespace caicach::channel
