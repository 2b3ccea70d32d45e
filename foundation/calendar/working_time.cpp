#include "calendar/working_time.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/moment.hpp"
#include "calendar/window.hpp"

namespace caicach::calendar
{

namespace
{

constexpr int noon = 12 * 60;
constexpr int day_minutes = 24 * 60;
constexpr std::int64_t minute_us = 60LL * 1'000'000;
/// Ten years: a period of time that is not over by then was a slip of the pen.
constexpr int days_max = 3660;
constexpr std::string_view days_not_counted = "; không tính ngày có lúc dừng";

/// The clock runs, or stands still, from one instant to another.
struct Stretch {
    Instant from{};
    Instant to{};
};

Instant end_of(const Pause& pause) { return pause.to.value_or(Instant{INT64_MAX}); }

bool is_stopped_on(Date day, std::span<const Pause> pauses)
{
    const auto begin = instant_at(day, 0);
    const auto end = instant_at(day, day_minutes);
    return std::any_of(pauses.begin(), pauses.end(), [&](const Pause& pause) {
        return pause.from < end && end_of(pause) > begin && end_of(pause) > pause.from;
    });
}

bool stands_for_ever(Date day, std::span<const Pause> pauses)
{
    return std::any_of(pauses.begin(), pauses.end(), [&](const Pause& pause) {
        return !pause.to && Date::of(pause.from) <= day;
    });
}

/// What is left of a stretch without the pauses, in order.
std::vector<Stretch> without(Stretch stretch, std::span<const Pause> pauses)
{
    std::vector<Stretch> left{stretch};
    for (const auto& pause : pauses) {
        std::vector<Stretch> next;
        for (const auto& part : left) {
            const auto before = std::min(part.to, pause.from);
            const auto after = std::max(part.from, end_of(pause));
            const bool is_touched = pause.from < part.to && end_of(pause) > part.from;
            if (!is_touched || end_of(pause) <= pause.from) {
                next.push_back(part);
                continue;
            }
            if (part.from < before) next.push_back({part.from, before});
            if (after < part.to) next.push_back({after, part.to});
        }
        left = std::move(next);
    }
    return left;
}

/// The stretches of a day in which working time goes by, of those from `from` to `to`.
std::vector<Stretch> running_on(Date day, const Hours& hours, Stretch within,
                                std::span<const Pause> pauses)
{
    std::vector<Stretch> running;
    for (const auto& [begin, end] : hours) {
        const Stretch open{std::max(instant_at(day, begin), within.from),
                           std::min(instant_at(day, end), within.to)};
        if (open.to <= open.from) continue;
        const auto parts = without(open, pauses);
        running.insert(running.end(), parts.begin(), parts.end());
    }
    return running;
}

std::string time_of(Instant at)
{
    const int minute = minute_of_day(at);
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string moment_in_words(Instant at)
{
    return fmt::format("{} {}", time_of(at), with_weekday(Date::of(at)));
}

Step step(Step::Kind kind, Date from, Date to, std::string text)
{
    return {.kind = kind, .from = from, .to = to, .text = std::move(text)};
}

std::string reason_of(const Pause& pause)
{
    return pause.reason.empty() ? std::string() : fmt::format(" ({})", pause.reason);
}

/// The pauses that bear on the days from `from` to `to`, with what that means to the count.
void tell_pauses(Explanation& explanation, std::span<const Pause> pauses, Window days,
                 std::string_view meaning)
{
    const auto [from, to] = days;
    for (const auto& pause : pauses) {
        const auto first = Date::of(pause.from);
        if (end_of(pause) <= pause.from || first > to || end_of(pause) <= instant_at(from, 0))
            continue;
        if (!pause.to) {
            explanation.push_back(step(Step::Kind::stopped, first, to,
                                       fmt::format("Dừng tính từ {}{}, đến nay chưa tính tiếp.",
                                                   moment_in_words(pause.from), reason_of(pause))));
            continue;
        }
        explanation.push_back(
            step(Step::Kind::stopped, first, Date::of(*pause.to),
                 fmt::format("Dừng tính từ {} đến {}{}{}.", moment_in_words(pause.from),
                             moment_in_words(*pause.to), reason_of(pause), meaning)));
    }
}

void append(Explanation& explanation, const Explanation& more)
{
    explanation.insert(explanation.end(), more.begin(), more.end());
}

DueMoment nowhere(Explanation explanation, Date from, Date to, std::string why)
{
    explanation.push_back(step(Step::Kind::none, from, to, std::move(why)));
    return {.explanation = std::move(explanation)};
}

std::string duration(std::int64_t minutes)
{
    if (minutes % 60 == 0) return fmt::format("{} giờ", minutes / 60);
    if (minutes < 60) return fmt::format("{} phút", minutes);
    return fmt::format("{} giờ {} phút", minutes / 60, minutes % 60);
}

}  // namespace

Hours WorkingTime::hours_on(Date day) const
{
    const auto* const table = m_hours.on(day);
    const auto* const special = m_days.special_day(day);
    if (table == nullptr || (special != nullptr && is_off(special->kind))) return {};
    const auto weekday = static_cast<std::size_t>(day.weekday() - 1);
    if (special == nullptr) return table->of_weekday.at(weekday);
    if (special->kind == DayKind::worked) return table->of_weekday.front();
    const bool is_morning_off = special->kind == DayKind::morning_off;
    Hours left;
    for (auto [from, to] : table->of_weekday.at(weekday)) {
        if (is_morning_off) from = std::max(from, noon);
        if (!is_morning_off) to = std::min(to, noon);
        if (from < to) left.push_back({from, to});
    }
    return left;
}

DueMoment WorkingTime::after_working_days(Instant received, int count,
                                          std::span<const Pause> pauses) const
{
    const auto start = Date::of(received);
    Explanation told{step(Step::Kind::start, start, start,
                          fmt::format("Nhận lúc {}.", moment_in_words(received)))};
    auto day = start;
    int counted{};
    for (int passed = 0; counted < count && passed < days_max; ++passed) {
        day = day.plus_days(1);
        if (stands_for_ever(day, pauses)) {
            append(told, m_days.passed_over(start.plus_days(1), day));
            tell_pauses(told, pauses, {start.plus_days(1), day}, days_not_counted);
            return nowhere(
                std::move(told), day, day,
                fmt::format("Chưa tính được ngày đến hạn; còn {} ngày làm việc.", count - counted));
        }
        if (m_days.is_working_day(day) && !is_stopped_on(day, pauses)) ++counted;
    }
    if (count > 0)
        told.push_back(step(Step::Kind::not_counted, start, start,
                            "Không tính ngày nhận (Bộ luật Dân sự 2015, Điều 147)."));
    append(told, m_days.passed_over(start.plus_days(1), day));
    tell_pauses(told, pauses, {start.plus_days(1), day}, days_not_counted);
    if (counted < count)
        return nowhere(std::move(told), start, day, "Thời hạn này dài hơn mười năm: hãy xem lại.");
    told.push_back(
        step(Step::Kind::due, day, day,
             fmt::format("Đủ {} ngày làm việc. Đến hạn: hết {}.", count, with_weekday(day))));
    return {.at = instant_at(day, day_minutes), .explanation = std::move(told)};
}

DueMoment WorkingTime::after_minutes(Instant start, std::int64_t minutes,
                                     std::span<const Pause> pauses) const
{
    const auto first = Date::of(start);
    Explanation told{step(Step::Kind::start, first, first,
                          fmt::format("Bắt đầu tính từ {}.", moment_in_words(start)))};
    auto left = minutes * minute_us;
    auto at = start;
    auto day = first;
    for (int passed = 0; left > 0 && passed < days_max; ++passed, day = day.plus_days(1)) {
        for (const auto& part : running_on(day, hours_on(day), {start, {INT64_MAX}}, pauses)) {
            const auto taken = std::min(left, part.to.microseconds - part.from.microseconds);
            at = {part.from.microseconds + taken};
            left -= taken;
            if (left == 0) break;
        }
        if (left > 0 && stands_for_ever(day, pauses)) {
            append(told, m_days.passed_over(first, day));
            tell_pauses(told, pauses, {first, day}, {});
            const auto rest = (left + minute_us - 1) / minute_us;
            return nowhere(
                std::move(told), day, day,
                fmt::format("Chưa tính được giờ đến hạn; còn {} làm việc.", duration(rest)));
        }
    }
    const auto last = Date::of(at);
    append(told, m_days.passed_over(first, last));
    tell_pauses(told, pauses, {first, last}, {});
    if (left > 0)
        return nowhere(std::move(told), first, day,
                       "Không đủ giờ làm việc trong mười năm: hãy xem lại bảng giờ làm việc.");
    told.push_back(
        step(Step::Kind::due, last, last,
             fmt::format("Đủ {} làm việc. Đến hạn: {}.", duration(minutes), moment_in_words(at))));
    return {.at = at, .explanation = std::move(told)};
}

std::int64_t WorkingTime::minutes_between(Instant from, Instant to,
                                          std::span<const Pause> pauses) const
{
    std::int64_t passed_us{};
    auto day = Date::of(from);
    for (int passed = 0; passed < days_max && instant_at(day, 0) < to; ++passed) {
        for (const auto& part : running_on(day, hours_on(day), {from, to}, pauses))
            passed_us += part.to.microseconds - part.from.microseconds;
        day = day.plus_days(1);
    }
    return passed_us / minute_us;
}

int WorkingTime::working_days_between(Instant from, Instant to, std::span<const Pause> pauses) const
{
    int counted{};
    const auto last = Date::of(to);
    auto day = Date::of(from).plus_days(1);
    for (int passed = 0; passed < days_max && day <= last; ++passed, day = day.plus_days(1))
        if (m_days.is_working_day(day) && !is_stopped_on(day, pauses)) ++counted;
    return counted;
}

}  // namespace caicach::calendar
