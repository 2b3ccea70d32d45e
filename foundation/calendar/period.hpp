#pragma once
#include <string>
#include <vector>

#include "calendar/date.hpp"

/// Periods, due days and working time. Pure: what a regime, a law or a province says comes in as
/// values with their sources, and every answer that people may dispute can be explained in words.
namespace caicach::calendar
{

/// Weeks are those of ISO 8601: from Monday on, and of the year that has their Thursday.
enum class Length { week, month, quarter, half, year };

/// Where periods begin. The calendar's own begin on the first day of a month; a regime of reports
/// may begin them on a day of the month before, so that figures are closed in time.
struct CutOff {
    std::string key{};  ///< "nd09": prefix of the keys of its periods; empty: the calendar's own
    int first_day{1};   ///< of the month before; 1: of the month itself, as the calendar has it

    friend bool operator==(const CutOff&, const CutOff&) = default;
};

/// Maps each day to one period.
class Scheme
{
public:
    /// As the calendar has them.
    // NOLINTNEXTLINE(google-explicit-constructor): a length alone is a scheme
    Scheme(Length length = Length::month) : m_length(length) {}
    /// Nothing for weeks, which no regime cuts; for a day that not every month has (2 to 28 are
    /// good); for a key that is not 1 to 16 small letters and digits, a letter first.
    [[nodiscard]] static std::optional<Scheme> create(Length length, const CutOff& cut_off);

    [[nodiscard]] Length length() const { return m_length; }
    [[nodiscard]] const CutOff& cut_off() const { return m_cut_off; }

    friend bool operator==(const Scheme&, const Scheme&) = default;

private:
    Length m_length{};
    CutOff m_cut_off{};
};

/// Both ends included. Made by the functions below.
struct Period {
    Scheme scheme{};
    Date first{};
    Date last{};

    [[nodiscard]] bool has(Date day) const { return first <= day && day <= last; }
    /// That it is named after: month 1/2026 may begin on 15/12/2025.
    [[nodiscard]] int year() const;
    /// Among those of its year, from 1.
    [[nodiscard]] int number() const;

    friend bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] Period period_of(const Scheme& scheme, Date day);
[[nodiscard]] Period next(const Period& period);
[[nodiscard]] Period previous(const Period& period);
/// Nothing where the year has no such period.
[[nodiscard]] std::optional<Period> period_of_year(const Scheme& scheme, int year, int number);
/// All that are named after the year, in order: no day falls between those of two years.
[[nodiscard]] std::vector<Period> periods_of_year(const Scheme& scheme, int year);

/// Days that are left after `today`: 0 on the last day, less once the period is over.
[[nodiscard]] int days_left(const Period& period, Date today);

/// "Tuần 10/2026", "Tháng 3/2026", "Quý I/2026", "6 tháng đầu năm 2026", "Năm 2026".
[[nodiscard]] std::string label(const Period& period);

}  // namespace caicach::calendar
