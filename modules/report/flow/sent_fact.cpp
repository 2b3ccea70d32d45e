#include "report/flow/sent_fact.hpp"

#include <algorithm>
#include <optional>

#include "report/limits.hpp"
#include "report/report_store.hpp"
#include "report/sql.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

struct SentFact {
    evidence::FactId fact{};
    bool stands{};
};

Result<std::optional<SentFact>> sent_fact_of(database::Transaction& transaction, ReportId report)
{
    const auto found = [](const database::Row& row) {
        return SentFact{row.id<evidence::FactId>("fact_id"), row.boolean("stands")};
    };
    return transaction.maybe_one(sql::sent_fact, found, report);
}

/// The fact as it would be recorded now, for the duty that the form names.
Result<evidence::Fact> fact_of(Context& context, database::Transaction& transaction,
                               const Report& report, const Definition& definition)
{
    const auto period = TRY(ReportStore{transaction}.period(report.period));
    const auto title = definition.title + ", " + period.title;
    evidence::Fact fact{.kind = submitted_fact,
                        .agency = report.agency,
                        .happened_on = Date::of(report.first_submitted_at.value_or(context.now())),
                        .title = text::shorten(title, limits::fact_title_length_max),
                        .source_module = "report",
                        .source_object = report.id.value};
    // Of a form that serves no duty of a plan the ledger keeps that it was sent; no plan counts it.
    if (definition.duty.empty()) {
        fact.kind.product = {};
        return fact;
    }
    TRY(context.publish(transaction, evidence::DutyAsked{.text = definition.duty,
                                                         .agency = report.agency,
                                                         .product = fact.kind.product,
                                                         .day = fact.happened_on,
                                                         .fact = &fact}));
    return fact;
}

/// Somebody chose the duty that the fact is for: the same, recorded anew.
Result<void> hear_fact(Context& /*context*/, database::Transaction& transaction,
                       const evidence::FactRecorded& event)
{
    if (!event.fact.supersedes || event.fact.kind != submitted_fact.key) return {};
    TRY(transaction.change(sql::move_sent_fact, *event.fact.supersedes, event.fact.id));
    return {};
}

}  // namespace

Result<void> follow_with_fact(Context& context, database::Transaction& transaction,
                              const Report& report, const Definition& definition,
                              std::string_view sha256)
{
    const bool stands = report.is_complete();
    const auto before = TRY(sent_fact_of(transaction, report.id));
    if (stands == (before && before->stands)) return {};
    auto fact = TRY(fact_of(context, transaction, report, definition));
    fact.quantity = stands ? 1 : 0;
    fact.file_sha256 = sha256;
    if (before) {
        fact.supersedes = before->fact;
        const auto known = TRY(evidence::fact_by_id(transaction, before->fact));
        fact.happened_on = known.happened_on;
        fact.source_module = known.source_module;
        fact.source_object = known.source_object;
    }
    const auto id = TRY(evidence::record(context, transaction, fact));
    TRY(transaction.change_one(sql::put_sent_fact, report.id, id, stands));
    return {};
}

void add_sent_facts(Module& module) { module.on<evidence::FactRecorded>(hear_fact); }

}  // namespace caicach::report
