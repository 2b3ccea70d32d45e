#include "channel/broadcast/broadcast.hpp"

#include <cstdlib>
#include <utility>

#include "calendar/moment.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/sql.hpp"
#include "crypto/crypto.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{
namespace
{

Broadcast broadcast_from(const database::Row& row)
{
    return {.id = row.id<BroadcastId>("id"),
            .code = row.string("code"),
            .script = row.id<ScriptId>("script_id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .title = row.string("title"),
            .file = row.id<attachment::AttachmentId>("file_id"),
            .file_sha256 = row.string("file_sha256"),
            .seconds = row.integer("seconds"),
            .day = row.date("aired_on"),
            .minute = static_cast<int>(row.integer("minute")),
            .started_minute = static_cast<int>(row.integer("started_minute")),
            .played_minutes = row.integer("played_minutes"),
            .difference = row.string("difference"),
            .signed_by = row.id<AccountId>("signed_by"),
            .signed_at = row.instant("signed_at"),
            .sha256 = row.string("sha256"),
            .supersedes = row.id<BroadcastId>("supersedes_id"),
            .fact = row.id<evidence::FactId>("fact_id")};
}

bool differs(const Broadcast& planned, const Said& said)
{
    const auto minutes = said.minutes - expected_minutes(planned.seconds);
    return std::abs(said.started_minute - planned.minute) > limits::started_apart_max ||
           std::abs(minutes) > limits::minutes_apart_max;
}

}  // namespace

std::int64_t expected_minutes(std::int64_t seconds)
{
    constexpr std::int64_t minute_seconds = 60;
    return seconds <= minute_seconds ? 1 : (seconds + minute_seconds - 1) / minute_seconds;
}

Result<void> check_said(const Broadcast& planned, const Said& said, Instant now)
{
    const auto minute = said.was_played ? said.started_minute : planned.minute;
    if (now < instant_at(planned.day, minute))
        return failure(Failure::invalid, "channel.broadcast.not_yet", "started");
    if (!said.was_played) {
        if (said.difference.empty())
            return failure(Failure::invalid, "channel.broadcast.why_not", "difference");
        return {};
    }
    if (said.minutes < 1 || said.minutes > limits::played_minutes_max)
        return failure(Failure::invalid, "channel.broadcast.minutes", "minutes",
                       {std::to_string(limits::played_minutes_max)});
    if (said.difference.empty() && differs(planned, said))
        return failure(Failure::invalid, "channel.broadcast.differs", "difference");
    return {};
}

std::string signed_hash(const Broadcast& broadcast)
{
    std::string bytes;
    for (const auto& one :
         {std::to_string(broadcast.script.value), std::to_string(broadcast.agency.value),
          broadcast.title, broadcast.file_sha256, broadcast.day.iso(),
          std::to_string(broadcast.minute), std::to_string(broadcast.started_minute),
          std::to_string(broadcast.played_minutes), broadcast.difference,
          std::to_string(broadcast.signed_by.value), to_iso(broadcast.signed_at),
          std::to_string(broadcast.supersedes.value)})
        bytes += std::to_string(one.size()) + ":" + one + ",";
    return crypto::sha256_hex(bytes);
}

Result<Broadcast> BroadcastStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found =
        TRY(m_transaction.maybe_one(sql::broadcast_by_code, broadcast_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "channel.broadcast.not_found");
    return std::move(*found);
}

Result<std::vector<Broadcast>> BroadcastStore::of_agency(organisation::AgencyId agency, Date from,
                                                         Date to)
{
    return m_transaction.all(sql::broadcasts_of_agency, broadcast_from, agency, from, to,
                             limits::broadcast_rows);
}

Result<void> BroadcastStore::insert(const Broadcast& broadcast)
{
    return m_transaction.change_one(
        sql::insert_broadcast, broadcast.id, broadcast.code, broadcast.script, broadcast.agency,
        broadcast.title, broadcast.file, broadcast.file_sha256, broadcast.seconds, broadcast.day,
        std::int64_t{broadcast.minute}, std::int64_t{broadcast.started_minute},
        broadcast.played_minutes, broadcast.difference, broadcast.signed_by, broadcast.signed_at,
        broadcast.sha256, broadcast.supersedes, broadcast.fact);
}

Result<void> BroadcastStore::supersede(BroadcastId id)
{
    return m_transaction.change_one(sql::supersede_broadcast, id);
}

}  // namespace caicach::channel
