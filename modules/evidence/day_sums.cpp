#include "evidence/day_sums.hpp"

#include <utility>

#include "evidence/sql.hpp"

namespace caicach::evidence
{
namespace
{

/// Months that lie in a window as a whole, and the days before and behind them.
struct Split {
    std::string first_month{};  ///< "2026-07"; behind the last one where there is none
    std::string last_month{};
    calendar::Window before{};
    calendar::Window behind{};
};

std::string month_of(Date day)
{
    constexpr std::size_t month_length = 7;  // "2026-03"
    return day.iso().substr(0, month_length);
}

Split split_of(const calendar::Window& window)
{
    const auto first_of = [](Date day) { return day.plus_days(1 - day.day()); };
    // The first day of the first whole month, and the day behind the last of them.
    const auto from = window.from.day() == 1
                          ? window.from
                          : first_of(window.from)
                                .plus_days(days_in_month(window.from.year(), window.from.month()));
    const auto to = first_of(window.to.plus_days(1));
    const calendar::Window none{.from = window.to, .to = window.to.plus_days(-1)};
    if (to <= from)
        return {.first_month = "1", .last_month = "0", .before = window, .behind = none};
    return {.first_month = month_of(from),
            .last_month = month_of(to.plus_days(-1)),
            .before = {.from = window.from, .to = from.plus_days(-1)},
            .behind = {.from = to, .to = window.to}};
}

}  // namespace

Result<std::vector<DaySum>> sums_in(database::Transaction& transaction, const Figure& figure,
                                    const calendar::Window& window)
{
    const auto sum = [&](const database::Row& row) {
        return DaySum{.agency = row.id<organisation::AgencyId>("agency_id"),
                      .day = window.from,
                      .quantity = row.integer("quantity"),
                      .facts = row.integer("facts")};
    };
    const auto [first, last, before, behind] = split_of(window);
    if (figure.product.empty()) {
        return transaction.all(sql::window_sums_of_kind, sum, figure.kind, first, last, before.from,
                               before.to, behind.from, behind.to);
    }
    return transaction.all(sql::window_sums_of_product, sum, figure.product, figure.kind, first,
                           last, before.from, before.to, behind.from, behind.to);
}

Result<void> DaySums::add(organisation::AgencyId agency, const Figure& figure,
                          std::vector<DaySum>& sums)
{
    const auto* rows = TRY(rows_of(agency));
    for (const auto& row : *rows) {
        const bool counts = (figure.product.empty() || figure.product == row.product) &&
                            (figure.kind.empty() || figure.kind == row.kind);
        if (counts) sums.push_back(row.sum);
    }
    return {};
}

Result<const std::vector<DaySums::Row>*> DaySums::rows_of(organisation::AgencyId agency)
{
    const auto known = m_rows.find(agency);
    if (known != m_rows.end()) return &known->second;
    const auto read = [&](const database::Row& row) {
        return Row{.product = row.string("product"),
                   .kind = row.string("kind"),
                   .sum = {.agency = agency,
                           .day = row.date("day"),
                           .quantity = row.integer("quantity"),
                           .facts = row.integer("facts")}};
    };
    auto rows =
        TRY(m_transaction->all(sql::day_sums_by_agency, read, agency, m_window.from, m_window.to));
    return &m_rows.emplace(agency, std::move(rows)).first->second;
}

}  // namespace caicach::evidence
