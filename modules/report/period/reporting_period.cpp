#include "report/period/reporting_period.hpp"

#include <algorithm>
#include <array>

#include "manifest/row_days.hpp"
#include "report/flow/reminder_rule.hpp"
#include "report/narrative/drawn_text.hpp"
#include "report/reference_data.hpp"
#include "report/reference_files.hpp"
#include "text/number.hpp"

namespace caicach::report
{
namespace
{

Result<calendar::CutOff> cut_off_in(const text::Table& table, const text::Table::Row& row)
{
    calendar::CutOff cut_off{.key = std::string{table.at(row, "key")}};
    const auto day = text::parse_integer(table.at(row, "first_day"));
    constexpr int days_max = 31;
    cut_off.first_day = day && *day > 0 && *day <= days_max ? static_cast<int>(*day) : 0;
    if (!calendar::Scheme::create(calendar::Length::month, cut_off))
        return text::malformed_field(row.line, "first_day", table.at(row, "first_day"));
    return cut_off;
}

Result<void> check_cut_offs(const text::Table& table);
constexpr text::ReferenceFile cut_offs_file{"period_cut_offs.csv", reference_data::period_cut_offs,
                                            check_cut_offs};

Result<void> check_cut_offs(const text::Table& table)
{
    TRY(check_rows<calendar::CutOff>(table, cut_off_in));
    const auto built_in = TRY(text::Table::parse(cut_offs_file.built_in));
    return text::require_keys(table, built_in);
}

/// The last day that a month of this year has, where it has not the one named.
Date day_in_year(int year, const NamedDay& named)
{
    const int day = std::min(named.day, days_in_month(year, named.month));
    return Date::create(year, named.month, day).value_or(Date{});
}

calendar::Due due_in(const DueDay& due, const calendar::Period& period,
                     const calendar::WorkingDays& working_days)
{
    if (!due.named) return calendar::due_of(period, due.rule, working_days);
    return calendar::due_on(day_in_year(period.year(), *due.named), due.rule.limit,
                            due.rule.on_day_off, working_days);
}

}  // namespace

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{cut_offs_file, phrases_file(), reminder_rules_file()};
    return files;
}

Result<std::vector<calendar::CutOff>> cut_offs_on(Date day)
{
    return rows_on<calendar::CutOff>(cut_offs_file, day, cut_off_in);
}

calendar::Scheme scheme_of(const PeriodRule& rule, std::span<const calendar::CutOff> cut_offs)
{
    const auto found = std::ranges::find(cut_offs, rule.cut_off, &calendar::CutOff::key);
    if (found == cut_offs.end()) return rule.length;
    return calendar::Scheme::create(rule.length, *found).value_or(rule.length);
}

ReportingDays days_of(const Definition& definition, const calendar::Period& period,
                      const calendar::WorkingDays& working_days)
{
    ReportingDays days{.title = title_of(definition.period, period),
                       .data_from = period.first,
                       .data_until = period.last,
                       .due = due_in(definition.due, period, working_days)};
    if (definition.data_until) {
        const auto last = day_in_year(period.year(), *definition.data_until);
        if (period.has(last)) days.data_until = last;
    }
    const auto first = calendar::period_of_year(period.scheme, period.year(), 1);
    days.year_from = first ? first->first : period.first;
    if (!definition.lock.never) {
        const int count = definition.lock.working_days_after_due;
        days.locks_on =
            count == 0 ? days.due.day : working_days.after_working_days(days.due.day, count);
    }
    days.is_due_early = days.due.day <= working_days.after_working_days(days.data_until, 1);
    return days;
}

std::optional<calendar::Due> owner_due_of(const Definition& definition,
                                          const calendar::Period& period,
                                          const calendar::WorkingDays& working_days)
{
    if (!definition.owner_reports) return {};
    return due_in(definition.owner_due, period, working_days);
}

std::string title_of(const PeriodRule& rule, const calendar::Period& period)
{
    const auto number = static_cast<std::size_t>(period.number());
    const bool has_title = number >= 1 && number <= rule.titles.size();
    const std::string title = has_title ? rule.titles.at(number - 1) : std::string{};
    if (title.empty()) return calendar::label(period);
    // "6 tháng đầu năm 2026", but "quý I năm 2026".
    const std::string year = title.ends_with("năm") ? " " : " năm ";
    return title + year + std::to_string(period.year());
}

}  // namespace caicach::report
