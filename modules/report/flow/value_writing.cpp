#include "report/flow/value_writing.hpp"

#include "report/sql.hpp"

namespace caicach::report
{

Result<void> write_values(database::Transaction& transaction, const Report& report,
                          const Filled& filled)
{
    TRY(remove_values(transaction, report.id));
    for (const auto& one : filled.indicators) {
        const auto sent = one.sent();
        if (!sent) continue;
        std::optional<std::int64_t> computed;
        std::optional<std::int64_t> computed_of;
        if (one.computed) {
            computed = one.computed->amount.numerator;
            computed_of = one.computed->amount.denominator;
        }
        TRY(transaction.change_one(sql::insert_value, report.id, one.indicator->key, report.period,
                                   report.collector, report.agency, report.current, sent->numerator,
                                   sent->denominator, computed, computed_of));
    }
    return {};
}

Result<void> remove_values(database::Transaction& transaction, ReportId report)
{
    TRY(transaction.change(sql::remove_values, report));
    return {};
}

Result<std::vector<SentValue>> values_of(database::Transaction& transaction, ReportId report)
{
    const auto value = [](const database::Row& row) {
        SentValue one{.indicator = row.string("indicator"),
                      .sent = {.numerator = row.integer("numerator"),
                               .denominator = row.maybe_integer("denominator")}};
        if (const auto computed = row.maybe_integer("computed"))
            one.computed = Amount{*computed, row.maybe_integer("computed_denominator")};
        return one;
    };
    return transaction.all(sql::values_of_report, value, report);
}

}  // namespace caicach::report
