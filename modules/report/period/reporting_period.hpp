#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/due.hpp"
#include "calendar/period.hpp"
#include "report/form/definition.hpp"

/// The days of a reporting period: which facts count, until when it is sent, when it locks.
namespace caicach::report
{

/// Where the periods of each regime begin: data/reference/period_cut_offs.csv, those of a day.
[[nodiscard]] Result<std::vector<calendar::CutOff>> cut_offs_on(Date day);

/// As the rule has them; the calendar's own where its cut-off is none of `cut_offs`.
[[nodiscard]] calendar::Scheme scheme_of(const PeriodRule& rule,
                                         std::span<const calendar::CutOff> cut_offs);

struct ReportingDays {
    std::string title{};  ///< "quý I năm 2026"
    /// Facts of these days count, both included. What happens after them in the period belongs to a
    /// correction of the same report.
    Date data_from{};
    Date data_until{};
    Date year_from{};  ///< from here on for numbers of the year to date
    calendar::Due due{};
    /// The last day in time for changes; from the day after only corrections.
    std::optional<Date> locks_on{};
    /// There is no working day between the end of the data and the due day (Nghị định
    /// 09/2019/NĐ-CP, Điều 8 khoản 5 wants one).
    bool is_due_early{};
};
[[nodiscard]] ReportingDays days_of(const Definition& definition, const calendar::Period& period,
                                    const calendar::WorkingDays& working_days);

/// When the owner's own report of all is due, where it makes one.
[[nodiscard]] std::optional<calendar::Due> owner_due_of(const Definition& definition,
                                                        const calendar::Period& period,
                                                        const calendar::WorkingDays& working_days);

/// "quý I năm 2026", "6 tháng đầu năm 2026": by the form's own titles, else as the calendar has it.
[[nodiscard]] std::string title_of(const PeriodRule& rule, const calendar::Period& period);

}  // namespace caicach::report
