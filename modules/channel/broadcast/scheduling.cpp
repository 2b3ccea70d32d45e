#include "channel/broadcast/scheduling.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/loudspeakers.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"

namespace caicach::channel
{
namespace
{

/// A group's members are all over the province.
ScopeId scope_of_target(const organisation::Target& target)
{
    const auto* const agency = std::get_if<organisation::AgencyId>(&target);
    return agency == nullptr ? ScopeId{} : organisation::scope_of(*agency);
}

Result<void> check_days(const Context& context, const Airing& airing)
{
    if (airing.from < context.today())
        return failure(Failure::invalid, "channel.airing.past", "from");
    if (airing.to < airing.from || context.today().plus_days(limits::airing_days_max) < airing.to)
        return failure(Failure::invalid, "channel.airing.days", "to",
                       {std::to_string(limits::airing_days_max)});
    if (airing.weekdays < 1 || airing.weekdays > whole_week)
        return failure(Failure::invalid, "channel.airing.weekdays", "weekdays");
    return {};
}

json::Value told(const Airing& airing)
{
    return json::Value::object()
        .set("from", airing.from.iso())
        .set("to", airing.to.iso())
        .set("weekdays", airing.weekdays)
        .set("hours", hours_text(airing.minutes));
}

}  // namespace

bool may_schedule(const Context& context, const organisation::Target& target)
{
    return context.may(schedule_broadcasts, scope_of_target(target));
}

Result<Airing> schedule_airing(Context& context, database::Transaction& transaction,
                               std::string_view script_code, Airing airing)
{
    TRY(context.require(schedule_broadcasts, scope_of_target(airing.target)));
    AiringStore store{transaction};
    const auto programme = store.programme(script_code);
    if (!programme && programme.error().kind != Failure::not_found)
        return tl::unexpected<Error>(programme.error());
    if (!programme) return failure(Failure::invalid, "channel.airing.programme", "script");
    TRY(check_days(context, airing));
    airing.script = programme->script;
    airing.made_by = context.actor().account;
    airing.made_at = context.now();
    const auto planned = TRY(store.open_of_script(airing.script, airing.from));
    const bool is_twice =
        std::ranges::any_of(planned, [&](const Airing& one) { return are_same(one, airing); });
    if (is_twice) return failure(Failure::conflict, "channel.airing.same", "script");
    TRY(store.insert(airing));
    TRY(refresh_loudspeakers(context, transaction));
    TRY(context.record(transaction, "channel.airing.scheduled", airing_object, airing.id.value,
                       beginning_detail(told(airing))));
    return airing;
}

Result<void> end_airing(Context& context, database::Transaction& transaction, const Airing& airing)
{
    TRY(context.require(schedule_broadcasts, scope_of_target(airing.target)));
    TRY(AiringStore{transaction}.end(airing.id, context.now()));
    TRY(refresh_loudspeakers(context, transaction));
    return context.record(transaction, "channel.airing.ended", airing_object, airing.id.value,
                          ending_detail(told(airing)));
}

Result<void> set_play_hours(Context& context, database::Transaction& transaction,
                            organisation::AgencyId agency, std::vector<int> minutes)
{
    TRY(context.require(schedule_broadcasts, organisation::scope_of(agency)));
    if (minutes.empty()) return failure(Failure::invalid, "channel.airing.hours", "own_hours");
    AiringStore store{transaction};
    const auto before = TRY(store.hours_of(agency));
    // What is to be played today stays as it was told this morning.
    const auto from = before.empty() ? context.today() : context.today().plus_days(1);
    const PlayHours hours{.from = from, .minutes = std::move(minutes)};
    TRY(store.set_hours(agency, hours, context.actor().account, context.now()));
    TRY(refresh_loudspeakers(context, transaction));
    const auto detail =
        json::Value::object().set("from", hours.from.iso()).set("hours", hours_text(hours.minutes));
    return context.record(transaction, "channel.play_hours.set", play_hours_object, agency.value,
                          json::dump(detail));
}

void add_scheduling(Module& module)
{
    module.audits({"channel.airing.scheduled", "xếp lịch phát thanh"});
    module.audits({"channel.airing.ended", "ngừng một lịch phát thanh"});
    module.audits({"channel.play_hours.set", "đặt giờ phát thanh của cơ quan"});
    module.audits_about({airing_object, "lịch phát thanh", {}});
    module.audits_about({play_hours_object, "giờ phát thanh", {}});
}

}  // namespace caicach::channel
