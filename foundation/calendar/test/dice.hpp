#pragma once
#include <cstdint>

#include "calendar/date.hpp"

namespace caicach::calendar
{

/// Numbers that look random and are the same for the same seed (SplitMix64): a failure that names
/// its seed can be had again.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    std::int64_t between(std::int64_t from, std::int64_t to)
    {
        const auto span = static_cast<std::uint64_t>(to - from) + 1;
        return from + static_cast<std::int64_t>(throw_one() % span);
    }
    int number(int from, int to) { return static_cast<int>(between(from, to)); }
    bool is_one_in(int count) { return number(1, count) == 1; }
    /// From 2019 to 2032: three leap years, Tết in January and in February, years of 53 weeks.
    Date day() { return Date::create(2019, 1, 1)->plus_days(number(0, 14 * 365)); }
    Instant moment() { return instant_between(day()); }

private:
    Instant instant_between(Date day)
    {
        constexpr std::int64_t minute_us = 60'000'000;
        const auto of_day = day.days_since_1970() * std::int64_t{1440} + number(0, 1439);
        return {(of_day - 420) * minute_us + between(0, minute_us - 1)};
    }
    std::uint64_t throw_one()
    {
        m_state += 0x9e3779b97f4a7c15;
        auto mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }

    std::uint64_t m_state;
};

}  // namespace caicach::calendar
