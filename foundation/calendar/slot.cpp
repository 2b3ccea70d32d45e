#include "calendar/slot.hpp"

#include <utility>

namespace caicach::calendar
{

std::vector<Slot> slots_of_year(const Scheme& scheme, int year, const Window& within)
{
    std::vector<Slot> slots;
    for (auto& period : periods_of_year(scheme, year)) {
        Slot slot{.period = std::move(period)};
        slot.days = common(window_of(slot.period), within);
        if (!slot.days.is_empty()) slots.push_back(std::move(slot));
    }
    return slots;
}

}  // namespace caicach::calendar
