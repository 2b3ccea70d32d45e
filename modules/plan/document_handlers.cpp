#include "plan/document_handlers.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "audit/api.hpp"
#include "plan/conflict_views.hpp"
#include "plan/document_form.hpp"
#include "plan/document_views.hpp"
#include "plan/draft_access.hpp"
#include "plan/item_editing.hpp"
#include "plan/limits.hpp"
#include "plan/merging.hpp"
#include "plan/open_card_views.hpp"
#include "plan/paths.hpp"

namespace caicach::plan
{
namespace
{

Result<DocumentPage> load_document(const Context& context, database::Transaction& transaction,
                                   const Edition& edition)
{
    DocumentPage page;
    const auto day = edition.day();
    auto editions = EditionStore{transaction};
    page.review = TRY(load_review(context, transaction, edition));
    page.document = TRY(editions.document(edition));
    page.form = form_of(page.document);
    page.agencies = TRY(organisation::agencies_on(transaction, day));
    const auto coordinator = TRY(organisation::agency_by_id(transaction, edition.coordinator, day));
    page.coordinator_code = coordinator.code;
    page.base = base_text(sent_by(page.document, page.coordinator_code));
    return page;
}

Result<http::Response> faulty_document(const Context& context, database::Transaction& transaction,
                                       const http::Request& request, const Edition& edition,
                                       http::Form form)
{
    auto page = TRY(load_document(context, transaction, edition));
    page.form = std::move(form);
    if (request.has(base_field)) page.base = request.raw(base_field);
    return request.is_htmx() ? document_faults(context, page) : document_page(context, page);
}

/// Who last saved the document's facts, and when.
Result<audit::Entry> last_saver(database::Transaction& transaction, const Edition& edition)
{
    const auto entries = TRY(audit::entries_of(transaction, "plan.edition", edition.id.value));
    const auto found = std::ranges::find(entries, "plan.document.changed", &audit::Entry::action);
    if (found == entries.end()) return audit::Entry{.actor_name = "Người khác"};
    return *found;
}

/// Who coordinates the plan from now on, where the form says so.
Result<organisation::AgencyId> coordinator_in(database::Transaction& transaction,
                                              const http::Request& request, const Edition& edition)
{
    const auto code = TRY(request.maybe_text("coordinator"));
    if (!code) return edition.coordinator;
    const auto agency = organisation::agency_by_code(transaction, *code, edition.day());
    if (agency) return agency->id;
    const auto meant = TRY(organisation::resolve_name(transaction, *code, edition.day()));
    if (const auto* named = std::get_if<organisation::AgencyId>(&meant)) return *named;
    return failure(Failure::invalid, "plan.coordinator_unknown", "coordinator");
}

Result<std::string> coordinator_code(database::Transaction& transaction, const Edition& edition,
                                     const DocumentRecord& document)
{
    const auto agency =
        TRY(organisation::agency_by_id(transaction, document.coordinator, edition.day()));
    return agency.code;
}

/// What both changed, and who was first.
Result<http::Response> document_conflict(const Context& context, database::Transaction& transaction,
                                         const http::Request& request, const Edition& stored,
                                         const Merged<DocumentRecord>& merged,
                                         const audit::Entry& saver)
{
    const auto mine = TRY(coordinator_code(transaction, stored, merged.wanted));
    const auto theirs = TRY(coordinator_code(transaction, stored, merged.kept));
    const Conflict conflict{.edition = stored,
                            .who = saver.actor_name,
                            .when = saver.at,
                            .mine = compared_rows(merged.wanted),
                            .theirs = compared_rows(merged.kept),
                            .values = values_again(sent_by(merged.wanted, mine),
                                                   sent_by(merged.kept, theirs), stored.version),
                            .action = draft_path(stored, "van-ban"),
                            .their_path = draft_path(stored, "van-ban")};
    return request.is_htmx() ? conflict_part(context, conflict) : conflict_page(context, conflict);
}

Result<DocumentRecord> read_whole_document(database::Transaction& transaction, http::Form& form,
                                           const http::Request& request, const Edition& edition,
                                           const DocumentRecord& stored)
{
    auto document = read_document(form, request, stored);
    document.coordinator = form.take(coordinator_in(transaction, request, edition));
    return document;
}

/// The versions that meet where the document `mine` was sent.
Result<Versions<DocumentRecord>> versions_of(database::Transaction& transaction,
                                             const http::Request& request, const Edition& edition,
                                             const DocumentRecord& mine,
                                             const DocumentRecord& stored)
{
    const auto version = TRY(request.integer("version", {.lowest = 1}));
    const auto code = TRY(coordinator_code(transaction, edition, stored));
    const auto untouched = TRY(as_request(sent_by(stored, code)));
    http::Form form;
    auto shown = TRY(read_whole_document(transaction, form, untouched, edition, stored));
    Versions<DocumentRecord> versions{.mine = mine, .stored = stored, .shown = std::move(shown)};
    if (const auto base = base_of(request)) {
        versions.base = TRY(read_whole_document(transaction, form, *base, edition, stored));
    } else if (version == edition.version) {
        versions.base = versions.shown;
    }
    return versions;
}

}  // namespace

Result<http::Response> show_document(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    if (edition.state != EditionState::draft) return http::redirect(draft_path(edition));
    const auto page = TRY(load_document(context, transaction, edition));
    return document_page(context, page);
}

Result<http::Response> save_document(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto stored = TRY(draft_of(context, transaction, request, review_plans));
    auto editions = EditionStore{transaction};
    const auto before = TRY(editions.document(stored));
    http::Form form{request};
    const auto mine = TRY(read_whole_document(transaction, form, request, stored, before));
    const auto versions = TRY(versions_of(transaction, request, stored, mine, before));
    if (form.has_errors()) {
        return faulty_document(context, transaction, request, stored, std::move(form));
    }
    const auto saver = TRY(last_saver(transaction, stored));
    const auto merged = merge(versions);
    auto review = Review{context, transaction, stored};
    if (merged.has_changes) TRY(review.change_document(merged.kept, stored.version));
    const auto saved = TRY(editions.find(stored.id));
    auto page = TRY(load_document(context, transaction, saved));
    if (merged.is_contested) {
        auto answer = TRY(document_conflict(context, transaction, request, saved, merged, saver));
        TRY(transaction.commit());
        return answer;
    }
    TRY(transaction.commit());
    page.news = news_for(sent_by(mine, {}), sent_by(merged.kept, {}));
    if (request.is_htmx()) return document_parts(context, page);
    return web::redirect_with(draft_path(saved, "van-ban"), "plan.flash.saved");
}

Result<http::Response> settle_note(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    const auto key = TRY(request.text("key"));
    const auto text = TRY(request.maybe_text("about", limits::field_characters)).value_or("");
    const Note note{.key = key, .text = text};
    auto review = Review{context, transaction, edition};
    const auto settled = review.settle_note(note);
    if (!settled && settled.error().kind == Failure::conflict) {
        if (!request.is_htmx()) return stopped_page(context, edition, settled.error());
        return look_again_part(context, settled.error());
    }
    if (!settled) return tl::unexpected<Error>(settled.error());
    auto editions = EditionStore{transaction};
    const auto saved = TRY(editions.find(edition.id));
    const auto page = TRY(load_review(context, transaction, saved));
    TRY(transaction.commit());
    if (request.is_htmx()) return settled_note_parts(context, page, note);
    return http::redirect(draft_path(edition, "can-xu-ly"));
}

}  // namespace caicach::plan
