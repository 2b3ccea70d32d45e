#include "obligation/board/filter.hpp"

#include <array>

#include "calendar/period_key.hpp"
#include "http/percent.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t value_bytes_max = 60;

std::string value_in(const http::Request& request, std::string_view name)
{
    const auto typed = request.query(name).value_or("");
    return typed.size() > value_bytes_max ? std::string{} : text::clean_input(typed);
}

std::optional<State> state_from(std::string_view name)
{
    constexpr std::array all{State::upcoming,       State::open,    State::fulfilled,
                             State::fulfilled_late, State::overdue, State::excused,
                             State::closed};
    for (const auto state : all)
        if (name_of(state) == name) return state;
    return {};
}

Among among_from(std::string_view name)
{
    for (const auto among : {Among::owed, Among::asked, Among::due_soon})
        if (name_of(among) == name) return among;
    return Among::everything;
}

/// "1" is older than the other.
Due due_from(std::string_view text)
{
    if (text == "1") return Due::past;
    return text == "0" ? Due::ahead : Due::any;
}

std::string_view text_of(Due due)
{
    if (due == Due::any) return {};
    return due == Due::past ? "1" : "0";
}

}  // namespace

std::string_view name_of(Among among)
{
    switch (among) {
        case Among::owed:
            return "owed";
        case Among::asked:
            return "asked";
        case Among::due_soon:
            return "due_soon";
        case Among::everything:
            break;
    }
    return {};
}

std::string_view label_of(Among among)
{
    switch (among) {
        case Among::owed:
            return "Mọi việc được tính";
        case Among::asked:
            return "Phải làm, không kể được miễn";
        case Among::due_soon:
            return "Sắp đến hạn, còn thiếu";
        case Among::everything:
            break;
    }
    return "Tất cả";
}

std::string_view BoardFilter::shown_state() const
{
    return state ? name_of(*state) : name_of(among);
}

std::string BoardFilter::query() const
{
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        http::append_to_query(query, name, value);
    };
    add("loai", kind);
    add("linh-vuc", area);
    add("tinh-trang", shown_state());
    add("co-quan", agency);
    add("muc", item);
    add("thang", month);
    add("da-den-han", text_of(due));
    add("den", until ? until->iso() : std::string{});
    add("voi", beside);
    add("nam", year);
    return query;
}

BoardFilter board_filter_of(const http::Request& request)
{
    BoardFilter filter{.kind = value_in(request, "loai"),
                       .area = value_in(request, "linh-vuc"),
                       .state = state_from(request.query("tinh-trang").value_or("")),
                       .among = among_from(request.query("tinh-trang").value_or("")),
                       .agency = value_in(request, "co-quan"),
                       .item = value_in(request, "muc"),
                       .month = value_in(request, "thang"),
                       .due = due_from(request.query("da-den-han").value_or("")),
                       .until = Date::from_iso(request.query("den").value_or("")),
                       .beside = value_in(request, "voi"),
                       .year = value_in(request, "nam")};
    if (!Date::from_iso(filter.year + "-01-01")) filter.year.clear();
    if (!days_of_month(filter.month)) filter.month.clear();
    return filter;
}

std::optional<Days> days_of_month(std::string_view month)
{
    const auto period = calendar::period_from_key(month);
    if (!period || month.size() != 7) return {};
    const auto first = Date::from_iso(std::string{month} + "-01");
    if (!first) return {};
    return Days{*first, first->plus_days(days_in_month(first->year(), first->month()) - 1)};
}

}  // namespace caicach::obligation
