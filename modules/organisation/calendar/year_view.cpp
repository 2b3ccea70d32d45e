#include "organisation/calendar/year_view.hpp"

#include <array>

namespace caicach::organisation
{
namespace
{

using calendar::DayKind;
using html::Writer;

constexpr int months = 12;
constexpr int days_in_week = 7;
constexpr int saturday = 6;

/// How a day looks. Words say the same: the name of the day stands in it for those who listen.
html::Literal look_of(const calendar::SpecialDay* special, Date day)
{
    if (special == nullptr)
        return day.weekday() < saturday ? html::Literal("") : html::Literal("is-weekend");
    if (special->kind == DayKind::worked) return "is-worked";
    return calendar::is_off(special->kind) ? html::Literal("is-off") : html::Literal("is-half");
}

void cell(Writer& out, const calendar::WorkingDays& days, Date day, Date today)
{
    const auto* const special = days.special_day(day);
    out({"<td class=\"", look_of(special, day), "\"",
         html::when(day == today, " aria-current=\"date\"")});
    if (special != nullptr) out({" title=\"", special->name, "\""});
    out({">", day.day()});
    if (special != nullptr)
        out({"<span class=\"visually-hidden\"> ", calendar::label(special->kind), ": ",
             special->name, "</span>"});
    out({"</td>"});
}

void blanks(Writer& out, int count)
{
    for (int blank = 0; blank < count; ++blank) out({"<td></td>"});
}

void month_view(Writer& out, const calendar::WorkingDays& days, Date first, Date today)
{
    constexpr std::array<std::string_view, 7> heads{"T2", "T3", "T4", "T5", "T6", "T7", "CN"};
    const int month = first.month();
    out({"<table class=\"month\"><caption>Tháng ", month, "</caption><thead><tr>"});
    for (const auto head : heads) out({"<th scope=\"col\">", head, "</th>"});
    out({"</tr></thead><tbody><tr>"});
    blanks(out, first.weekday() - 1);
    auto day = first;
    for (; day.month() == month; day = day.plus_days(1)) {
        if (day.weekday() == 1 && day != first) out({"</tr><tr>"});
        cell(out, days, day, today);
    }
    if (day.weekday() > 1) blanks(out, days_in_week + 1 - day.weekday());
    out({"</tr></tbody></table>"});
}

}  // namespace

void year_view(Writer& out, const calendar::WorkingDays& days, int year, Date today)
{
    out({"<div class=\"year\">"});
    for (int month = 1; month <= months; ++month)
        if (const auto first = Date::create(year, month, 1)) month_view(out, days, *first, today);
    out(
        {"</div><ul class=\"year-legend\">"
         "<li><span class=\"is-off\">1</span> Nghỉ</li>"
         "<li><span class=\"is-weekend\">1</span> Thứ Bảy, Chủ nhật</li>"
         "<li><span class=\"is-worked\">1</span> Làm bù</li>"
         "<li><span class=\"is-half\">1</span> Nghỉ nửa ngày</li></ul>"});
}

}  // namespace caicach::organisation
