#include "evidence/figure_request.hpp"

#include "evidence/paths.hpp"

namespace caicach::evidence
{

Months year_of(Date today)
{
    constexpr int last_month = 12;
    constexpr int last_day = 31;
    return {.from = Date::create(today.year(), 1, 1).value_or(today),
            .to = Date::create(today.year(), last_month, last_day).value_or(today)};
}

calendar::Window window_of(const Months& months)
{
    const auto& to = months.to;
    return {.from = months.from.plus_days(1 - months.from.day()),
            .to = to.plus_days(days_in_month(to.year(), to.month()) - to.day())};
}

std::string days_of(const Months& months)
{
    const auto window = window_of(months);
    return "&tu=" + window.from.iso() + "&den=" + window.to.iso();
}

std::string figure_address(const Figure& figure, const Months& months, Rollup rollup)
{
    const auto path =
        figure_path(figure.key) + "?tu=" + months.from.iso() + "&den=" + months.to.iso();
    return rollup == Rollup::as_now ? path + "&theo=hien-nay" : path;
}

Result<Months> months_in(const Context& context, const http::Request& request)
{
    auto months = year_of(context.today());
    months.from = TRY(request.maybe_date("tu")).value_or(months.from);
    months.to = TRY(request.maybe_date("den")).value_or(months.to);
    if (months.to < months.from)
        return failure(Failure::invalid, "evidence.list.days_backwards", "den");
    return months;
}

}  // namespace caicach::evidence
