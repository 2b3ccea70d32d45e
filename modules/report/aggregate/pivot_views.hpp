#pragma once
#include <string>
#include <vector>

#include "report/aggregate/aggregate_views.hpp"
#include "report/aggregate/pivot.hpp"
#include "report/form/form_cache.hpp"

namespace caicach::report
{

struct PivotPage {
    PivotBy by{PivotBy::none};
    Form form{};
    Collectors collectors{};
    FormContent definition{};
    const Indicator* indicator{};  ///< of the definition; by period and by agency
    std::string area{};            ///< key; by area
    evidence::Rollup rollup{evidence::Rollup::as_then};
    std::int64_t most{};                  ///< periods that are asked for, the last ones
    std::vector<ReportPeriod> periods{};  ///< the earliest first
    std::vector<PivotRow> rows{};
    std::vector<organisation::AgencySummary> agencies{};  ///< of the rows, in their order
    web::Fault fault{};
};
[[nodiscard]] http::Response pivot_page(const Context& context, const PivotPage& page);

/// "Hồ sơ, hồ sơ": of an indicator, with its unit.
[[nodiscard]] std::string caption_of(const Indicator& indicator);

/// The views of a form that is collected, each with its address.
void pivot_tabs(html::Writer& out, const Form& form, const Collectors& collectors, PivotBy by);

}  // namespace caicach::report
