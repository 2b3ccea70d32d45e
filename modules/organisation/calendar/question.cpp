#include "organisation/calendar/question.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/due.hpp"
#include "calendar/moment.hpp"
#include "organisation/calendar/limits.hpp"

namespace caicach::organisation
{
namespace
{

using calendar::DueMoment;
using calendar::Step;

constexpr int minutes_in_hour = 60;
constexpr int morning = 8 * minutes_in_hour;

/// The minute of the day; as hours are read everywhere: "16:30", "16h30".
Result<int> minute_in(std::string_view typed)
{
    if (typed.empty()) return morning;
    const auto until_midnight = calendar::hours_from(std::string(typed) + "-24:00");
    if (until_midnight && until_midnight->size() == 1) return until_midnight->front().from;
    return failure(Failure::invalid, "organisation.calendar.asked_time", "gio");
}

/// Calendar days end with the next working day, where the last one is off.
DueMoment after_days(const calendar::WorkingDays& days, Date start, int count)
{
    auto due = calendar::due_on(start.plus_days(count), calendar::Limit::by,
                                calendar::OnDayOff::moves, days);
    auto text = fmt::format(
        "Nhận {}; không tính ngày nhận (Bộ luật Dân sự 2015, Điều 147). Đủ {} "
        "ngày vào {}.",
        calendar::with_weekday(start), count, calendar::with_weekday(start.plus_days(count)));
    due.explanation.front() = {Step::Kind::start, start, start, std::move(text)};
    return {.at = instant_at(due.day.plus_days(1), 0), .explanation = std::move(due.explanation)};
}

Result<DueMoment> answered(const http::Request& request, const calendar::WorkingTime& time)
{
    const auto start = TRY(request.date("tu"));
    const auto minute = TRY(minute_in(request.raw("gio")));
    const auto* const unit = std::ranges::find(unit_texts, request.raw("don_vi"), &UnitText::key);
    if (unit == unit_texts.end())
        return failure(Failure::invalid, "organisation.calendar.asked_unit", "don_vi");
    const int most =
        unit->unit == Unit::working_hours ? limits::asked_hours_max : limits::asked_days_max;
    const auto count = TRY(request.integer("so", {.lowest = 0, .highest = most}));
    const auto received = instant_at(start, minute);
    switch (unit->unit) {
        case Unit::working_days:
            return time.after_working_days(received, static_cast<int>(count));
        case Unit::working_hours:
            return time.after_minutes(received, count * minutes_in_hour);
        case Unit::days:
            break;
    }
    return after_days(time.days(), start, static_cast<int>(count));
}

}  // namespace

Question question_in(const http::Request& request, const calendar::WorkingTime& time)
{
    const auto typed = [&](std::string_view field) { return std::string(request.raw(field)); };
    Question question{
        .start = typed("tu"), .time = typed("gio"), .count = typed("so"), .unit = typed("don_vi")};
    if (question.start.empty() && question.count.empty()) return question;
    auto answer = answered(request, time);
    if (answer)
        question.answer = std::move(*answer);
    else
        question.error = std::move(answer.error());
    return question;
}

}  // namespace caicach::organisation
