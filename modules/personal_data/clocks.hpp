#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "calendar/working_days.hpp"
#include "database/transaction.hpp"
#include "personal_data/request.hpp"

namespace caicach::personal_data
{

/// How long an answer may take: a row of data/reference/personal_data_clocks.csv.
struct TimeRule {
    RequestKind kind{};
    Date valid_from{};
    std::optional<Date> valid_to{};
    int acknowledge_working_days{};
    int days{};
    int days_with_others{};  ///< where processors or third parties must stop too
    int extension_days{};    ///< of the one extension; 0: none
    std::string source{};
};

/// The dated rules, as this program was built with, and the calendar of the province.
class Clocks
{
public:
    /// invalid "text.table.malformed" with the line.
    [[nodiscard]] static Result<Clocks> load(database::Transaction& transaction);
    [[nodiscard]] static Result<Clocks> with(calendar::WorkingDays days);

    /// invalid "personal_data.request.no_rule" where no rule held on the day.
    [[nodiscard]] Result<TimeRule> rule(RequestKind kind, Date received_on) const;
    [[nodiscard]] Date acknowledge_by(const TimeRule& rule, Date received_on) const;
    [[nodiscard]] Date finish_by(const TimeRule& rule, Date received_on, bool with_others) const;
    /// To which day it may be extended; `finish_by` itself where it may not.
    [[nodiscard]] Date extended(const TimeRule& rule, Date finish_by) const;

private:
    Clocks(calendar::WorkingDays days, std::vector<TimeRule> rules)
        : m_days(std::move(days)), m_rules(std::move(rules))
    {
    }
    calendar::WorkingDays m_days;
    std::vector<TimeRule> m_rules;
};

}  // namespace caicach::personal_data
