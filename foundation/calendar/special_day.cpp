#include "calendar/special_day.hpp"

#include <algorithm>

namespace caicach::calendar
{

std::string_view name_of(DayKind kind)
{
    switch (kind) {
        case DayKind::holiday:
            return "holiday";
        case DayKind::compensatory:
            return "compensatory";
        case DayKind::swapped_off:
            return "swapped_off";
        case DayKind::local_off:
            return "local_off";
        case DayKind::worked:
            return "worked";
        case DayKind::morning_off:
            return "morning_off";
        case DayKind::afternoon_off:
            break;
    }
    return "afternoon_off";
}

std::optional<DayKind> day_kind_from(std::string_view name)
{
    const auto* const found = std::find_if(day_kinds.begin(), day_kinds.end(),
                                           [&](DayKind kind) { return name_of(kind) == name; });
    if (found == day_kinds.end()) return {};
    return *found;
}

std::string_view label(DayKind kind)
{
    switch (kind) {
        case DayKind::holiday:
            return "Nghỉ lễ, tết";
        case DayKind::compensatory:
            return "Nghỉ bù";
        case DayKind::swapped_off:
            return "Nghỉ hoán đổi";
        case DayKind::local_off:
            return "Nghỉ riêng của tỉnh";
        case DayKind::worked:
            return "Làm bù";
        case DayKind::morning_off:
            return "Nghỉ buổi sáng";
        case DayKind::afternoon_off:
            break;
    }
    return "Nghỉ buổi chiều";
}

bool is_off(DayKind kind)
{
    switch (kind) {
        case DayKind::worked:
        case DayKind::morning_off:
        case DayKind::afternoon_off:
            return false;
        default:
            return true;
    }
}

}  // namespace caicach::calendar
