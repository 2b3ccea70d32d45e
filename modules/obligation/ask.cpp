#include "obligation/ask.hpp"

#include <algorithm>
#include <optional>

#include "calendar/period_key.hpp"
#include "calendar/slot.hpp"
#include "evidence/api.hpp"
#include "obligation/counting.hpp"
#include "obligation/limits.hpp"
#include "obligation/quota_key.hpp"

namespace caicach::obligation
{
namespace
{

std::optional<calendar::Length> length_of(plan::Period period)
{
    switch (period) {
        case plan::Period::week:
            return calendar::Length::week;
        case plan::Period::month:
            return calendar::Length::month;
        case plan::Period::quarter:
            return calendar::Length::quarter;
        case plan::Period::half:
            return calendar::Length::half;
        case plan::Period::year:
            return calendar::Length::year;
        case plan::Period::none:
        case plan::Period::whole:
            break;
    }
    return {};
}

/// What all asks of a plan are made with.
struct Asking {
    const PlanYears& years;
    const DueDays& due_days;
};

/// The days in which the item is to be done.
PlanYears window_of(const plan::Item& item, const PlanYears& years)
{
    auto window = years;
    if (!item.schedule) return window;
    if (item.schedule->from) window.first = std::max(window.first, *item.schedule->from);
    if (item.schedule->to) window.last = std::min(window.last, *item.schedule->to);
    return window;
}

/// The unit says best what counts; a quota in bare numbers ("02 lần") is about what the item says,
/// first where it names its product ("Sản phẩm: Quyết định").
std::string product_of(const plan::Item& item, const plan::Quota* quota)
{
    const evidence::Product* product = nullptr;
    if (quota != nullptr) product = evidence::product_of_unit(quota->unit);
    if (product == nullptr && quota != nullptr) product = evidence::product_in(quota->subject);
    if (product == nullptr) product = evidence::product_in(item.product);
    if (product == nullptr) product = evidence::product_in(item.title);
    return product == nullptr ? std::string{} : product->key;
}

void take_due(Ask& ask, const calendar::Due& due)
{
    ask.due_on = due.day;
    ask.due_why = calendar::in_words(due.explanation);
}

bool spans_years(const PlanYears& years) { return years.first.year() != years.last.year(); }

/// "trước ngày 15/12 hằng năm": in a plan of one year that is one day.
bool is_due_each_year(const plan::Item& item, const PlanYears& years)
{
    return item.schedule && item.schedule->is_yearly_deadline() && spans_years(years) &&
           item.schedule->due && item.schedule->due->year() <= years.last.year();
}

/// The days that cut the periods of an item. The plan's years cut none: the last week of a year
/// goes on in the next.
calendar::Window cutting_window(const plan::Item& item, calendar::Length length,
                                const PlanYears& years)
{
    calendar::Window window{limits::first_day(), limits::last_day()};
    if (!item.schedule) return window;
    window.from = item.schedule->from.value_or(window.from);
    window.to = item.schedule->to.value_or(window.to);
    const auto due = plan::by_last_day(*item.schedule).due;
    if (!due) return window;
    // A number a year is asked for from the first such day on. Any other ends at the only day, as
    // does what comes back in shorter periods.
    if (is_due_each_year(item, years)) {
        if (length == calendar::Length::year)
            window.from = Date::create(due->year(), 1, 1).value_or(window.from);
    } else {
        window.to = *due;
    }
    return window;
}

/// The 29th of February is the 28th in most years.
Date in_year(Date day, int year)
{
    const int last = days_in_month(year, day.month());
    return Date::create(year, day.month(), std::min(day.day(), last)).value_or(day);
}

/// Of each period. What comes back each week has no day of the month.
bool names_day(const plan::Item& item, calendar::Length length)
{
    return item.schedule && item.schedule->kind == plan::Schedule::Kind::recurring &&
           item.schedule->day != 0 && length != calendar::Length::week &&
           length_of(item.schedule->every) == length;
}

/// The day that an item names in one of its periods, else the last one.
calendar::Due due_in(const calendar::Slot& slot, const plan::Item& item, const Asking& asking)
{
    const auto& [years, due_days] = asking;
    if (!item.schedule) return due_days.end_of(slot);
    const auto& schedule = *item.schedule;
    const auto length = slot.period.scheme.length();
    if (names_day(item, length)) return due_days.in_slot(slot, schedule);
    if (schedule.due && length == calendar::Length::year) {
        const auto named = is_due_each_year(item, years)
                               ? in_year(*schedule.due, slot.period.year())
                               : *schedule.due;
        auto due = due_days.on(named, schedule.limit);
        if (slot.period.has(due.day)) return due;
    }
    return due_days.end_of(slot);
}

/// The last day on which a report without a name is that of a period due on `due_on`: until half
/// way to the end of the period in which that day is. Then it is more likely one of that period,
/// early.
Date last_day_of(Date due_on, const calendar::Period& next)
{
    const int left = next.last.days_since_1970() - due_on.days_since_1970();
    return due_on.plus_days(std::max(0, left / 2));
}

/// A report due when its period is over is about that period: it is made around that day. Other
/// work is of the period in which it is done, whenever it is told.
void take_days_behind(Ask& ask, const calendar::Slot& slot, const plan::Schedule& schedule,
                      const DueDays& due_days)
{
    const auto& period = slot.period;
    if (schedule.month != plan::DueMonth::after || !is_for_duty(ask.product)) return;
    const auto before = calendar::previous(period);
    const auto due_before = due_days.in_slot({before, calendar::window_of(before)}, schedule);
    const auto begins = last_day_of(due_before.day, period).plus_days(1);
    ask.begins_on = std::max(ask.begins_on, begins);
    ask.ends_on = last_day_of(ask.due_on, calendar::next(period));
}

/// One for each period of the plan's years that has a day in the window.
void add_periods(std::vector<Ask>& asks, const Ask& pattern, calendar::Length length,
                 const plan::Item& item, const Asking& asking)
{
    const auto& [years, due_days] = asking;
    const auto window = cutting_window(item, length, years);
    for (int year = years.first.year(); year <= years.last.year(); ++year) {
        for (const auto& slot : calendar::slots_of_year(length, year, window)) {
            Ask ask = pattern;
            ask.period = calendar::key(slot.period);
            ask.begins_on = slot.days.from;
            ask.ends_on = slot.period.last;
            take_due(ask, due_in(slot, item, asking));
            if (item.schedule && names_day(item, length))
                take_days_behind(ask, slot, *item.schedule, due_days);
            asks.push_back(std::move(ask));
        }
    }
}

/// Asked for once: by the day named, else until the window is over. What comes later is late, and
/// counts until the plan's years are over.
Ask ask_once(Ask ask, const plan::Item& item, const Asking& asking)
{
    const auto& [years, due_days] = asking;
    const auto window = window_of(item, years);
    ask.period = once;
    ask.begins_on = window.first;
    take_due(ask, item.schedule && item.schedule->due
                      ? due_days.on(*item.schedule->due, item.schedule->limit)
                      : due_days.end_of(calendar::Window{window.first, window.last}));
    ask.ends_on = std::max(years.last, ask.due_on);
    return ask;
}

void add_quota(std::vector<Ask>& asks, const plan::Item& item, std::size_t number,
               const Asking& asking)
{
    const auto& quota = item.quotas[number];
    if (quota.count <= 0) return;
    const Ask ask{.quota = quota_key(item, number),
                  .needed = quota.count,
                  .unit = quota.unit,
                  .product = product_of(item, &quota)};
    const auto length = length_of(quota.per);
    // In a plan of one year a number a year is due when the window of the item is over, like a
    // number without a period.
    if (length && (*length != calendar::Length::year || spans_years(asking.years))) {
        add_periods(asks, ask, *length, item, asking);
    } else {
        asks.push_back(ask_once(ask, item, asking));
    }
}

bool is_asked(const plan::Item& item)
{
    if (item.type == plan::ItemType::topic) return false;
    const bool has_day = item.schedule && (item.schedule->due || item.schedule->to ||
                                           item.schedule->every != plan::Period::none);
    return item.type != plan::ItemType::target || has_day || !item.quotas.empty();
}

}  // namespace

PlanYears years_of(const plan::PlanSummary& plan)
{
    return {Date::create(plan.first_year, 1, 1).value_or(limits::first_day()),
            Date::create(plan.last_year, 12, 31).value_or(limits::last_day())};
}

std::vector<Ask> asks_of(const plan::Item& item, const PlanYears& years, const DueDays& due_days)
{
    const Asking asking{years, due_days};
    std::vector<Ask> asks;
    if (!is_asked(item)) return asks;
    for (std::size_t number = 0; number < item.quotas.size(); ++number)
        add_quota(asks, item, number, asking);
    if (!asks.empty()) return asks;
    const Ask ask{.product = product_of(item, nullptr)};
    const auto length = item.schedule ? length_of(item.schedule->every) : std::nullopt;
    const bool is_one_day =
        item.schedule && item.schedule->is_yearly_deadline() && !is_due_each_year(item, years);
    if (length && !is_one_day) {
        add_periods(asks, ask, *length, item, asking);
    } else {
        asks.push_back(ask_once(ask, item, asking));
    }
    return asks;
}

bool is_asked_by(const Ask& ask, Date issued_on)
{
    if (ask.due_on < issued_on) return false;
    const auto period = calendar::period_from_key(ask.period);
    if (!period || period->scheme.length() != calendar::Length::week) return true;
    const int days = ask.due_on.days_since_1970() - ask.begins_on.days_since_1970() + 1;
    const int left = ask.due_on.days_since_1970() - issued_on.days_since_1970();
    return 2 * left >= days;
}

}  // namespace caicach::obligation
