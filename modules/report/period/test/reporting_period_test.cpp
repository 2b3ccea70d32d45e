#include "report/period/reporting_period.hpp"

#include <doctest/doctest.h>

#include "report/reference_files.hpp"

namespace caicach::report
{
namespace
{

using calendar::Length;
using calendar::Limit;
using calendar::OnDayOff;

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

std::vector<calendar::CutOff> cut_offs() { return MUST(cut_offs_on(day("2026-01-01"))); }

/// Quarters by nd09, due by the 17th of their last month, locked ten working days later.
Definition quarterly()
{
    Definition form;
    form.period = {.length = Length::quarter,
                   .cut_off = "nd09",
                   .titles = {"quý I", "6 tháng đầu năm", "9 tháng", "năm"}};
    form.due = {.rule = {.day = 17, .limit = Limit::by, .on_day_off = OnDayOff::moves}};
    form.lock = {.working_days_after_due = 10};
    return form;
}

ReportingDays of_year(const Definition& form, int year, int number)
{
    const auto scheme = scheme_of(form.period, cut_offs());
    return days_of(form, calendar::period_of_year(scheme, year, number).value(),
                   calendar::WorkingDays{});
}

}  // namespace

TEST_CASE("periods by Nghị định 09/2019 begin on the 15th of the month before")
{
    const auto third = of_year(quarterly(), 2026, 3);
    CHECK(third.data_from == day("2026-06-15"));
    CHECK(third.data_until == day("2026-09-14"));
    CHECK(third.year_from == day("2025-12-15"));
    auto form = quarterly();
    form.period.length = Length::half;
    CHECK(of_year(form, 2026, 1).data_from == day("2025-12-15"));
    CHECK(of_year(form, 2026, 1).data_until == day("2026-06-14"));
    form.period.length = Length::year;
    CHECK(of_year(form, 2026, 1).data_from == day("2025-12-15"));
    CHECK(of_year(form, 2026, 1).data_until == day("2026-12-14"));
    form.period.length = Length::month;
    CHECK(of_year(form, 2026, 1).data_from == day("2025-12-15"));
    CHECK(of_year(form, 2026, 1).data_until == day("2026-01-14"));
}

TEST_CASE("the windows of a form tile every year: no day twice, none left out")
{
    for (const auto* cut_off : {"", "nd09"}) {
        for (const auto length : {Length::month, Length::quarter, Length::half, Length::year}) {
            Definition form;
            form.period = {.length = length, .cut_off = cut_off};
            const auto scheme = scheme_of(form.period, cut_offs());
            std::optional<Date> last;
            for (int year = 2019; year <= 2032; ++year) {
                for (const auto& period : calendar::periods_of_year(scheme, year)) {
                    const auto days = days_of(form, period, calendar::WorkingDays{});
                    if (last) CHECK(days.data_from == last->plus_days(1));
                    CHECK(days.data_from <= days.data_until);
                    CHECK(days.year_from <= days.data_from);
                    last = days.data_until;
                }
            }
            CHECK(last == (cut_off[0] == '\0' ? day("2032-12-31") : day("2032-12-14")));
        }
    }
}

TEST_CASE("a report is due, and locked, on working days, and says why")
{
    const auto first = of_year(quarterly(), 2026, 1);
    CHECK(first.due.day == day("2026-03-17"));
    CHECK(first.locks_on == day("2026-03-31"));
    CHECK_FALSE(first.is_due_early);
    // 17 May 2026 would be a Sunday; of the quarters, January 2027's due day is one.
    auto form = quarterly();
    form.period.length = Length::month;
    const auto may = of_year(form, 2026, 5);
    CHECK(may.due.day == day("2026-05-18"));
    CHECK(calendar::in_words(may.due.explanation).find("Chủ nhật") != std::string::npos);
    CHECK(may.locks_on == day("2026-06-01"));
}

TEST_CASE("a due day that the year names is before the named day, with its own end of data")
{
    Definition form;
    form.period.length = Length::year;
    form.due = {.rule = {.limit = Limit::before}, .named = NamedDay{30, 11}};
    form.data_until = NamedDay{20, 11};
    form.lock.never = true;
    const auto year = of_year(form, 2026, 1);
    CHECK(year.due.day == day("2026-11-29"));
    CHECK(year.data_from == day("2026-01-01"));
    CHECK(year.data_until == day("2026-11-20"));
    CHECK_FALSE(year.locks_on);
    form.data_until = NamedDay{29, 2};
    CHECK(of_year(form, 2027, 1).data_until == day("2027-02-28"));
    CHECK(of_year(form, 2028, 1).data_until == day("2028-02-29"));
}

TEST_CASE("an end of data outside its period changes nothing")
{
    auto form = quarterly();
    form.data_until = NamedDay{20, 11};
    CHECK(of_year(form, 2026, 1).data_until == day("2026-03-14"));
    CHECK(of_year(form, 2026, 4).data_until == day("2026-11-20"));
}

TEST_CASE("a due day without a working day behind the data is pointed at")
{
    auto form = quarterly();
    form.due.rule = {.day = 15, .limit = Limit::by};
    // The data end on Saturday 14 March: Monday is the first working day behind them.
    CHECK(of_year(form, 2026, 1).is_due_early);
    form.due.rule.day = 16;
    CHECK(of_year(form, 2026, 1).is_due_early);
    form.due.rule.day = 17;
    CHECK_FALSE(of_year(form, 2026, 1).is_due_early);
}

TEST_CASE("the owner's own report is due by a rule of its own")
{
    auto form = quarterly();
    const auto scheme = scheme_of(form.period, cut_offs());
    const auto period = calendar::period_of_year(scheme, 2026, 1).value();
    CHECK_FALSE(owner_due_of(form, period, calendar::WorkingDays{}));
    form.owner_reports = true;
    form.owner_due = {.rule = {.day = 25, .limit = Limit::by}};
    CHECK(owner_due_of(form, period, calendar::WorkingDays{})->day == day("2026-03-25"));
}

TEST_CASE("a period bears the form's own title, or the calendar's")
{
    CHECK(of_year(quarterly(), 2026, 1).title == "quý I năm 2026");
    CHECK(of_year(quarterly(), 2026, 2).title == "6 tháng đầu năm 2026");
    CHECK(of_year(quarterly(), 2026, 4).title == "năm 2026");
    auto form = quarterly();
    form.period.titles = {};
    CHECK(of_year(form, 2026, 1).title == "Quý I/2026");
    form.period.length = Length::month;
    CHECK(of_year(form, 2026, 12).title == "Tháng 12/2026");
}

TEST_CASE("cut-offs hold on their days, and a scheme without one is the calendar's")
{
    CHECK(cut_offs_on(day("2019-03-11"))->empty());
    CHECK(cut_offs() == std::vector<calendar::CutOff>{{"nd09", 15}});
    CHECK(scheme_of({.length = Length::week, .cut_off = "nd09"}, cut_offs()) ==
          calendar::Scheme{Length::week});
    const auto& file = reference_files().front();
    CHECK(text::check_reference(file, file.built_in));
    const auto takes = [&](std::string_view row) {
        const auto own = "key;first_day;valid_from;valid_to;source\n" + std::string{row} + "\n";
        return text::check_reference(file, own).has_value();
    };
    CHECK(takes("nd09;20;2019-03-12;;Quyết định"));
    CHECK_FALSE(takes("nd09;1;2019-03-12;;Quyết định"));
    CHECK_FALSE(takes("nd09;29;2019-03-12;;Quyết định"));
    CHECK_FALSE(takes("khac;15;2019-03-12;;Quyết định"));
}

}  // namespace caicach::report
