#include "obligation/ask.hpp"

#include <algorithm>
#include <optional>

#include "calendar/period_key.hpp"
#include "evidence/api.hpp"

namespace caicach::obligation
{
namespace
{

using plan::Schedule;

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
            break;
    }
    return {};
}

/// The days in which the item is to be done.
PlanYears window_of(const plan::Item& item, const PlanYears& years)
{
    auto window = years;
    if (!item.schedule) return window;
    if (item.schedule->from) window.first = std::max(window.first, *item.schedule->from);
    if (item.schedule->to) window.last = std::min(window.last, *item.schedule->to);
    return window;
}

/// The unit says best what counts; a quota in bare numbers ("02 lần") is about what the item says.
std::string product_of(const plan::Item& item, const plan::Quota* quota)
{
    const evidence::Product* product = nullptr;
    if (quota != nullptr) product = evidence::product_of_unit(quota->unit);
    if (product == nullptr && quota != nullptr) product = evidence::product_in(quota->subject);
    if (product == nullptr) product = evidence::product_in(item.title);
    return product == nullptr ? std::string{} : product->key;
}

/// The last day in time, where a plan names the day of the month: of the period's last month.
Date due_in(const calendar::Period& period, const Schedule& schedule)
{
    const int days = days_in_month(period.last.year(), period.last.month());
    const auto named =
        *Date::create(period.last.year(), period.last.month(), std::min(schedule.day, days));
    const auto due = schedule.limit == plan::Limit::before ? named.plus_days(-1) : named;
    return std::clamp(due, period.first, period.last);
}

/// One for each period of the plan's years that has a day in the window.
void add_periods(std::vector<Ask>& asks, const Ask& pattern, calendar::Length length,
                 const plan::Item& item, const PlanYears& years)
{
    const auto window = window_of(item, years);
    const bool names_day =
        item.schedule && item.schedule->day != 0 && length_of(item.schedule->every) == length;
    for (int year = years.first.year(); year <= years.last.year(); ++year) {
        for (const auto& period : calendar::periods_of_year(length, year)) {
            if (period.last < window.first || window.last < period.first) continue;
            Ask ask = pattern;
            ask.period = calendar::key(period);
            ask.begins_on = period.first;
            ask.ends_on = period.last;
            ask.due_on = names_day ? due_in(period, *item.schedule) : period.last;
            asks.push_back(std::move(ask));
        }
    }
}

/// Asked for once: by the day named, else until the window is over. What comes later is late, and
/// counts until the plan's years are over.
Ask ask_once(Ask ask, const plan::Item& item, const PlanYears& years)
{
    const auto window = window_of(item, years);
    ask.period = once;
    ask.begins_on = window.first;
    ask.due_on = window.last;
    if (item.schedule && item.schedule->due) {
        const bool is_before = item.schedule->limit == plan::Limit::before;
        ask.due_on = item.schedule->due->plus_days(is_before ? -1 : 0);
    }
    ask.ends_on = std::max(years.last, ask.due_on);
    return ask;
}

void add_quota(std::vector<Ask>& asks, const plan::Item& item, std::size_t number,
               const PlanYears& years)
{
    const auto& quota = item.quotas[number];
    if (quota.count <= 0) return;
    const Ask ask{.quota = std::to_string(number),
                  .needed = quota.count,
                  .unit = quota.unit,
                  .product = product_of(item, &quota)};
    const auto length = length_of(quota.per);
    // A number a year is due when the window of the item is over, like a number without a period.
    if (length && *length != calendar::Length::year) {
        add_periods(asks, ask, *length, item, years);
    } else {
        asks.push_back(ask_once(ask, item, years));
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

std::vector<Ask> asks_of(const plan::Item& item, const PlanYears& years)
{
    std::vector<Ask> asks;
    if (!is_asked(item)) return asks;
    for (std::size_t number = 0; number < item.quotas.size(); ++number)
        add_quota(asks, item, number, years);
    if (!asks.empty()) return asks;
    const Ask ask{.product = product_of(item, nullptr)};
    const auto length = item.schedule ? length_of(item.schedule->every) : std::nullopt;
    if (length) {
        add_periods(asks, ask, *length, item, years);
    } else {
        asks.push_back(ask_once(ask, item, years));
    }
    return asks;
}

}  // namespace caicach::obligation
