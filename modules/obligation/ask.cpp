#include "obligation/ask.hpp"

#include <algorithm>
#include <optional>

#include "calendar/period_key.hpp"
#include "evidence/api.hpp"
#include "obligation/limits.hpp"

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

/// One for each period of the plan's years that has a day in the window.
void add_periods(std::vector<Ask>& asks, const Ask& pattern, calendar::Length length,
                 const plan::Item& item, const Asking& asking)
{
    const auto& [years, due_days] = asking;
    const auto window = window_of(item, years);
    // What comes back each week has no day of the month.
    const bool names_day = item.schedule && item.schedule->day != 0 &&
                           length != calendar::Length::week &&
                           length_of(item.schedule->every) == length;
    for (int year = years.first.year(); year <= years.last.year(); ++year) {
        for (const auto& period : calendar::periods_of_year(length, year)) {
            if (period.last < window.first || window.last < period.first) continue;
            Ask ask = pattern;
            ask.period = calendar::key(period);
            ask.begins_on = period.first;
            ask.ends_on = period.last;
            take_due(ask, names_day ? due_days.in_period(period, *item.schedule)
                                    : due_days.end_of(period));
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
    const Ask ask{.quota = std::to_string(number),
                  .needed = quota.count,
                  .unit = quota.unit,
                  .product = product_of(item, &quota)};
    const auto length = length_of(quota.per);
    // A number a year is due when the window of the item is over, like a number without a period.
    if (length && *length != calendar::Length::year) {
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
    if (length) {
        add_periods(asks, ask, *length, item, asking);
    } else {
        asks.push_back(ask_once(ask, item, asking));
    }
    return asks;
}

}  // namespace caicach::obligation
