#include "report/aggregate/pivot.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace caicach::report
{
namespace
{

constexpr std::array<std::string_view, 4> names{"", "ky", "co-quan", "linh-vuc"};

double number(std::int64_t amount)
{
    return static_cast<double>(amount) / static_cast<double>(ten_thousandths_of_one);
}

}  // namespace

std::string_view name_of(PivotBy by) { return names.at(static_cast<std::size_t>(by)); }

PivotBy pivot_from(std::string_view name)
{
    const auto* const found = std::ranges::find(names, name);
    return found == names.end() ? PivotBy::none : static_cast<PivotBy>(found - names.begin());
}

std::vector<FormArea> areas_of(const Definition& definition)
{
    std::vector<FormArea> areas;
    for (const auto& section : definition.sections) {
        for (const auto& part : section.parts) {
            const auto* one = std::get_if<Indicator>(&part);
            if (one == nullptr || one->area.empty()) continue;
            if (std::ranges::find(areas, one->area, &FormArea::key) == areas.end())
                areas.push_back({one->area, section.title});
        }
    }
    return areas;
}

std::vector<PivotRow> rows_of(std::span<const PivotPeriod> periods, const AgencyPivot& pivot)
{
    std::map<organisation::AgencyId, PivotRow> rows;
    for (std::size_t at = 0; at < periods.size(); ++at) {
        const auto& [period, aggregate] = periods[at];
        auto parts = parts_of(aggregate, pivot.indicator).parts;
        if (pivot.rollup == evidence::Rollup::as_now)
            parts = passed_on(pivot.indicator.adding, parts, pivot.succession, period.days.to,
                              pivot.today);
        for (const auto& part : parts) {
            auto& row = rows[part.agency];
            row.agency = part.agency;
            row.indicator = &pivot.indicator;
            row.amounts.resize(periods.size());
            row.amounts[at] = part.amount;
        }
    }
    std::vector<PivotRow> found;
    found.reserve(rows.size());
    for (auto& [agency, row] : rows) found.push_back(std::move(row));
    return found;
}

std::vector<PivotRow> rows_of(std::span<const PivotPeriod> periods,
                              std::span<const Indicator* const> indicators)
{
    std::vector<PivotRow> rows;
    rows.reserve(indicators.size());
    for (const auto* one : indicators) {
        PivotRow row{.indicator = one};
        row.amounts.reserve(periods.size());
        for (const auto& period : periods)
            row.amounts.push_back(total_of(period.aggregate, *one).amount);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<double> length_of(const Indicator& indicator, const Amount& amount)
{
    constexpr double percent = 100;
    if (!amount.denominator) return number(amount.numerator);
    if (*amount.denominator == 0) return {};
    const auto share =
        static_cast<double>(amount.numerator) / static_cast<double>(*amount.denominator);
    return indicator.adding == Adding::ratio ? share * percent : share;
}

}  // namespace caicach::report
