#include "calendar/due.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caicach::calendar
{

namespace
{

constexpr int months_in_year = 12;

Due named_day(Date last, Step why)
{
    Due due{.day = last};
    due.explanation.push_back(std::move(why));
    return due;
}

Step step(Step::Kind kind, Date day, std::string text)
{
    return {.kind = kind, .from = day, .to = day, .text = std::move(text)};
}

/// Why nobody works on a day: the name in the table, or the weekday.
std::string why_off(Date day, const WorkingDays& days)
{
    const auto* const special = days.special_day(day);
    return special == nullptr ? weekday_name(day) : special->name;
}

Due finished(Due due, OnDayOff on_day_off, const WorkingDays& days)
{
    const auto named = due.day;
    if (!days.is_working_day(named)) {
        const auto why = why_off(named, days);
        if (on_day_off == OnDayOff::moves) {
            due.day = days.working_day_from(named);
            due.explanation.push_back(
                {Step::Kind::moved, named, due.day,
                 fmt::format("{} là ngày nghỉ ({}): thời hạn kết thúc vào ngày làm việc tiếp theo "
                             "(Bộ luật Dân sự 2015, Điều 148).",
                             named.vietnamese(), why)});
        } else {
            due.explanation.push_back(
                step(Step::Kind::day_off, named,
                     fmt::format("{} là ngày nghỉ ({}); ngày đến hạn vẫn giữ nguyên.",
                                 named.vietnamese(), why)));
        }
    }
    due.explanation.push_back(
        step(Step::Kind::due, due.day, fmt::format("Đến hạn: hết {}.", with_weekday(due.day))));
    return due;
}

struct MonthOfYear {
    int year{};
    int month{};
};

MonthOfYear due_month(const Period& period, int months_after)
{
    const int months = period.last.year() * months_in_year + period.last.month() - 1 + months_after;
    return {months / months_in_year, months % months_in_year + 1};
}

/// The day of a month that a rule names, in the manner of its limit.
Date last_day_in(MonthOfYear month, int day, Limit limit)
{
    const int last = days_in_month(month.year, month.month);
    const int to_act = std::min(limit == Limit::before ? day - 1 : day, last);
    const auto first = Date::create(month.year, month.month, 1).value_or(Date{});
    return first.plus_days(to_act - 1);
}

std::string_view words_of(Limit limit) { return limit == Limit::before ? "Trước" : "Chậm nhất"; }

std::string reading(Limit limit, const std::string& named, Date last)
{
    return fmt::format("{} {}: ngày cuối cùng để thực hiện là {}.", words_of(limit), named,
                       last.vietnamese());
}

}  // namespace

Due due_of(const Period& period, const DueRule& rule, const WorkingDays& days)
{
    const auto name = label(period);
    const auto span = span_in_words(period.first, period.last);
    if (rule.day <= 0) {
        auto text =
            fmt::format("{} ({}): hết kỳ là hết ngày {}.", name, span, period.last.vietnamese());
        return finished(
            named_day(period.last, step(Step::Kind::start, period.last, std::move(text))),
            rule.on_day_off, days);
    }
    if (period.scheme.length() == Length::week) {
        const auto named = period.first.plus_days(std::min(rule.day, 7) - 1);
        const auto last = rule.limit == Limit::before ? named.plus_days(-1) : named;
        auto text =
            fmt::format("{} ({}). {}", name, span, reading(rule.limit, with_weekday(named), last));
        return finished(named_day(last, step(Step::Kind::start, last, std::move(text))),
                        rule.on_day_off, days);
    }
    const auto month = due_month(period, rule.months_after);
    const auto last = last_day_in(month, rule.day, rule.limit);
    const auto named = fmt::format("ngày {:02} tháng {}/{}", rule.day, month.month, month.year);
    auto text = fmt::format("{} ({}). {}", name, span, reading(rule.limit, named, last));
    return finished(named_day(last, step(Step::Kind::start, last, std::move(text))),
                    rule.on_day_off, days);
}

Due due_of(const Window& window, OnDayOff on_day_off, const WorkingDays& days)
{
    auto text = fmt::format("Thực hiện {}.", span_in_words(window.from, window.to));
    return finished(named_day(window.to, step(Step::Kind::start, window.to, std::move(text))),
                    on_day_off, days);
}

Due due_on(Date named, Limit limit, OnDayOff on_day_off, const WorkingDays& days)
{
    const auto last = limit == Limit::before ? named.plus_days(-1) : named;
    auto text = reading(limit, "ngày " + named.vietnamese(), last);
    return finished(named_day(last, step(Step::Kind::start, last, std::move(text))), on_day_off,
                    days);
}

}  // namespace caicach::calendar
