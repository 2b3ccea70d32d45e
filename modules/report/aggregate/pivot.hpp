#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/api.hpp"
#include "report/aggregate/aggregate.hpp"

/// The numbers of several periods beside each other. Pure.
namespace caicach::report
{

enum class PivotBy {
    none,
    period,  ///< one number, period by period
    agency,  ///< one number, agency by agency
    area,    ///< all numbers of a field of work
};
[[nodiscard]] std::string_view name_of(PivotBy by);  ///< "ky", as addresses have it
[[nodiscard]] PivotBy pivot_from(std::string_view name);

/// Fields of work that the form's numbers are of, by the section where each comes first.
struct FormArea {
    std::string key{};
    std::string title{};
};
[[nodiscard]] std::vector<FormArea> areas_of(const Definition& definition);

/// A period with what was sent of it.
struct PivotPeriod {
    ReportPeriod period{};
    Aggregate aggregate{};
};

/// One line: an agency, or an indicator; a total for each of the periods, in their order.
struct PivotRow {
    organisation::AgencyId agency{};
    const Indicator* indicator{};
    std::vector<std::optional<Amount>> amounts{};
};

/// One number, by agencies; those without any are left out. As now: by those who answer today.
struct AgencyPivot {
    const Indicator& indicator;
    evidence::Rollup rollup{evidence::Rollup::as_then};
    const organisation::Succession& succession;
    Date today{};
};
[[nodiscard]] std::vector<PivotRow> rows_of(std::span<const PivotPeriod> periods,
                                            const AgencyPivot& pivot);
/// Totals of indicators, in their order.
[[nodiscard]] std::vector<PivotRow> rows_of(std::span<const PivotPeriod> periods,
                                            std::span<const Indicator* const> indicators);

/// How long a bar is beside others: a share in percent, a mean, a number; nothing for what has no
/// length, as a share of nothing.
[[nodiscard]] std::optional<double> length_of(const Indicator& indicator, const Amount& amount);

}  // namespace caicach::report
