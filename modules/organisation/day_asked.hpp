#pragma once
#include "http/request.hpp"

namespace caicach::organisation
{

/// The day that a page is asked about by `ngay`; today where it says none, or nothing of sense.
[[nodiscard]] inline Date day_asked(const http::Request& request, Date today)
{
    const auto day = request.maybe_date("ngay");
    return day ? day->value_or(today) : today;
}

/// "?ngay=2024-06-01" behind a path without a query; empty for today.
[[nodiscard]] inline std::string day_query(Date day, Date today)
{
    return day == today ? std::string{} : "?ngay=" + day.iso();
}

}  // namespace caicach::organisation
