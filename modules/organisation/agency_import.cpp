#include "organisation/agency_import.hpp"

#include <utility>

#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "manifest/context.hpp"
#include "organisation/import_steps.hpp"
#include "organisation/limits.hpp"
#include "organisation/sql.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

constexpr std::string_view object_type = "organisation.import";

ImportState state_named(std::string_view key)
{
    if (key == "done") return ImportState::done;
    return key == "undone" ? ImportState::undone : ImportState::proposed;
}

AgencyImport import_from(const database::Row& row)
{
    const auto number = [&](std::string_view name) { return static_cast<int>(row.integer(name)); };
    return {.id = row.id<ImportId>("id"),
            .code = row.string("code"),
            .file_name = row.string("file_name"),
            .content = row.string("content"),
            .day = row.date("day"),
            .state = state_named(row.text("state")),
            .created = number("created"),
            .changed = number("changed"),
            .unchanged = number("unchanged"),
            .proposed_at = row.instant("proposed_at"),
            .proposed_by = row.string("proposed_by"),
            .done_at = row.maybe_instant("done_at"),
            .undone_at = row.maybe_instant("undone_at")};
}

tl::unexpected<Error> settled()
{
    return failure(Failure::conflict, "organisation.import.settled");
}

json::Value detail_of(const AgencyImport& import)
{
    return json::Value::object().set("file", import.file_name).set("day", import.day.iso());
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    const AgencyImport& import, const json::Value& detail)
{
    return context.record(transaction, action, object_type, import.id.value, json::dump(detail));
}

/// Counted by all the modules above: accounts, items of plans.
UsesOf uses_above(Context& context, database::Transaction& transaction)
{
    return [&](AgencyId agency) -> Result<std::vector<std::string>> {
        std::vector<std::string> uses;
        TRY(context.publish(transaction, AgencyUsesAsked{.agency = agency, .uses = &uses}));
        return uses;
    };
}

}  // namespace

Result<std::string> propose_import(Context& context, database::Transaction& transaction,
                                   const NewImport& import)
{
    const auto records = TRY(document::read_records(import.bytes));
    const auto known = TRY(kinds(transaction));
    // Only to refuse at once what is no table of agencies.
    TRY(read_agency_sheet(records, known));
    constexpr std::int64_t seconds_a_day = 86'400;
    TRY(transaction.change(sql::delete_old_proposals,
                           context.now() + -limits::proposal_days * seconds_a_day));
    AgencyImport kept{.id = make_id<ImportId>(),
                      .code = crypto::make_public_code(),
                      .file_name = text::shorten(text::squeeze(text::clean_input(import.file_name)),
                                                 limits::name_length_max),
                      .day = import.day};
    TRY(transaction.change_one(sql::insert_import, kept.id, kept.code, kept.file_name,
                               document::text_of_records(records), kept.day, context.now(),
                               context.actor().name));
    TRY(record(context, transaction, "organisation.import.proposed", kept, detail_of(kept)));
    return kept.code;
}

Result<AgencyImport> import_by_code(database::Transaction& transaction, std::string_view code)
{
    auto found = TRY(transaction.maybe_one(sql::import_by_code, import_from, code));
    if (!found) return failure(Failure::not_found, "organisation.import.not_found");
    return std::move(*found);
}

Result<std::vector<AgencyImport>> imports(database::Transaction& transaction)
{
    return transaction.all(sql::imports, import_from);
}

Result<AgencyComparison> comparison_of(database::Transaction& transaction,
                                       const AgencyImport& import)
{
    auto directory = TRY(DirectoryState::load(transaction, import.day));
    const auto records = TRY(document::records_of_text(import.content));
    const auto sheet = TRY(read_agency_sheet(records, directory.kinds()));
    return compare(std::move(directory), sheet);
}

