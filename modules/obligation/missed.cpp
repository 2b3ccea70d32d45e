#include "obligation/missed.hpp"

#include <algorithm>
#include <utility>

#include "obligation/counting.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{

Result<std::vector<Missed>> missed_counts(const Context& context,
                                          database::Transaction& transaction)
{
    std::vector<Missed> fitting;
    TRY(transaction.each(sql::missed_counts, [&](const database::Row& row) {
        if (is_for_duty(row.text("product"))) return;
        fitting.push_back({.obligation = row.id<ObligationId>("obligation_id"),
                           .obligation_code = row.string("obligation_code"),
                           .fact = row.id<evidence::FactId>("fact_id"),
                           .fact_code = row.string("fact_code")});
    }));
    std::vector<Missed> all;
    for (auto& one : fitting) {
        const auto fact = TRY(evidence::fact_by_id(transaction, one.fact));
        const auto asking = TRY(asking_for(context, transaction, fact));
        const bool is_asked = std::ranges::find(asking, one.obligation) != asking.end();
        if (is_asked) all.push_back(std::move(one));
    }
    return all;
}

}  // namespace caicach::obligation
