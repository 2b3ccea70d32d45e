#include "channel/screen/proof.hpp"

#include <map>
#include <utility>

#include "calendar/moment.hpp"
#include "channel/screen/limits.hpp"
#include "crypto/public_code.hpp"
#include "json/value.hpp"

namespace caicach::channel
{
namespace
{

tl::unexpected<Error> unbelievable() { return failure(Failure::invalid, "channel.screen.proof"); }

/// Clocks differ, and what was told is some seconds old.
constexpr std::int64_t tolerance_seconds = 180;

std::int64_t seconds_possible(Date day, Instant now)
{
    if (day < Date::of(now)) return screen_limits::day_seconds;
    constexpr std::int64_t minute_seconds = 60;
    const auto gone = minute_of_day(now) * minute_seconds + tolerance_seconds;
    return gone < screen_limits::day_seconds ? gone : screen_limits::day_seconds;
}

}  // namespace

Result<std::vector<Shown>> read_proof(std::string_view json)
{
    const auto value = json::parse(json, {.bytes = screen_limits::proof_bytes_max, .depth = 4});
    if (!value || !value->is_array()) return unbelievable();
    if (value->elements().size() > screen_limits::proof_rows_max) return unbelievable();
    std::vector<Shown> proof;
    proof.reserve(value->elements().size());
    for (const auto& one : value->elements()) {
        const auto day = Date::from_iso(one["day"].as_string());
        auto code = crypto::parse_public_code(one["code"].as_string());
        const auto plays = one["plays"].as_integer();
        const auto seconds = one["seconds"].as_integer();
        if (!day || !code || plays < 1 || seconds < plays || seconds > screen_limits::day_seconds)
            return unbelievable();
        proof.push_back(
            {.day = *day, .code = std::move(*code), .plays = plays, .seconds = seconds});
    }
    return proof;
}

Result<void> check_proof(database::Transaction& transaction, const Screen& screen,
                         const std::vector<Shown>& proof, Instant now)
{
    const auto today = Date::of(now);
    const auto paired_on = Date::of(screen.paired_at.value_or(now));
    std::map<Date, std::int64_t> seconds;
    for (const auto& one : proof) {
        const bool is_possible = paired_on <= one.day && one.day <= today &&
                                 today.plus_days(-screen_limits::proof_days_max) <= one.day;
        if (!is_possible) return unbelievable();
        seconds[one.day] += one.seconds;
    }
    ScreenStore store{transaction};
    for (const auto& [day, more] : seconds) {
        const auto before = TRY(store.shown_seconds(screen.id, day, day));
        if (before + more > seconds_possible(day, now)) return unbelievable();
    }
    return {};
}

std::string month_of(Date day) { return day.iso().substr(0, 7); }

MonthDays days_of_month(Date day)
{
    const auto first = day.plus_days(1 - day.day());
    return {.first = first, .last = first.plus_days(days_in_month(day.year(), day.month()) - 1)};
}

}  // namespace caicach::channel
