#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace caicach
{

/// A day of the Gregorian calendar, in Vietnam (UTC+7, no summer time). Always a day that exists:
/// made by `create`.
class Date
{
public:
    constexpr Date() = default;
    /// Nothing where there is no such day (30 February).
    [[nodiscard]] static std::optional<Date> create(int year, int month, int day);
    /// "2024-09-30", strictly.
    [[nodiscard]] static std::optional<Date> from_iso(std::string_view text);
    /// "30/9/2024", "30/09/2024", "30-9-2024": as people type it.
    [[nodiscard]] static std::optional<Date> from_vietnamese(std::string_view text);
    [[nodiscard]] static Date from_days(std::int32_t days_since_1970);
    /// The day on which `at` falls in Vietnam.
    [[nodiscard]] static Date of(Instant at);

    [[nodiscard]] std::int32_t days_since_1970() const { return m_days; }
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;    ///< 1–12
    [[nodiscard]] int day() const;      ///< 1–31
    [[nodiscard]] int weekday() const;  ///< 1 = Monday … 7 = Sunday
    [[nodiscard]] Date plus_days(int count) const { return from_days(m_days + count); }

    [[nodiscard]] std::string iso() const;         ///< "2024-09-30"
    [[nodiscard]] std::string vietnamese() const;  ///< "30/09/2024"
    /// "ngày 05 tháng 01 năm 2024": a leading zero only for days under 10 and months 1 and 2
    /// (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4).
    [[nodiscard]] std::string in_words() const;

    friend constexpr auto operator<=>(const Date&, const Date&) = default;

private:
    std::int32_t m_days{};
};

[[nodiscard]] int days_in_month(int year, int month);

}  // namespace caicach
