#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.hpp"

namespace caicach::calendar
{

/// How days differ from what their weekday says. The names of the enumerators are what files and
/// tables write.
enum class DayKind {
    holiday,        ///< a public holiday
    compensatory,   ///< for a holiday on a weekly day of rest
    swapped_off,    ///< taken off for another day that is worked
    local_off,      ///< ordered by the province: storm, mourning
    worked,         ///< a weekend's day worked for another
    morning_off,    ///< half a day; it counts as a working day
    afternoon_off,  ///< half a day; it counts as a working day
};
inline constexpr std::array day_kinds{
    DayKind::holiday, DayKind::compensatory, DayKind::swapped_off,  DayKind::local_off,
    DayKind::worked,  DayKind::morning_off,  DayKind::afternoon_off};

[[nodiscard]] std::string_view name_of(DayKind kind);  ///< "swapped_off"
[[nodiscard]] std::optional<DayKind> day_kind_from(std::string_view name);
[[nodiscard]] std::string_view label(DayKind kind);  ///< "Nghỉ hoán đổi"
/// Whether nobody works all day.
[[nodiscard]] bool is_off(DayKind kind);

/// A row of the table of special days, both ends included.
struct SpecialDay {
    Date from{};
    Date to{};
    DayKind kind{};
    std::string name{};    ///< "Giỗ Tổ Hùng Vương"
    std::string source{};  ///< the law or the notice that says so

    [[nodiscard]] bool has(Date day) const { return from <= day && day <= to; }

    friend bool operator==(const SpecialDay&, const SpecialDay&) = default;
};

}  // namespace caicach::calendar