Result<void> carry_out(Context& context, database::Transaction& transaction,
                       const AgencyImport& import, std::string_view stamp)
{
    if (import.state != ImportState::proposed) return settled();
    const auto comparison = TRY(comparison_of(transaction, import));
    if (!comparison.conflicts.empty())
        return failure(Failure::conflict, "organisation.import.conflicts", "file",
                       {std::to_string(comparison.conflicts.size())});
    if (!stamp.empty() && stamp != comparison.stamp())
        return failure(Failure::conflict, "organisation.import.directory_changed", "file");
    TRY(take_over(context, transaction, import.id, comparison));
    const int created = comparison.count(RowOutcome::created);
    const int changed = comparison.count(RowOutcome::changed);
    TRY(transaction.change_one(sql::finish_import, import.id, context.now(), created, changed,
                               comparison.count(RowOutcome::unchanged)));
    TRY(context.publish(transaction, DirectoryChanged{}));
    return record(context, transaction, "organisation.import.done", import,
                  detail_of(import).set("created", created).set("changed", changed));
}

Result<void> discard_import(Context& context, database::Transaction& transaction,
                            const AgencyImport& import)
{
    if (import.state != ImportState::proposed) return settled();
    TRY(transaction.change_one(sql::delete_proposal, import.id));
    return record(context, transaction, "organisation.import.discarded", import, detail_of(import));
}

Result<std::vector<SheetConflict>> undo_import(Context& context, database::Transaction& transaction,
                                               const AgencyImport& import)
{
    if (import.state != ImportState::done) return settled();
    auto back = TRY(take_back(transaction, import.id, uses_above(context, transaction)));
    if (!back.conflicts.empty()) return std::move(back.conflicts);
    const auto by_import = json::dump(json::Value::object().set("import", import.id.value));
    for (const auto agency : back.removed)
        TRY(context.record(transaction, "organisation.agency.removed", "organisation.agency",
                           agency.value, by_import));
    TRY(transaction.change_one(sql::undo_import, import.id, context.now()));
    TRY(context.publish(transaction, DirectoryChanged{}));
    TRY(record(context, transaction, "organisation.import.undone", import, detail_of(import)));
    return std::vector<SheetConflict>{};
}

Result<std::vector<ImportedRow>> imported_rows(database::Transaction& transaction, ImportId import)
{
    const auto row_from = [](const database::Row& row) {
        return ImportedRow{.number = static_cast<int>(row.integer("number")),
                           .is_new = row.boolean("is_new"),
                           .name = row.string("name"),
                           .text = row.string("text"),
                           .slug = row.string("slug")};
    };
    return transaction.all(sql::import_rows, row_from, import);
}

std::string text_of(const std::vector<FieldChange>& fields)
{
    const auto shown = [](const std::string& value) {
        return value.empty() ? std::string("(trống)") : value;
    };
    std::string text;
    for (const auto& field : fields) {
        if (!text.empty()) text += "; ";
        text.append(field.title).append(": ").append(shown(field.before));
        text.append(" → ").append(shown(field.after));
    }
    return text;
}

Result<ImportReport> import_agencies_file(Context& context, const ImportFile& file)
{
    auto transaction = TRY(context.begin());
    auto code =
        TRY(propose_import(context, transaction,
                           {.file_name = file.name, .bytes = file.bytes, .day = context.today()}));
    const auto proposal = TRY(import_by_code(transaction, code));
    const auto comparison = TRY(comparison_of(transaction, proposal));
    ImportReport report{.created = comparison.count(RowOutcome::created),
                        .changed = comparison.count(RowOutcome::changed),
                        .unchanged = comparison.count(RowOutcome::unchanged),
                        .unused_columns = comparison.unused_columns};
    for (const auto& conflict : comparison.conflicts)
        report.conflicts.push_back({conflict.row, std::string(conflict.column), conflict.error});
    if (file.is_dry_run || !report.conflicts.empty()) return report;
    TRY(carry_out(context, transaction, proposal));
    TRY(transaction.commit());
    report.code = std::move(code);
    return report;
}

}  // namespace caicach::organisation
