#include <algorithm>

#include "crypto/public_code.hpp"
#include "database/migration.hpp"
#include "database/transaction.hpp"
#include "database/turn.hpp"
#include "evidence/api.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/fact_rules.hpp"
#include "evidence/limits.hpp"
#include "evidence/paths.hpp"
#include "evidence/sql.hpp"
#include "evidence/subject.hpp"
#include "evidence/sums.hpp"
#include "manifest/context.hpp"
#include "text/text.hpp"

namespace caicach::evidence
{

RecordedFact fact_from(const database::Row& row)
{
    return {.id = row.id<FactId>("id"),
            .code = row.string("code"),
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
            .recorded_by = row.integer("recorded_by"),
            .file = row.id<attachment::AttachmentId>("attachment_id"),
            .is_typed = row.boolean("is_typed"),
            .standing = standing_from(row.text("standing"))};
}

namespace
{

Result<void> hold(database::Transaction& transaction, FactId id)
{
    static const std::string sqlite = database::in_dialect(sql::hold_fact, false);
    static const std::string postgres = database::in_dialect(sql::hold_fact, true);
    const auto held = [](const database::Row& row) { return row.id<FactId>("id"); };
    TRY(transaction.maybe_one(transaction.is_postgres() ? postgres : sqlite, held, id));
    return {};
}

/// A correction stands for the fact it corrects: of the same kind, and only once.
Result<std::optional<RecordedFact>> superseded_by(database::Transaction& transaction,
                                                  const Fact& fact)
{
    if (!fact.supersedes) return std::optional<RecordedFact>{};
    auto corrected = TRY(hold_fact(transaction, *fact.supersedes));
    if (corrected.kind != fact.kind.key)
        return failure(Failure::conflict, "evidence.fact.other_kind", "kind");
    if (corrected.standing == Standing::superseded)
        return failure(Failure::conflict, "evidence.fact.already_superseded");
    return std::optional{std::move(corrected)};
}

Result<void> insert(database::Transaction& transaction, const RecordedFact& recorded)
{
    return transaction.change_one(
        sql::insert_fact, recorded.id, recorded.code, recorded.kind, recorded.unit,
        recorded.product, recorded.agency, recorded.happened_on, recorded.quantity, recorded.title,
        recorded.link, recorded.file_sha256, recorded.file, recorded.source_module,
        recorded.source_object, recorded.supersedes, recorded.recorded_at, recorded.recorded_by,
        recorded.is_typed);
}

/// What a correction says nothing of stays as it was.
Result<Subjects> subjects_to_keep(database::Transaction& transaction, const Fact& fact,
                                  const Subjects* stated)
{
    if (stated != nullptr) return in_order(*stated);
    if (!fact.supersedes || !has_subjects(fact.kind.product)) return Subjects{};
    return subjects_of(transaction, *fact.supersedes);
}

Result<FactId> record_with(Context& context, database::Transaction& transaction, const Fact& fact,
                           const Subjects* stated);

}  // namespace

std::string fact_path(const RecordedFact& fact) { return fact_page_path(fact.code); }

Result<FactId> record(Context& context, database::Transaction& transaction, const Fact& fact)
{
    return record_with(context, transaction, fact, nullptr);
}

Result<FactId> record_about(Context& context, database::Transaction& transaction, const Fact& fact,
                            const Subjects& subjects)
{
    return record_with(context, transaction, fact, &subjects);
}

namespace
{

Result<FactId> record_with(Context& context, database::Transaction& transaction, const Fact& fact,
                           const Subjects* stated)
{
    TRY(check_fact(fact, context.today()));
    TRY(database::take_turn(transaction, database::Turn::among_others));
    TRY(organisation::agency_by_id(transaction, fact.agency, fact.happened_on));
    const auto superseded = TRY(superseded_by(transaction, fact));
    const RecordedFact recorded{
        .id = make_id<FactId>(),
        .code = crypto::make_public_code(),
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
        .recorded_by = context.actor().account.value,
        .file = fact.file,
        .is_typed = fact.is_typed,
        .standing = fact.quantity == 0 ? Standing::taken_back : Standing::counts};
    const auto subjects = TRY(subjects_to_keep(transaction, fact, stated));
    TRY(check_subjects(fact, subjects));
    TRY(insert(transaction, recorded));
    TRY(keep_subjects(transaction, recorded.id, subjects));
    if (superseded && superseded->standing == Standing::counts)
        TRY(change_sum(transaction, *superseded, Change::removed));
    if (recorded.standing == Standing::counts)
        TRY(change_sum(transaction, recorded, Change::added));
    TRY(context.publish(transaction, FactRecorded{.fact = recorded}));
    return recorded.id;
}

}  // namespace

Result<RecordedFact> hold_fact(database::Transaction& transaction, FactId id)
{
    TRY(hold(transaction, id));
    // A statement of its own: on PostgreSQL it sees what was committed while this waited.
    return fact_by_id(transaction, id);
}

Result<void> hold_facts(database::Transaction& transaction, std::vector<FactId> facts)
{
    std::ranges::sort(facts);
    for (const auto fact : facts) TRY(hold(transaction, fact));
    return {};
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

Result<RecordedFact> fact_by_code(database::Transaction& transaction, std::string_view code)
{
    auto found = TRY(transaction.maybe_one(sql::fact_by_code, fact_from, code));
    if (!found) return failure(Failure::not_found, "evidence.fact.not_found");
    return std::move(*found);
}

Result<FactId> last_correction(database::Transaction& transaction, FactId id)
{
    const auto last = [](const database::Row& row) { return row.id<FactId>("id"); };
    return transaction.one(sql::last_correction, last, id);
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
