#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"

namespace caicach::document
{

/// Comes again until `until`, that day included: each week on the weekday of the first time, or on
/// `day` of each month, of each third or of each sixth one. A month too short for `day` takes its
/// last day.
struct Recurrence {
    enum class Every { week, month, quarter, half_year, year };
    Every every{Every::month};
    int day{};  ///< of the month, 1–31; 0: its last day
    Date until{};
};

/// 12 for year; 0 for week, which has no months.
[[nodiscard]] int months_of(Recurrence::Every every);

/// Whole days, from `first` to `last`, both included.
struct CalendarEntry {
    std::string uid{};  ///< unique in the world and the same in every later download
    std::string title{};
    std::string description{};  ///< may have several lines
    std::string category{};
    std::string url{};  ///< absolute: a calendar lives elsewhere
    Date first{};
    Date last{};
    std::optional<Recurrence> recurrence{};
};

struct Calendar {
    std::string name{};
    Instant stamp{};  ///< when what it says became so: the same calendar has the same bytes
    std::vector<CalendarEntry> entries{};
};

/// As iCalendar (RFC 5545): UTF-8, CRLF, lines folded at 75 octets, texts escaped.
[[nodiscard]] Result<std::string> write_calendar(const Calendar& calendar);

}  // namespace caicach::document
