#pragma once
#include <string>

#include "calendar/window.hpp"
#include "evidence/figure.hpp"
#include "http/request.hpp"
#include "manifest/context.hpp"

/// What addresses of figures ask for.
namespace caicach::evidence
{

/// This year, where the address says nothing. invalid "evidence.list.days_backwards".
[[nodiscard]] Result<Months> months_in(const Context& context, const http::Request& request);
[[nodiscard]] Months year_of(Date today);

/// From the first to the last day of the months.
[[nodiscard]] calendar::Window window_of(const Months& months);
/// "&tu=…&den=…" of all their days, as lists of facts take them.
[[nodiscard]] std::string days_of(const Months& months);
[[nodiscard]] std::string figure_address(const Figure& figure, const Months& months, Rollup rollup);

}  // namespace caicach::evidence
