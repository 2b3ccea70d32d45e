#include "obligation/draft/draft.hpp"

#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

/// What files of drafts are for, until a result is reported with them.
constexpr std::string_view draft_file_use = "obligation.draft";

struct DraftVersionTag;
using DraftVersion = Id<DraftVersionTag>;

Draft draft_from(const database::Row& row)
{
    return {.obligation = row.id<ObligationId>("obligation_id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .text = {.title = row.string("title"),
                     .happened_on = row.string("happened_on"),
                     .quantity = row.string("quantity"),
                     .link = row.string("link"),
                     .subjects = evidence::typed_subjects_of(row.string("subjects"))},
            .file = row.id<attachment::AttachmentId>("attachment_id"),
            .saved_by = row.id<AccountId>("saved_by"),
            .saved_at = row.instant("saved_at"),
            .version = row.integer("version")};
}

Instant oldest(Instant now) { return now + -limits::draft_seconds; }

/// With what the camera noted in it.
Result<void> remove_file(Context& context, database::Transaction& transaction,
                         attachment::AttachmentId file)
{
    TRY(evidence::forget_photo_note(transaction, file));
    return attachment::remove(context, transaction, file);
}

/// With its file; nothing where somebody removed or saved it meanwhile.
Result<bool> remove_row(Context& context, database::Transaction& transaction, const Draft& draft,
                        attachment::AttachmentId used_file)
{
    const auto removed =
        TRY(transaction.change(sql::remove_draft, draft.obligation, draft.version));
    if (removed == 1 && draft.file && draft.file != used_file)
        TRY(remove_file(context, transaction, draft.file));
    return removed == 1;
}

Result<void> remove_old(Context& context, database::Transaction& transaction)
{
    const auto old = TRY(transaction.all(sql::drafts_before, draft_from, oldest(context.now()),
                                         limits::old_drafts_removed_at_once));
    for (const auto& draft : old) TRY(remove_row(context, transaction, draft, {}));
    return {};
}

/// The stored one, which must be the one that the person saw. Who saw one that is gone since (given
/// up, or too old) begins a new one.
Result<std::optional<Draft>> seen(Context& context, database::Transaction& transaction,
                                  const Obligation& obligation, std::int64_t version)
{
    auto found = TRY(transaction.maybe_one(sql::draft_of, draft_from, obligation.id));
    if (found && found->saved_at <= oldest(context.now())) {
        TRY(remove_row(context, transaction, *found, {}));
        found.reset();
    }
    if (found && found->version != version)
        return failure(Failure::conflict, "obligation.draft.changed");
    return found;
}

Result<void> check_room(database::Transaction& transaction, organisation::AgencyId agency)
{
    const auto count = [](const database::Row& row) { return row.integer("count"); };
    const auto others = TRY(transaction.one(sql::count_drafts_of_agency, count, agency));
    if (others < limits::drafts_of_agency_max) return {};
    return failure(Failure::conflict, "obligation.draft.too_many", "title",
                   {std::to_string(limits::drafts_of_agency_max)});
}

Result<void> insert(Context& context, database::Transaction& transaction, const Draft& draft)
{
    TRY(check_room(transaction, draft.agency));
    const auto inserted = TRY(transaction.change(
        sql::insert_draft, draft.obligation, draft.agency, draft.text.title, draft.text.happened_on,
        draft.text.quantity, draft.text.link, evidence::as_text(draft.text.subjects), draft.file,
        draft.saved_by, draft.saved_at, draft.version));
    if (inserted == 0) return failure(Failure::conflict, "obligation.draft.changed");
    return context.record(transaction, "obligation.draft.begun", "obligation",
                          draft.obligation.value);
}

/// Pauses in typing are no steps of anybody's; another person's hand is.
Result<void> update(Context& context, database::Transaction& transaction, const Draft& draft,
                    const Draft& before)
{
    const auto changed = TRY(transaction.change(
        sql::save_draft, draft.obligation, draft.text.title, draft.text.happened_on,
        draft.text.quantity, draft.text.link, evidence::as_text(draft.text.subjects), draft.file,
        draft.saved_by, draft.saved_at, draft.version, before.version));
    if (changed == 0) return failure(Failure::conflict, "obligation.draft.changed");
    if (draft.saved_by == before.saved_by) return {};
    return context.record(transaction, "obligation.draft.taken_over", "obligation",
                          draft.obligation.value);
}

