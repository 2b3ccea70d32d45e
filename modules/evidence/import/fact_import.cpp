#include "evidence/import/fact_import.hpp"

#include <utility>

#include "crypto/public_code.hpp"
#include "database/turn.hpp"
#include "document/records.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/limits.hpp"
#include "evidence/permissions.hpp"
#include "evidence/sql.hpp"
#include "evidence/typed_fact.hpp"
#include "json/value.hpp"
#include "text/text.hpp"

namespace caicach::evidence
{
namespace
{

constexpr std::string_view object_type = "evidence.import";

ImportState state_named(std::string_view key)
{
    if (key == "done") return ImportState::done;
    return key == "undone" ? ImportState::undone : ImportState::proposed;
}

FactImport import_from(const database::Row& row)
{
    return {.id = row.id<ImportId>("id"),
            .code = row.string("code"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .file_name = row.string("file_name"),
            .content = row.string("content"),
            .state = state_named(row.text("state")),
            .created = row.integer("created"),
            .changed = row.integer("changed"),
            .unchanged = row.integer("unchanged"),
            .proposed_at = row.instant("proposed_at"),
            .account = AccountId{row.integer("account_id")},
            .done_at = row.maybe_instant("done_at"),
            .undone_at = row.maybe_instant("undone_at")};
}

ImportedRow imported_from(const database::Row& row)
{
    return {.number = static_cast<int>(row.integer("number")),
            .code = row.string("row_code"),
            .fact = row.id<FactId>("fact_id"),
            .before = row.id<FactId>("before_id"),
            .title = row.string("title"),
            .path = fact_path({.code = row.string("code")})};
}

tl::unexpected<Error> settled() { return failure(Failure::conflict, "evidence.import.settled"); }

Result<void> record_step(Context& context, database::Transaction& transaction,
                         std::string_view action, const FactImport& import,
                         const json::Value& detail)
{
    return context.record(transaction, action, object_type, import.id.value, json::dump(detail));
}

json::Value detail_of(const FactImport& import)
{
    return json::Value::object().set("file", import.file_name);
}

/// As it stood before the row: what was new is taken back, what was corrected is said as it was.
Result<Fact> undoing_of(database::Transaction& transaction, const RecordedFact& now,
                        const ImportedRow& row)
{
    auto undoing = correction_of(now);
    if (!row.before) {
        undoing.quantity = 0;
        return undoing;
    }
    const auto before = TRY(fact_by_id(transaction, row.before));
    undoing.happened_on = before.happened_on;
    undoing.quantity = before.quantity;
    undoing.title = before.title;
    undoing.link = before.link;
    undoing.file_sha256 = before.file_sha256;
    undoing.file = before.file;
    return undoing;
}

/// What the rows correct, before the first sum changes.
Result<void> hold_corrected(database::Transaction& transaction, const FactComparison& comparison)
{
    std::vector<FactId> facts;
    for (const auto& change : comparison.changes)
        if (change.outcome != RowOutcome::unchanged && change.fact.supersedes)
            facts.push_back(*change.fact.supersedes);
    return hold_facts(transaction, std::move(facts));
}

Result<void> hold_imported(database::Transaction& transaction, const std::vector<ImportedRow>& rows)
{
    std::vector<FactId> facts;
    facts.reserve(rows.size());
    for (const auto& row : rows) facts.push_back(row.fact);
    return hold_facts(transaction, std::move(facts));
}

}  // namespace

Result<std::string> propose_import(Context& context, database::Transaction& transaction,
                                   std::string_view file_name, std::string_view bytes)
{
    TRY(context.require(record_facts, context.actor().agency));
    const auto records = TRY(document::read_records(bytes));
    // Only to refuse at once what is no table of facts.
    TRY(read_fact_sheet(records));
    constexpr std::int64_t seconds_a_day = 86'400;
    TRY(transaction.change(sql::delete_old_proposals,
                           context.now() + -limits::proposal_days * seconds_a_day));
    FactImport kept{.id = make_id<ImportId>(),
                    .code = crypto::make_public_code(),
                    .agency = organisation::agency_of(context.actor().agency),
                    .file_name = text::shorten(text::squeeze(text::clean_input(file_name)),
                                               limits::file_name_length_max)};
    TRY(transaction.change_one(sql::insert_import, kept.id, kept.code, kept.agency, kept.file_name,
                               document::text_of_records(records), context.now(),
                               context.actor().account));
    TRY(record_step(context, transaction, "evidence.import.proposed", kept, detail_of(kept)));
    return kept.code;
}

Result<FactImport> import_by_code(const Context& context, database::Transaction& transaction,
                                  std::string_view code)
{
    auto found = TRY(transaction.maybe_one(sql::import_by_code, import_from, code));
    // As if it were not there: who may not see it learns nothing of it.
    if (!found || !context.may(record_facts, organisation::scope_of(found->agency)))
        return failure(Failure::not_found, "evidence.import.not_found");
    return std::move(*found);
}

Result<std::vector<FactImport>> imports(database::Transaction& transaction,
                                        organisation::AgencyId agency)
{
    return transaction.all(sql::imports_of_agency, import_from, agency);
}

Result<FactComparison> comparison_of(Context& context, database::Transaction& transaction,
                                     const FactImport& import)
{
    const auto records = TRY(document::records_of_text(import.content));
    const auto sheet = TRY(read_fact_sheet(records));
    return compare(context, transaction, sheet);
}

Result<void> carry_out(Context& context, database::Transaction& transaction,
                       const FactImport& import, std::string_view stamp)
{
    if (import.state != ImportState::proposed) return settled();
    TRY(database::take_turn(transaction, database::Turn::among_others));
    const auto comparison = TRY(comparison_of(context, transaction, import));
    if (!comparison.conflicts.empty())
        return failure(Failure::conflict, "evidence.import.conflicts", "file",
                       {std::to_string(comparison.conflicts.size())});
    if (!stamp.empty() && stamp != comparison.stamp())
        return failure(Failure::conflict, "evidence.import.ledger_changed", "file");
    TRY(hold_corrected(transaction, comparison));
    for (const auto& change : comparison.changes) {
        if (change.outcome == RowOutcome::unchanged) continue;
        const auto id = TRY(record_about(context, transaction, change.fact, change.subjects));
        const auto before = change.fact.supersedes.value_or(FactId{});
        TRY(transaction.change_one(sql::insert_import_row, import.id, change.row.number,
                                   change.fact.agency, change.row.code, id, before));
    }
    const auto created = static_cast<std::int64_t>(comparison.count(RowOutcome::created));
    const auto changed = static_cast<std::int64_t>(comparison.count(RowOutcome::changed));
    const auto unchanged = static_cast<std::int64_t>(comparison.count(RowOutcome::unchanged));
    TRY(transaction.change_one(sql::finish_import, import.id, context.now(), created, changed,
                               unchanged));
    return record_step(context, transaction, "evidence.import.done", import,
                       detail_of(import).set("created", created).set("changed", changed));
}

Result<void> discard_import(Context& context, database::Transaction& transaction,
                            const FactImport& import)
{
    if (import.state != ImportState::proposed) return settled();
    TRY(transaction.change_one(sql::delete_proposal, import.id));
    return record_step(context, transaction, "evidence.import.discarded", import,
                       detail_of(import));
}

Result<std::vector<FactConflict>> undo_import(Context& context, database::Transaction& transaction,
                                              const FactImport& import)
{
    if (import.state != ImportState::done) return settled();
    TRY(database::take_turn(transaction, database::Turn::among_others));
    std::vector<FactConflict> refused;
    const auto rows = TRY(imported_rows(transaction, import.id));
    TRY(hold_imported(transaction, rows));
    for (const auto& row : rows) {
        const auto now = TRY(fact_by_id(transaction, row.fact));
        TRY(context.require(record_facts, organisation::scope_of(now.agency)));
        if (now.standing == Standing::superseded) {
            refused.push_back(
                {.row = row.number,
                 .column = fact_column_title("code"),
                 .error = {.kind = Failure::conflict, .key = "evidence.import.changed_since"}});
            continue;
        }
        const auto undoing = TRY(undoing_of(transaction, now, row));
        const auto subjects = TRY(subjects_of(transaction, row.before ? row.before : now.id));
        const auto id = TRY(record_about(context, transaction, undoing, subjects));
        TRY(transaction.change_one(sql::undo_import_row, import.id, row.number, id));
    }
    if (!refused.empty()) return refused;
    TRY(transaction.change_one(sql::undo_import, import.id, context.now()));
    TRY(record_step(context, transaction, "evidence.import.undone", import, detail_of(import)));
    return refused;
}

Result<std::vector<ImportedRow>> imported_rows(database::Transaction& transaction, ImportId import)
{
    return transaction.all(sql::import_rows, imported_from, import);
}

Result<std::string> import_in_words(database::Transaction& transaction, FactId fact)
{
    const auto words = [](const database::Row& row) {
        return "Tệp “" + row.string("file_name") + "”, dòng " +
               std::to_string(row.integer("number"));
    };
    const auto found = TRY(transaction.maybe_one(sql::import_of_fact, words, fact));
    return found.value_or("");
}

}  // namespace caicach::evidence
