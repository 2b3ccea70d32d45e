#include "calendar/slot.hpp"

namespace caicach::calendar
{

namespace
{

int length_of(const Window& days)
{
    return days.to.days_since_1970() - days.from.days_since_1970() + 1;
}

int count_in(const Slot& slot, int count, CutPeriods cut)
{
    if (!slot.is_cut() || cut == CutPeriods::owed) return count;
    if (cut == CutPeriods::left_out) return 0;
    const auto share = static_cast<std::int64_t>(count) * length_of(slot.days);
    return static_cast<int>(share / length_of(window_of(slot.period)));
}

}  // namespace

std::optional<Quota> owed(const std::optional<Scheme>& recurrence,
                          const std::optional<Quota>& quota)
{
    if (quota) return quota;
    if (!recurrence) return {};
    return Quota{.count = 1, .per = *recurrence};
}

std::vector<Slot> slots_of_year(const Quota& quota, int year, const std::optional<Window>& within,
                                CutPeriods cut)
{
    std::vector<Slot> slots;
    for (auto& period : periods_of_year(quota.per, year)) {
        Slot slot{.period = std::move(period)};
        const auto whole = window_of(slot.period);
        slot.days = within ? common(whole, *within) : whole;
        if (slot.days.is_empty()) continue;
        slot.count = count_in(slot, quota.count, cut);
        if (slot.count > 0) slots.push_back(std::move(slot));
    }
    return slots;
}

}  // namespace caicach::calendar
