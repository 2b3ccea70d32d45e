#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "calendar/date.hpp"
#include "obligation/due_days.hpp"
#include "plan/api.hpp"

/// What an item asks of whoever carries it out, period by period. Pure: no agency, no database.
namespace caicach::obligation
{

/// One time that something is asked: becomes an obligation of each agency that carries it out.
struct Ask {
    std::string quota{};   ///< which quota, from "0"; empty: the item's time alone
    std::string period{};  ///< key of a calendar period, or `once`
    Date begins_on{};
    Date ends_on{};
    Date due_on{};
    std::int64_t needed{1};
    std::string unit{};
    std::string product{};  ///< evidence::Product, or empty
    std::string due_why{};  ///< why `due_on` is that day, in whole sentences

    friend bool operator==(const Ask&, const Ask&) = default;
};

/// The period of what is asked for but once.
inline constexpr std::string_view once = "once";

/// The days that a plan is about: of its year, or of its years.
struct PlanYears {
    Date first{};
    Date last{};
};
[[nodiscard]] PlanYears years_of(const plan::PlanSummary& plan);

/// Quotas decide how many and in which periods; where there is none, the time does, and one is
/// owed each time. Work without a day is owed once until the plan's last day. Nothing for topics,
/// and for targets that name no day and count nothing.
///
/// A day of each period ("trước ngày 25 hằng tháng") is the last in time, as `due_days` reads it,
/// and later facts of the period count late. A report due behind its period ("ngày 05 tháng sau")
/// counts for it from some weeks before that day to some behind it, of which each day is of one
/// period alone. Periods that have no day in the item's window are left out; one that has some
/// begins and ends with the window, and asks for its whole quota. In a plan of several years a
/// number a year is asked for in each of them, and so is what is due on a day of each year.
[[nodiscard]] std::vector<Ask> asks_of(const plan::Item& item, const PlanYears& years,
                                       const DueDays& due_days);

/// A plan asks for nothing that was over when it was issued, nor for a week of which less than half
/// was left behind that day: who reads it on a Thursday begins on Monday. Of a month or a quarter
/// much is done already, and much can still be.
[[nodiscard]] bool is_asked_by(const Ask& ask, Date issued_on);

}  // namespace caicach::obligation
