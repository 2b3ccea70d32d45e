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

}  // namespace

std::string BoardFilter::query() const
{
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        http::append_to_query(query, name, value);
    };
    add("loai", kind);
    add("linh-vuc", area);
    add("tinh-trang", state ? name_of(*state) : std::string_view{});
    add("co-quan", agency);
    add("muc", item);
    add("thang", month);
    add("da-den-han", is_due ? "1" : "");
    return query;
}

BoardFilter board_filter_of(const http::Request& request)
{
    BoardFilter filter{.kind = value_in(request, "loai"),
                       .area = value_in(request, "linh-vuc"),
                       .state = state_from(request.query("tinh-trang").value_or("")),
                       .agency = value_in(request, "co-quan"),
                       .item = value_in(request, "muc"),
                       .month = value_in(request, "thang"),
                       .is_due = request.query("da-den-han").value_or("") == "1"};
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
