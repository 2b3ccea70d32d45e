#include <algorithm>

#include "database/transaction.hpp"
#include "evidence/api.hpp"
#include "evidence/fact_rules.hpp"
#include "evidence/limits.hpp"
#include "evidence/sql.hpp"
#include "manifest/context.hpp"
#include "text/text.hpp"

namespace caicach::evidence
{
namespace
{

RecordedFact fact_from(const database::Row& row)
{
    return {.id = row.id<FactId>("id"),
            .kind = row.string("kind"),
            .unit = row.string("unit"),
            .product = row.string("product"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .happened_on = row.date("happened_on"),
            .quantity = row.integer("quantity"),
            .title = row.string("title"),
            .link = row.string("link"),
            .file_sha256 = row.string("file_sha256"),
            .source_module = row.string("source_module"),
            .source_object = row.integer("source_object"),
            .supersedes = row.maybe_id<FactId>("supersedes"),
            .recorded_at = row.instant("recorded_at"),
            .recorded_by = row.integer("recorded_by")};
}

/// A correction stands for the fact it corrects: of the same kind, and only once.
Result<void> check_superseded(database::Transaction& transaction, const Fact& fact)
{
    if (!fact.supersedes) return {};
    const auto corrected = TRY(fact_by_id(transaction, *fact.supersedes));
    if (corrected.kind != fact.kind.key)
        return failure(Failure::conflict, "evidence.fact.other_kind", "kind");
    const auto id = [](const database::Row& row) { return row.id<FactId>("id"); };
    const auto later = TRY(transaction.maybe_one(sql::superseding, id, *fact.supersedes));
    if (later) return failure(Failure::conflict, "evidence.fact.already_superseded");
    return {};
}

}  // namespace

Result<FactId> record(Context& context, database::Transaction& transaction, const Fact& fact)
{
    TRY(check_fact(fact, context.today()));
    TRY(organisation::agency_by_id(transaction, fact.agency, fact.happened_on));
    TRY(check_superseded(transaction, fact));
    const RecordedFact recorded{.id = make_id<FactId>(),
                                .kind = std::string{fact.kind.key},
                                .unit = std::string{fact.kind.unit},
                                .product = std::string{fact.kind.product},
                                .agency = fact.agency,
                                .happened_on = fact.happened_on,
                                .quantity = fact.quantity,
                                .title = text::squeeze(fact.title),
                                .link = fact.link,
                                .file_sha256 = fact.file_sha256,
                                .source_module = fact.source_module,
                                .source_object = fact.source_object,
                                .supersedes = fact.supersedes,
                                .recorded_at = context.now(),
                                .recorded_by = context.actor().account.value};
    TRY(transaction.change_one(sql::insert_fact, recorded.id, recorded.kind, recorded.unit,
                               recorded.product, recorded.agency, recorded.happened_on,
                               recorded.quantity, recorded.title, recorded.link,
                               recorded.file_sha256, recorded.source_module, recorded.source_object,
                               recorded.supersedes, recorded.recorded_at, recorded.recorded_by));
    TRY(context.publish(transaction, FactRecorded{.fact = recorded}));
    return recorded.id;
}

Result<std::vector<RecordedFact>> facts(database::Transaction& transaction, const FactQuery& query)
{
    const auto after = query.after.value_or(After{.happened_on = query.from.plus_days(-1)});
    const auto limit = std::clamp(query.limit, 0, facts_at_once);
    if (query.agency) {
        return transaction.all(sql::facts_by_agency, fact_from, *query.agency, query.kind,
                               query.from, query.to, after.happened_on, after.id, limit,
                               query.product);
    }
    return transaction.all(sql::facts, fact_from, query.kind, query.from, query.to,
                           after.happened_on, after.id, limit, query.product);
}

Result<Total> total(database::Transaction& transaction, const FactQuery& query)
{
    const auto sum = [](const database::Row& row) {
        return Total{.facts = row.integer("facts"), .quantity = row.integer("quantity")};
    };
    if (query.agency) {
        return transaction.one(sql::total_by_agency, sum, *query.agency, query.kind, query.from,
                               query.to, query.product);
    }
    return transaction.one(sql::total, sum, query.kind, query.from, query.to, query.product);
}

Result<RecordedFact> fact_by_id(database::Transaction& transaction, FactId id)
{
    auto found = TRY(transaction.maybe_one(sql::fact_by_id, fact_from, id));
    if (!found) return failure(Failure::not_found, "evidence.fact.not_found");
    return std::move(*found);
}

Result<std::vector<RecordedFact>> history(database::Transaction& transaction, FactId id)
{
    return transaction.all(sql::history, fact_from, id);
}

Result<std::vector<RecordedFact>> facts_of_object(database::Transaction& transaction,
                                                  std::string_view source_module,
                                                  std::int64_t source_object)
{
    return transaction.all(sql::facts_of_object, fact_from, source_module, source_object);
}

}  // namespace caicach::evidence
