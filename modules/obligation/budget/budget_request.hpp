#pragma once
#include "http/request.hpp"
#include "obligation/budget/budget_views.hpp"

namespace caicach::obligation
{

/// The estimate of a form. invalid at its field; "obligation.budget.source", "….norm_unknown".
[[nodiscard]] Result<Estimate> estimate_in(const http::Request& request, Date today);
/// As it was typed, and as it is stored: what the form shows.
[[nodiscard]] TypedEstimate typed_estimate(const http::Request& request);
[[nodiscard]] TypedEstimate typed_estimate(const Estimate& estimate);
/// The code that a form brought, when it is one of ours; else another.
[[nodiscard]] std::string code_in(const http::Request& request);

}  // namespace caicach::obligation