/// The file that the draft has from now on.
Result<attachment::AttachmentId> file_after(Context& context, database::Transaction& transaction,
                                            const DraftChange& change, const Draft& draft,
                                            attachment::AttachmentId before)
{
    if (!change.file)
        return change.file_before == FileOfDraft::keep ? before : attachment::AttachmentId{};
    auto file = *change.file;
    file.use = draft_file_use;
    file.count_max = 1;
    // Each file is an object of its own, so that it can be taken back.
    const auto added = TRY(attachment::add(context, transaction, file, draft.version));
    if (change.photo) TRY(evidence::keep_photo_note(transaction, added.id, *change.photo));
    return added.id;
}

}  // namespace

Result<std::optional<Draft>> draft_of(database::Transaction& transaction, ObligationId obligation,
                                      Instant now)
{
    auto found = TRY(transaction.maybe_one(sql::draft_of, draft_from, obligation));
    if (found && found->saved_at <= oldest(now)) found.reset();
    return found;
}

Result<std::unordered_set<std::int64_t>> drafts_of(database::Transaction& transaction,
                                                   organisation::AgencyId agency, Instant now)
{
    const auto id = [](const database::Row& row) { return row.integer("obligation_id"); };
    const auto all = TRY(transaction.all(sql::drafts_of_agency, id, agency, oldest(now),
                                         limits::drafts_of_agency_max));
    return std::unordered_set<std::int64_t>{all.begin(), all.end()};
}

Result<Draft> save_draft(Context& context, database::Transaction& transaction,
                         const Obligation& obligation, const DraftChange& change)
{
    TRY(require_for(context, transaction, report_work, obligation));
    return keep_draft(context, transaction, obligation, change);
}

Result<Draft> keep_draft(Context& context, database::Transaction& transaction,
                         const Obligation& obligation, const DraftChange& change)
{
    if (obligation.closing == Closing::closed)
        return failure(Failure::conflict, "obligation.closed");
    TRY(remove_old(context, transaction));
    const auto before = TRY(seen(context, transaction, obligation, change.version));
    Draft draft{.obligation = obligation.id,
                .agency = obligation.agency,
                .text = change.text,
                .saved_by = context.actor().account,
                .saved_at = context.now(),
                .version = make_id<DraftVersion>().value};
    const auto file_before = before ? before->file : attachment::AttachmentId{};
    draft.file = TRY(file_after(context, transaction, change, draft, file_before));
    if (before) {
        TRY(update(context, transaction, draft, *before));
    } else {
        TRY(insert(context, transaction, draft));
    }
    if (file_before && file_before != draft.file)
        TRY(remove_file(context, transaction, file_before));
    return draft;
}

Result<void> drop_draft(Context& context, database::Transaction& transaction,
                        const Obligation& obligation, std::int64_t version)
{
    TRY(require_for(context, transaction, report_work, obligation));
    const auto found = TRY(seen(context, transaction, obligation, version));
    if (!found) return {};
    const bool removed = TRY(remove_row(context, transaction, *found, {}));
    if (!removed) return failure(Failure::conflict, "obligation.draft.changed");
    return context.record(transaction, "obligation.draft.dropped", "obligation",
                          obligation.id.value);
}

Result<void> end_draft(Context& context, database::Transaction& transaction, const Draft& draft,
                       attachment::AttachmentId used_file)
{
    TRY(remove_row(context, transaction, draft, used_file));
    return {};
}

Result<void> answer_for_draft_file(Context& context, database::Transaction& transaction,
                                   const attachment::FileAsked& asked)
{
    const auto owner = [](const database::Row& row) {
        return row.id<ObligationId>("obligation_id");
    };
    const auto id = TRY(transaction.maybe_one(sql::obligation_of_draft_file, owner, asked.file));
    if (!id || asked.may_be_read) return {};
    const auto obligation = TRY(ObligationStore{transaction}.find(*id));
    asked.may_be_read = TRY(may_for(context, transaction, report_work, obligation));
    return {};
}

}  // namespace caicach::obligation
