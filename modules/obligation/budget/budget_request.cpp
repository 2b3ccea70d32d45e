#include "obligation/budget/budget_request.hpp"

#include <algorithm>

#include "crypto/public_code.hpp"
#include "obligation/limits.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{

Result<Estimate> estimate_in(const http::Request& request, Date today)
{
    constexpr http::IntegerRange some{.lowest = 1, .highest = limits::money_max};
    constexpr http::IntegerRange count{.lowest = 1, .highest = limits::budget_quantity_max};
    constexpr http::IntegerRange price{.lowest = 1, .highest = limits::unit_price_max};
    Estimate estimate;
    estimate.title = TRY(request.text("title", limits::title_length_max));
    const auto source = budget_source_from(request.raw("source"));
    if (!source) return failure(Failure::invalid, "obligation.budget.source", "source");
    estimate.source = *source;
    estimate.source_note =
        TRY(request.maybe_text("source_note", limits::source_length_max)).value_or("");
    estimate.norm = TRY(request.maybe_text("norm")).value_or("");
    if (!estimate.norm.empty()) {
        const auto norms = TRY(norms_on(today));
        if (std::ranges::find(norms, estimate.norm, &Norm::key) == norms.end())
            return failure(Failure::invalid, "obligation.budget.norm_unknown", "norm");
    }
    estimate.quantity = TRY(request.maybe_integer("quantity", count)).value_or(0);
    estimate.unit_price = TRY(request.maybe_integer("unit_price", price)).value_or(0);
    estimate.total = TRY(request.integer("total", some));
    TRY(estimate.check());
    return estimate;
}

TypedEstimate typed_estimate(const http::Request& request)
{
    const auto raw = [&](std::string_view name) { return std::string{request.raw(name)}; };
    return {.item = raw("item"),
            .title = raw("title"),
            .source = raw("source"),
            .source_note = raw("source_note"),
            .norm = raw("norm"),
            .quantity = raw("quantity"),
            .unit_price = raw("unit_price"),
            .total = raw("total")};
}

TypedEstimate typed_estimate(const Estimate& estimate)
{
    const auto number = [](std::int64_t value) {
        return value == 0 ? std::string{} : text::format_integer(value);
    };
    return {.title = estimate.title,
            .source = std::string{name_of(estimate.source)},
            .source_note = estimate.source_note,
            .norm = estimate.norm,
            .quantity = number(estimate.quantity),
            .unit_price = number(estimate.unit_price),
            .total = number(estimate.total)};
}

std::string code_in(const http::Request& request)
{
    const auto brought = request.raw("code");
    return crypto::is_public_code(brought) ? std::string{brought} : crypto::make_public_code();
}

}  // namespace caicach::obligation
