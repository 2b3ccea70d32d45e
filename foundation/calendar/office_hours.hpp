#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date.hpp"

namespace caicach::calendar
{

/// Minutes of a day, the end not included: 07:00–11:30 is 420 to 690.
struct Interval {
    int from{};
    int to{};

    friend bool operator==(const Interval&, const Interval&) = default;
};
/// In order, none touching another.
using Hours = std::vector<Interval>;

/// "07:00–11:30, 13:30–17:00"; empty where there are none.
[[nodiscard]] std::string in_words(const Hours& hours);
/// As people type it: "7:00-11:30, 13:30 - 17:00", "7h-11h30"; empty is none. Nothing where it is
/// something else, out of order, overlapping, or more than 6.
[[nodiscard]] std::optional<Hours> hours_from(std::string_view text);

/// Hours by weekday, from a day to a day.
struct WeeklyHours {
    Date valid_from{};
    std::optional<Date> valid_to{};
    std::array<Hours, 7> of_weekday{};  ///< Monday first
    std::string source{};

    [[nodiscard]] bool holds_on(Date day) const
    {
        return valid_from <= day && (!valid_to || day <= *valid_to);
    }
    friend bool operator==(const WeeklyHours&, const WeeklyHours&) = default;
};

/// When an office is open in ordinary weeks, through time.
class OfficeHours
{
public:
    /// The first table that holds on a day decides: an agency's own before the province's.
    explicit OfficeHours(std::vector<WeeklyHours> tables = {}) : m_tables(std::move(tables)) {}
    [[nodiscard]] const WeeklyHours* on(Date day) const;

private:
    std::vector<WeeklyHours> m_tables;
};

}  // namespace caicach::calendar
