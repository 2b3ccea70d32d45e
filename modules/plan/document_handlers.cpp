#include <utility>

#include "audit/api.hpp"
#include "plan/conflict_views.hpp"
#include "plan/document_form.hpp"
#include "plan/draft_access.hpp"
#include "plan/item_editing.hpp"
#include "plan/paths.hpp"
#include "web/components/frame.hpp"

namespace caicach::plan
{
namespace
{

Result<DocumentPage> load_document(const Context& context, database::Transaction& transaction,
                                   const Edition& edition, http::Form form)
{
    DocumentPage page{.form = std::move(form)};
    const auto day = day_of(context, edition);
    page.review = TRY(load_review(context, transaction, edition));
    page.agencies = TRY(organisation::agencies_on(transaction, day));
    const auto coordinator = TRY(organisation::agency_by_id(transaction, edition.coordinator, day));
    page.coordinator_code = coordinator.code;
    return page;
}

Result<http::Response> document_conflict(const Context& context, database::Transaction& transaction,
                                         const http::Request& request, const Edition& stored,
                                         const DocumentFacts& mine)
{
    const auto entries = TRY(audit::entries_of(transaction, "plan.edition", stored.id.value));
    Conflict conflict{.edition = stored,
                      .who = "Người khác",
                      .when = context.now(),
                      .mine = compared_rows(mine),
                      .theirs = compared_rows(stored.document),
                      .values = values_again(request, stored.version),
                      .action = draft_path(stored, "van-ban"),
                      .their_path = draft_path(stored, "van-ban")};
    for (const auto& entry : entries) {
        if (entry.action != "plan.document.changed") continue;
        conflict.who = entry.actor_name;
        conflict.when = entry.at;
        break;
    }
    return conflict_page(context, conflict);
}

/// Who coordinates the plan from now on; whoever hands it over must hold the new agency too.
Result<void> change_coordinator(const Context& context, database::Transaction& transaction,
                                const http::Request& request, Edition& edition)
{
    const auto code = TRY(request.maybe_text("coordinator"));
    if (!code) return {};
    const auto agency = organisation::agency_by_code(transaction, *code, day_of(context, edition));
    if (!agency) return failure(Failure::invalid, "plan.coordinator_unknown", "coordinator");
    if (agency->id == edition.coordinator) return {};
    TRY(context.require(review_plans, organisation::scope_of(agency->id)));
    auto editions = EditionStore{transaction};
    return editions.set_coordinator(edition, agency->id);
}

Result<void> save(Context& context, database::Transaction& transaction,
                  const http::Request& request, Edition& edition)
{
    auto editions = EditionStore{transaction};
    TRY(editions.hold_draft(edition.id));
    TRY(change_coordinator(context, transaction, request, edition));
    if (request.checked("notes_seen")) edition.notes.clear();
    TRY(editions.save(edition));
    return context.record(transaction, "plan.document.changed", "plan.edition", edition.id.value);
}

}  // namespace

Result<http::Response> show_document(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    if (edition.state != EditionState::draft) return http::redirect(draft_path(edition));
    const auto page = TRY(load_document(context, transaction, edition, form_of(edition.document)));
    return document_page(context, page);
}

Result<http::Response> save_document(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto edition = TRY(draft_of(context, transaction, request, review_plans));
    const auto stored = edition;
    http::Form form{request};
    edition.document = read_document(form, request);
    if (!form.has_errors()) {
        edition.version = TRY(request.integer("version", {.lowest = 1}));
        if (edition.version != stored.version) {
            return document_conflict(context, transaction, request, stored, edition.document);
        }
        auto saved = save(context, transaction, request, edition);
        if (saved) {
            TRY(transaction.commit());
            return web::redirect_with(draft_path(edition, "van-ban"), "plan.flash.saved");
        }
        if (saved.error().kind != Failure::invalid) return tl::unexpected<Error>(saved.error());
        form.add(std::move(saved).error());
    }
    const auto page = TRY(load_document(context, transaction, stored, std::move(form)));
    return document_page(context, page);
}

}  // namespace caicach::plan
