#include "obligation/cascade/part.hpp"

#include <algorithm>

namespace caicach::obligation
{

std::string quota_below(const Obligation& whole)
{
    return whole.quota + "/" + std::to_string(whole.agency.value);
}

int level_of(const Obligation& obligation)
{
    return static_cast<int>(std::ranges::count(obligation.quota, '/'));
}

Date due_of_part(std::optional<Date> named_on, Date whole_due_on, const DueDays& due_days)
{
    if (!named_on) return whole_due_on;
    return std::min(due_days.on(*named_on, plan::Limit::by).day, whole_due_on);
}

std::optional<Date> named_in(const Obligation& other, const Obligation& whole,
                             std::optional<Date> named_on)
{
    if (!named_on) return {};
    return other.due_on.plus_days(named_on->days_since_1970() - whole.due_on.days_since_1970());
}

void take_whole(Obligation& part, const Obligation& whole)
{
    part.plan = whole.plan;
    part.lineage = whole.lineage;
    part.item = whole.item;
    part.role = whole.role;
    part.quota = quota_below(whole);
    part.period = whole.period;
    part.begins_on = whole.begins_on;
    part.ends_on = whole.ends_on;
    part.unit = whole.unit;
    part.product = whole.product;
    part.is_requested = whole.is_requested;
    part.parent = whole.id;
    part.giver = whole.agency;
}

}  // namespace caicach::obligation
