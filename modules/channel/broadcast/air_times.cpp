#include "channel/broadcast/air_times.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <variant>

#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/reading_time.hpp"

namespace caicach::channel
{
namespace
{

/// Who is meant by an airing, with each group of a day looked up once.
class Audience
{
public:
    Audience(database::Transaction& transaction, organisation::AgencyId agency)
        : m_transaction(transaction), m_agency(agency)
    {
    }

    [[nodiscard]] Result<bool> has(const organisation::Target& target, Date day)
    {
        if (const auto* const one = std::get_if<organisation::AgencyId>(&target))
            return *one == m_agency;
        const auto group = std::get<organisation::GroupId>(target);
        const auto known = m_groups.find({group.value, day});
        if (known != m_groups.end()) return known->second;
        const auto members = TRY(organisation::members(m_transaction, group, day));
        const bool is_in =
            std::ranges::find(members.agencies, m_agency, &organisation::AgencySummary::id) !=
            members.agencies.end();
        m_groups.emplace(std::pair{group.value, day}, is_in);
        return is_in;
    }

private:
    database::Transaction& m_transaction;
    organisation::AgencyId m_agency;
    std::map<std::pair<std::int64_t, Date>, bool> m_groups{};
};

auto order_of(const AirTime& time) { return std::tuple{time.day, time.minute, time.script.value}; }

AirTime time_of(const PlannedAiring& planned, organisation::AgencyId agency, Date day, int minute)
{
    return {.agency = agency,
            .script = planned.airing.script,
            .script_code = planned.script_code,
            .title = planned.title,
            .file = planned.file,
            .seconds = planned.seconds,
            .day = day,
            .minute = minute};
}

}  // namespace

Result<std::vector<AirTime>> air_times(const Context& context, database::Transaction& transaction,
                                       organisation::AgencyId agency, Date from, Date to)
{
    const auto calendar = TRY(organisation::working_days(transaction));
    const auto rules = TRY(broadcast_rules_on(context.today()));
    AiringStore store{transaction};
    const auto airings = TRY(store.of_agency(agency, from, to));
    const auto hours = TRY(store.hours_of(agency));
    Audience audience{transaction, agency};
    std::vector<AirTime> times;
    for (const auto& one : airings) {
        if (!one.is_playable) continue;
        const auto last = std::min(to, one.airing.to);
        for (auto day = std::max(from, one.airing.from); day <= last; day = day.plus_days(1)) {
            const bool is_meant = TRY(audience.has(one.airing.target, day));
            if (!is_meant) continue;
            const auto own = hours_on(hours, day, rules.play_minutes);
            for (const auto minute : minutes_on(one.airing, day, own, calendar))
                times.push_back(time_of(one, agency, day, minute));
        }
    }
    std::ranges::stable_sort(times, {}, order_of);
    const auto twice = std::ranges::unique(times, {}, order_of);
    times.erase(twice.begin(), twice.end());
    return times;
}

Result<std::vector<PlannedAiring>> airings_for(const Context& context,
                                               database::Transaction& transaction,
                                               organisation::AgencyId agency)
{
    const auto today = context.today();
    const auto last = today.plus_days(limits::airing_days_max);
    auto airings = TRY(AiringStore{transaction}.of_agency(agency, today, last));
    Audience audience{transaction, agency};
    std::vector<PlannedAiring> found;
    found.reserve(airings.size());
    for (auto& one : airings) {
        const auto first = std::max(today, one.airing.from);
        const bool is_meant = TRY(audience.has(one.airing.target, first));
        if (is_meant && !one.airing.ended_at) found.push_back(std::move(one));
    }
    return found;
}

Result<std::vector<int>> own_hours(database::Transaction& transaction,
                                   organisation::AgencyId agency, Date day)
{
    const auto rules = TRY(broadcast_rules_on(day));
    const auto hours = TRY(AiringStore{transaction}.hours_of(agency));
    return hours_on(hours, day, rules.play_minutes);
}

}  // namespace caicach::channel
