#include "app/demo/demo_deeds.hpp"

#include <algorithm>

namespace caicach::app
{
namespace
{

// Shares in a thousand.
constexpr int least_care = 740;  ///< done in time, of the least careful agency
constexpr int most_care = 985;
constexpr int done_late = 600;  ///< of what is not done in time; the rest never is
constexpr int excused = 60;     ///< of what is never done
constexpr int refused = 4;
constexpr int done_once_more = 90;

constexpr int late_days = 20;
constexpr int counted_one_by_one = 3;  ///< what asks for more is reported at once

}  // namespace

int DemoHabits::care_of(organisation::AgencyId agency)
{
    const auto [known, is_new] = m_care.try_emplace(agency);
    if (is_new) known->second = least_care + m_chance.below(most_care - least_care);
    return known->second;
}

void DemoHabits::add(std::vector<Deed>& deeds, const obligation::Obligation& obligation,
                     std::size_t place)
{
    const bool is_in_time = m_chance.happens(care_of(obligation.agency));
    if (!is_in_time && !m_chance.happens(done_late)) {
        if (m_chance.happens(excused))
            deeds.push_back(
                {.day = obligation.due_on, .obligation = place, .kind = Deed::Kind::excuse});
        return;
    }
    const int days = obligation.due_on.days_since_1970() - obligation.begins_on.days_since_1970();
    const auto some_day = [&] {
        return is_in_time ? obligation.begins_on.plus_days(m_chance.below(days + 1))
                          : obligation.due_on.plus_days(1 + m_chance.below(late_days));
    };
    const bool is_one_by_one = obligation.needed <= counted_one_by_one;
    auto count = is_one_by_one ? obligation.needed : 1;
    if (m_chance.happens(done_once_more)) ++count;
    for (; count > 0; --count) {
        const auto quantity =
            is_one_by_one ? 1
                          : obligation.needed + m_chance.below(static_cast<int>(obligation.needed));
        const auto kind =
            m_chance.happens(refused) ? Deed::Kind::refused_result : Deed::Kind::result;
        deeds.push_back(
            {.day = some_day(), .obligation = place, .quantity = quantity, .kind = kind});
    }
}

std::vector<Deed> DemoHabits::deeds(std::span<const obligation::Obligation> obligations, Date until)
{
    std::vector<Deed> all;
    all.reserve(obligations.size() * 2);
    for (std::size_t place = 0; place < obligations.size(); ++place)
        add(all, obligations[place], place);
    std::erase_if(all, [&](const Deed& deed) { return deed.day >= until; });
    std::ranges::stable_sort(all, {}, &Deed::day);
    return all;
}

}  // namespace caicach::app
