#include "plan/document_handlers.hpp"

#include <utility>

#include "audit/api.hpp"
#include "plan/conflict_views.hpp"
#include "plan/document_form.hpp"
#include "plan/document_views.hpp"
#include "plan/draft_access.hpp"
#include "plan/item_editing.hpp"
#include "plan/limits.hpp"
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
    return page;
}

Result<http::Response> faulty_document(const Context& context, database::Transaction& transaction,
                                       const http::Request& request, const Edition& edition,
                                       http::Form form)
{
    auto page = TRY(load_document(context, transaction, edition));
    page.form = std::move(form);
    return request.is_htmx() ? document_faults(context, page) : document_page(context, page);
}

Result<http::Response> document_conflict(const Context& context, database::Transaction& transaction,
                                         const http::Request& request, const Edition& stored,
                                         const DocumentRecord& mine)
{
    auto editions = EditionStore{transaction};
    const auto theirs = TRY(editions.document(stored));
    const auto entries = TRY(audit::entries_of(transaction, "plan.edition", stored.id.value));
    Conflict conflict{.edition = stored,
                      .who = "Người khác",
                      .when = context.now(),
                      .mine = compared_rows(mine),
                      .theirs = compared_rows(theirs),
                      .values = values_again(request, stored.version),
                      .action = draft_path(stored, "van-ban"),
                      .their_path = draft_path(stored, "van-ban")};
    for (const auto& entry : entries) {
        if (entry.action != "plan.document.changed") continue;
        conflict.who = entry.actor_name;
        conflict.when = entry.at;
        break;
    }
    return request.is_htmx() ? conflict_part(context, conflict) : conflict_page(context, conflict);
}

/// Who coordinates the plan from now on, where the form says so.
Result<organisation::AgencyId> coordinator_in(database::Transaction& transaction,
                                              const http::Request& request, const Edition& edition)
{
    const auto code = TRY(request.maybe_text("coordinator"));
    if (!code) return edition.coordinator;
    const auto agency = organisation::agency_by_code(transaction, *code, edition.day());
    if (!agency) return failure(Failure::invalid, "plan.coordinator_unknown", "coordinator");
    return agency->id;
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
    auto document = read_document(form, request, before);
    document.coordinator = form.take(coordinator_in(transaction, request, stored));
    const auto version = TRY(request.integer("version", {.lowest = 1}));
    if (form.has_errors()) {
        return faulty_document(context, transaction, request, stored, std::move(form));
    }
    if (version != stored.version) {
        return document_conflict(context, transaction, request, stored, document);
    }
    auto review = Review{context, transaction, stored};
    TRY(review.change_document(document, version));
    const auto saved = TRY(editions.find(stored.id));
    const auto page = TRY(load_document(context, transaction, saved));
    TRY(transaction.commit());
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
