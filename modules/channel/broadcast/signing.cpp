#include "channel/broadcast/signing.hpp"

#include <algorithm>
#include <utility>

#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/heard.hpp"
#include "channel/screen/playlist.hpp"
#include "channel/sql.hpp"
#include "crypto/public_code.hpp"
#include "json/value.hpp"

namespace caicach::channel
{
namespace
{

/// A line that says that it was played has a fact; one that corrects takes the place of the fact
/// before, with nothing where it was not played after all.
Result<evidence::FactId> fact_of(Context& context, database::Transaction& transaction,
                                 const Broadcast& broadcast)
{
    const bool is_played = broadcast.was_played();
    if (!is_played && !broadcast.fact) return evidence::FactId{};
    const auto when = clock_of(broadcast.started_minute) + ", " +
                      std::to_string(broadcast.played_minutes) + " phút: ";
    evidence::Fact fact{.kind = played_fact,
                        .agency = broadcast.agency,
                        .happened_on = broadcast.day,
                        .quantity = is_played ? 1 : 0,
                        .title = "Phát thanh lúc " + when + broadcast.title,
                        .file_sha256 = broadcast.file_sha256,
                        .source_module = "channel",
                        .source_object = broadcast.id.value,
                        .file = broadcast.file};
    if (broadcast.fact) fact.supersedes = broadcast.fact;
    return evidence::record(context, transaction, fact);
}

/// `broadcast.fact` is that of the line before.
Result<Broadcast> written(Context& context, database::Transaction& transaction, Broadcast broadcast,
                          const Said& said, std::string_view action)
{
    broadcast.id = make_id<BroadcastId>();
    broadcast.code = crypto::make_public_code();
    broadcast.started_minute = said.was_played ? said.started_minute : broadcast.minute;
    broadcast.played_minutes = said.was_played ? said.minutes : 0;
    broadcast.difference = said.difference;
    broadcast.signed_by = context.actor().account;
    broadcast.signed_at = context.now();
    broadcast.sha256 = signed_hash(broadcast);
    broadcast.fact = TRY(fact_of(context, transaction, broadcast));
    TRY(BroadcastStore{transaction}.insert(broadcast));
    TRY(HeardStore{transaction}.was_signed(broadcast.script, broadcast.was_played(),
                                           broadcast.signed_at));
    const auto detail = json::Value::object()
                            .set("sha256", broadcast.sha256)
                            .set("minutes", broadcast.played_minutes);
    TRY(context.record(transaction, action, broadcast_object, broadcast.id.value,
                       json::dump(detail)));
    return broadcast;
}

Result<AirTime> time_asked(const Context& context, database::Transaction& transaction,
                           const TimeAsked& asked)
{
    auto times = TRY(air_times(context, transaction, asked.agency, asked.day, asked.day));
    const auto found = std::ranges::find_if(times, [&](const AirTime& one) {
        return one.script_code == asked.script_code && one.minute == asked.minute;
    });
    if (found == times.end()) return failure(Failure::not_found, "channel.broadcast.no_time");
    return std::move(*found);
}

Result<void> require_unsigned(database::Transaction& transaction, const AirTime& time)
{
    const auto lines = TRY(BroadcastStore{transaction}.of_agency(time.agency, time.day, time.day));
    const bool is_signed = std::ranges::any_of(lines, [&](const Broadcast& one) {
        return one.script == time.script && one.minute == time.minute;
    });
    if (is_signed) return failure(Failure::conflict, "channel.broadcast.signed_before");
    return {};
}

Result<std::optional<AuditedPage>> page_of_broadcast(database::Transaction& transaction,
                                                     std::int64_t object, Date today)
{
    struct Line {
        std::string title{};
        Date day{};
        organisation::AgencyId agency{};
    };
    const auto line = TRY(transaction.maybe_one(
        sql::broadcast_page,
        [](const database::Row& row) {
            return Line{.title = row.string("title"),
                        .day = row.date("aired_on"),
                        .agency = row.id<organisation::AgencyId>("agency_id")};
        },
        object));
    if (!line) return std::optional<AuditedPage>{};
    const auto agency = TRY(organisation::agency_by_id(transaction, line->agency, today));
    return std::optional{
        AuditedPage{.title = line->title, .path = air_day_path(agency.code, line->day)}};
}

}  // namespace

bool may_see_broadcasts(const Context& context, organisation::AgencyId agency)
{
    const auto scope = organisation::scope_of(agency);
    return context.may(sign_broadcasts, scope) || context.may(schedule_broadcasts, scope);
}

Result<Broadcast> sign_broadcast(Context& context, database::Transaction& transaction,
                                 const TimeAsked& asked, const Said& said)
{
    TRY(context.require(sign_broadcasts, organisation::scope_of(asked.agency)));
    if (asked.day.plus_days(limits::days_back_max) < context.today())
        return failure(Failure::invalid, "channel.broadcast.too_late", "",
                       {std::to_string(limits::days_back_max)});
    const auto time = TRY(time_asked(context, transaction, asked));
    TRY(require_unsigned(transaction, time));
    Broadcast broadcast{.script = time.script,
                        .agency = time.agency,
                        .title = time.title,
                        .file = time.file,
                        .seconds = time.seconds,
                        .day = time.day,
                        .minute = time.minute};
    TRY(check_said(broadcast, said, context.now()));
    const auto file = TRY(attachment::find(transaction, time.file));
    broadcast.file_sha256 = file.sha256;
    return written(context, transaction, std::move(broadcast), said, "channel.broadcast.signed");
}

Result<Broadcast> correct_broadcast(Context& context, database::Transaction& transaction,
                                    Broadcast broadcast, const Said& said)
{
    TRY(context.require(sign_broadcasts, organisation::scope_of(broadcast.agency)));
    TRY(check_said(broadcast, said, context.now()));
    if (said.difference.empty())
        return failure(Failure::invalid, "channel.broadcast.reason", "difference");
    TRY(BroadcastStore{transaction}.supersede(broadcast.id));
    broadcast.supersedes = broadcast.id;
    return written(context, transaction, std::move(broadcast), said, "channel.broadcast.corrected");
}

void add_signing(Module& module)
{
    module.audits({"channel.broadcast.signed", "ký nhật ký phát thanh"});
    module.audits({"channel.broadcast.corrected", "sửa nhật ký phát thanh đã ký"});
    module.audits_about({broadcast_object, "lượt phát thanh", page_of_broadcast});
}

}  // namespace caicach::channel
