#pragma once
#include "calendar/working_time.hpp"

/// A calendar as a province keeps it, small enough to count by hand.
namespace caicach::calendar
{

inline Date day(std::string_view iso) { return *Date::from_iso(iso); }

inline WorkingDays sample_days()
{
    const auto row = [](std::string_view from, std::string_view to, DayKind kind,
                        std::string name) {
        return SpecialDay{day(from), day(to), kind, std::move(name), "thông báo"};
    };
    return WorkingDays({
        row("2024-02-08", "2024-02-14", DayKind::holiday, "Tết Giáp Thìn"),
        row("2026-02-14", "2026-02-22", DayKind::holiday, "Tết Bính Ngọ"),
        row("2026-03-12", "2026-03-12", DayKind::morning_off, "Mất điện"),
        row("2026-03-19", "2026-03-19", DayKind::afternoon_off, "Hội nghị tỉnh"),
        row("2026-04-26", "2026-04-26", DayKind::holiday, "Giỗ Tổ Hùng Vương"),
        row("2026-04-27", "2026-04-27", DayKind::compensatory, "Nghỉ bù Giỗ Tổ Hùng Vương"),
        row("2026-04-30", "2026-05-01", DayKind::holiday, "Ngày Chiến thắng, Quốc tế lao động"),
        row("2026-08-22", "2026-08-22", DayKind::worked, "Làm bù ngày 31/08/2026"),
        row("2026-08-31", "2026-08-31", DayKind::swapped_off, "Hoán đổi Quốc khánh"),
        row("2026-09-01", "2026-09-02", DayKind::holiday, "Quốc khánh"),
    });
}

/// Since 2020, with Saturday mornings from 1/7/2026 on.
inline OfficeHours sample_hours()
{
    const auto full = *hours_from("7:00-11:30, 13:30-17:00");
    WeeklyHours plain{.valid_from = day("2019-01-01"), .source = "quyết định cũ"};
    for (std::size_t weekday = 0; weekday < 5; ++weekday) plain.of_weekday.at(weekday) = full;
    auto counter = plain;
    counter.valid_from = day("2026-07-01");
    counter.of_weekday.at(5) = *hours_from("7:30-11:00");
    return OfficeHours({counter, plain});
}

inline WorkingTime sample_time() { return {sample_days(), sample_hours()}; }

}  // namespace caicach::calendar
