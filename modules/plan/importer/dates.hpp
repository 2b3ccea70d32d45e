#pragma once
#include <cstddef>
#include <optional>

#include "calendar/date.hpp"
#include "plan/importer/imported_plan.hpp"
#include "plan/importer/words.hpp"

/// Days, months, quarters and periods as plans write them.
namespace caicach::plan::importer
{

struct DateHit {
    Date date{};
    std::size_t end{};
};
/// "31/3/2021", "31/3", "15 tháng 7 năm 2021", with or without "ngày" before. `year` stands in
/// where none is printed, the one after it in "15/01 năm sau"; 0 demands a printed one.
[[nodiscard]] std::optional<DateHit> date_at(const Words& words, std::size_t at, int year);

/// "sau", "kế tiếp", "tiếp theo", "tới" at word `at`, of a month, quarter or year: the word behind,
/// 0 where none stands.
[[nodiscard]] std::size_t next_end(const Words& words, std::size_t at);

struct SpanHit {
    Date from{};
    Date to{};
    std::size_t end{};
    bool gaps{};  ///< "Quý I, quý IV": what lies between is not meant
};
/// Months and quarters and runs of them: "Quý II, III/2024", "tháng 3 đến tháng 9/2026".
[[nodiscard]] std::optional<SpanHit> span_at(const Words& words, std::size_t at, int year);

struct PeriodHit {
    Period period{};
    std::size_t end{};
    int months{};  ///< 6 for "6 tháng": no period of its own
};
/// "tuần", "tháng", "quý", "năm"; also "6 tháng".
[[nodiscard]] std::optional<PeriodHit> period_at(const Words& words, std::size_t at);
/// "hằng tháng", "hàng quý", "mỗi tuần".
[[nodiscard]] std::optional<PeriodHit> every_at(const Words& words, std::size_t at);
/// A year of four digits, 1990 to 2100.
[[nodiscard]] std::optional<int> year_at(const Words& words, std::size_t at);

}  // namespace caicach::plan::importer
