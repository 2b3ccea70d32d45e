#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/due.hpp"
#include "calendar/slot.hpp"
#include "database/transaction.hpp"
#include "plan/api.hpp"
#include "text/reference.hpp"

namespace caicach::obligation
{

/// The last days in time of what plans ask for: the province's calendar, and how the days that a
/// plan names are read (data/reference/due_readings.csv).
class DueDays
{
public:
    /// With the calendar as it is kept now.
    [[nodiscard]] static Result<DueDays> load(database::Transaction& transaction);
    /// invalid "text.table.malformed" where a reading of the file is none.
    [[nodiscard]] static Result<DueDays> with(calendar::WorkingDays days);

    /// data/reference/due_readings.csv, or the province's own.
    [[nodiscard]] static const text::ReferenceFile& file();

    /// The day that the schedule names of this period: one of the slot, else its last one; behind
    /// the period only where the schedule says so ("ngày 05 tháng sau").
    [[nodiscard]] calendar::Due in_slot(const calendar::Slot& slot,
                                        const plan::Schedule& schedule) const;
    [[nodiscard]] calendar::Due end_of(const calendar::Slot& slot) const;
    [[nodiscard]] calendar::Due end_of(const calendar::Window& window) const;
    [[nodiscard]] calendar::Due on(Date named, plan::Limit limit) const;

private:
    struct Reading {
        std::string_view limit{};
        Date valid_from{};
        Date valid_to{};
        calendar::OnDayOff on_day_off{};
    };

    [[nodiscard]] static Result<std::vector<Reading>> read(const text::Table& table);
    [[nodiscard]] static Result<std::vector<Reading>> readings_of_file();
    [[nodiscard]] static Result<void> check(const text::Table& table);
    DueDays(calendar::WorkingDays days, std::vector<Reading> readings)
        : m_days(std::move(days)), m_readings(std::move(readings))
    {
    }
    [[nodiscard]] calendar::OnDayOff reading(std::string_view limit, Date day) const;

    calendar::WorkingDays m_days;
    std::vector<Reading> m_readings;
};

}  // namespace caicach::obligation
