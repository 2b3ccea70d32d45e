#include "channel/broadcast/airing_store.hpp"

#include <utility>
#include <variant>

#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/sql.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{
namespace
{

Airing airing_from(const database::Row& row)
{
    Airing airing{.id = row.id<AiringId>("id"),
                  .code = row.string("code"),
                  .script = row.id<ScriptId>("script_id"),
                  .from = row.date("from_on"),
                  .to = row.date("to_on"),
                  .weekdays = static_cast<int>(row.integer("weekdays")),
                  .minutes = minutes_in(row.text("minutes")),
                  .plays_on_holidays = row.integer("plays_on_holidays") == 1,
                  .made_by = row.id<AccountId>("made_by"),
                  .made_at = row.instant("made_at"),
                  .ended_at = row.maybe_instant("ended_at"),
                  .version = row.integer("version")};
    const auto agency = row.id<organisation::AgencyId>("agency_id");
    if (agency == organisation::AgencyId{})
        airing.target = row.id<organisation::GroupId>("group_id");
    else
        airing.target = agency;
    return airing;
}

PlannedAiring planned_from(const database::Row& row)
{
    return {.airing = airing_from(row),
            .title = row.string("title"),
            .script_code = row.string("script_code"),
            .file = row.id<attachment::AttachmentId>("file_id"),
            .seconds = row.integer("seconds"),
            .is_playable = row.integer("is_playable") == 1};
}

PlayHours play_hours_from(const database::Row& row)
{
    return {.from = row.date("from_on"), .minutes = minutes_in(row.text("minutes"))};
}

Programme programme_from(const database::Row& row)
{
    return {.script = row.id<ScriptId>("id"),
            .code = row.string("code"),
            .title = row.string("title"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .file = row.id<attachment::AttachmentId>("file_id"),
            .seconds = row.integer("seconds")};
}

template <class IdType>
IdType id_in(const organisation::Target& target)
{
    const auto* const id = std::get_if<IdType>(&target);
    return id == nullptr ? IdType{} : *id;
}

}  // namespace

Result<Airing> AiringStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(m_transaction.maybe_one(sql::airing_by_code, airing_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "channel.airing.not_found");
    return std::move(*found);
}

Result<std::vector<PlannedAiring>> AiringStore::of_agency(organisation::AgencyId agency, Date from,
                                                          Date to)
{
    return m_transaction.all(sql::airings_of_agency, planned_from, agency, from, to,
                             limits::airings_at_once);
}

Result<std::vector<Airing>> AiringStore::open_of_script(ScriptId script, Date from)
{
    return m_transaction.all(sql::open_airings_of_script, airing_from, script, from,
                             limits::airings_at_once);
}

Result<void> AiringStore::insert(Airing& airing)
{
    airing.id = make_id<AiringId>();
    airing.code = crypto::make_public_code();
    airing.version = 1;
    return m_transaction.change_one(
        sql::insert_airing, airing.id, airing.code, airing.script,
        id_in<organisation::AgencyId>(airing.target), id_in<organisation::GroupId>(airing.target),
        airing.from, airing.to, std::int64_t{airing.weekdays}, stored_minutes(airing.minutes),
        std::int64_t{airing.plays_on_holidays ? 1 : 0}, airing.made_by, airing.made_at);
}

Result<void> AiringStore::end(AiringId id, Instant at)
{
    return m_transaction.change_one(sql::end_airing, id, at);
}

Result<std::vector<PlayHours>> AiringStore::hours_of(organisation::AgencyId agency)
{
    return m_transaction.all(sql::play_hours_of_agency, play_hours_from, agency,
                             limits::play_hours_rows);
}

Result<void> AiringStore::set_hours(organisation::AgencyId agency, const PlayHours& hours,
                                    AccountId by, Instant at)
{
    return m_transaction.change_one(sql::set_play_hours, make_id<PlayHoursId>(), agency, hours.from,
                                    stored_minutes(hours.minutes), by, at);
}

Result<std::vector<Programme>> AiringStore::programmes()
{
    return m_transaction.all(sql::programmes, programme_from, limits::programmes_offered);
}

Result<Programme> AiringStore::programme(std::string_view script_code)
{
    const auto asked = crypto::parse_public_code(script_code);
    auto found =
        TRY(m_transaction.maybe_one(sql::programme_by_code, programme_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "channel.airing.programme", "script");
    return std::move(*found);
}

}  // namespace caicach::channel
