#pragma once
#include <cstddef>

namespace caicach::organisation::limits
{

inline constexpr int special_days_max = 2000;      ///< rows: 20 a year for a century
inline constexpr int special_day_length_max = 31;  ///< days of one row; Tết has about nine
inline constexpr int calendar_year_min = 2000;
inline constexpr int calendar_year_max = 2100;
inline constexpr std::size_t day_name_length_max = 120;
inline constexpr std::size_t day_source_length_max = 300;
inline constexpr std::size_t pasted_rows_max = 100;   ///< of a table added at once
inline constexpr int office_hours_max = 1000;         ///< tables, of all agencies
inline constexpr std::size_t hours_length_max = 100;  ///< characters of one weekday's hours
inline constexpr std::size_t moved_shown_max = 200;   ///< due dates listed before saving
inline constexpr int asked_days_max = 1000;           ///< of the calculator
inline constexpr int asked_hours_max = 8000;          ///< of the calculator

}  // namespace caicach::organisation::limits
