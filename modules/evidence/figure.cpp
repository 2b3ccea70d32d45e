#include "evidence/figure.hpp"

#include <algorithm>

#include "database/transaction.hpp"
#include "evidence/coverage.hpp"
#include "evidence/origin.hpp"
#include "evidence/sql.hpp"
#include "manifest/context.hpp"

namespace caicach::evidence
{
namespace
{

std::string month_of(Date day)
{
    constexpr std::size_t month_length = 7;  // "2026-03"
    return day.iso().substr(0, month_length);
}

/// A month stands for its first day: what an agency was when it began.
Result<std::vector<organisation::Figure>> monthly(database::Transaction& transaction,
                                                  const Figure& figure, const Months& months)
{
    const auto amount = [](const database::Row& row) {
        return organisation::Figure{
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .day = Date::from_iso(row.string("month") + "-01").value_or(Date{}),
            .amount = row.integer("quantity")};
    };
    const auto from = month_of(months.from);
    const auto to = month_of(months.to);
    if (figure.product.empty())
        return transaction.all(sql::sums_of_kind, amount, figure.kind, from, to);
    return transaction.all(sql::sums_of_product, amount, figure.product, figure.kind, from, to);
}

Result<std::vector<Origin>> coverage_origins(database::Transaction& transaction,
                                             const CoverageFigure& figure, const Months& months,
                                             organisation::AgencyId agency, Date today)
{
    if (figure.is_whole()) {
        const auto whole = TRY(coverage_together(transaction, figure, months, Rollup::as_now, today,
                                                 [](organisation::AgencyId) { return true; }));
        return std::vector<Origin>{{agency, whole, organisation::whole_share}};
    }
    const auto coverage = TRY(Coverage::load(transaction, figure, months, Rollup::as_now, today));
    return origins_of(coverage, agency);
}

}  // namespace

Result<std::vector<Figure>> figures(Context& context, database::Transaction& transaction)
{
    std::vector<Figure> all;
    all.reserve(products().size());
    for (const auto& product : products()) {
        all.push_back({.key = "evidence." + product.key,
                       .text = product.text,
                       .unit = product.unit,
                       .definition = "Tổng số lượng của các kết quả được tính thuộc loại này, theo "
                                     "tháng diễn ra.",
                       .product = product.key});
    }
    TRY(add_coverage_figures(transaction, all));
    TRY(context.publish(transaction, FiguresAsked{.figures = &all}));
    return all;
}

Result<Figure> figure_of(Context& context, database::Transaction& transaction, std::string_view key)
{
    const auto all = TRY(figures(context, transaction));
    const auto found = std::ranges::find(all, key, &Figure::key);
    if (found == all.end()) return failure(Failure::not_found, "evidence.figure.not_found");
    return *found;
}

Result<std::vector<organisation::Total>> amounts_of(database::Transaction& transaction,
                                                    const Figure& figure, const Months& months,
                                                    Rollup rollup, Date today)
{
    if (const auto coverage = coverage_figure(figure.key))
        return coverage_amounts(transaction, *coverage, months, rollup, today);
    const auto amounts = TRY(monthly(transaction, figure, months));
    if (rollup == Rollup::as_then) return organisation::as_then(amounts);
    const auto succession = TRY(organisation::succession(transaction));
    return succession.as_of(today, amounts);
}

Result<std::vector<Origin>> origins_of(database::Transaction& transaction, const Figure& figure,
                                       const Months& months, organisation::AgencyId agency,
                                       Date today)
{
    if (const auto coverage = coverage_figure(figure.key))
        return coverage_origins(transaction, *coverage, months, agency, today);
    const auto amounts = TRY(monthly(transaction, figure, months));
    const auto succession = TRY(organisation::succession(transaction));
    std::vector<Origin> origins;
    for (const auto& amount : amounts) {
        for (const auto& heir : succession.heirs(amount.agency, amount.day, today))
            if (heir.agency == agency)
                add_origin(origins, {amount.agency, amount.amount, heir.share});
    }
    return origins;
}

}  // namespace caicach::evidence
