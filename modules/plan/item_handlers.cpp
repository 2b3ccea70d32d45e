#include "plan/item_handlers.hpp"

#include <algorithm>
#include <utility>

#include "audit/api.hpp"
#include "plan/conflict_views.hpp"
#include "plan/draft_access.hpp"
#include "plan/item_editing.hpp"
#include "plan/item_form.hpp"
#include "plan/item_views.hpp"
#include "plan/merging.hpp"
#include "plan/paths.hpp"
#include "web/components/frame.hpp"

namespace caicach::plan
{
namespace
{

Result<void> check_draft(const Edition& edition)
{
    if (edition.state == EditionState::draft) return {};
    return failure(Failure::conflict, "plan.not_a_draft", {}, {std::string{label(edition.state)}});
}

/// Who saved the stored version, and when.
Result<audit::Entry> last_saver(database::Transaction& transaction, ItemId item)
{
    const auto entries = TRY(audit::entries_of(transaction, "plan.item", item.value, {.size = 1}));
    if (entries.empty()) return audit::Entry{.actor_name = "Người khác"};
    return entries.front();
}

/// What both changed, and who was first.
http::Response item_conflict(const Context& context, const http::Request& request,
                             const Edition& edition, const Item& wanted, const Item& stored,
                             const audit::Entry& saver)
{
    const Conflict conflict{
        .edition = edition,
        .who = saver.actor_name,
        .when = saver.at,
        .mine = compared_rows(wanted),
        .theirs = compared_rows(stored),
        .values = values_again(sent_by(wanted), sent_by(stored), stored.version),
        .action = draft_item_path(edition, wanted),
        .their_path = review_path(edition, wanted)};
    return request.is_htmx() ? conflict_part(context, conflict) : conflict_page(context, conflict);
}

/// The versions that meet where the item `mine` was sent.
Result<Versions<Item>> versions_of(const http::Request& request, const Item& mine,
                                   const Item& stored, MentionResolver& resolver)
{
    const auto untouched = TRY(as_request(sent_by(stored)));
    http::Form form;
    auto shown = TRY(read_item(form, untouched, stored, resolver));
    Versions<Item> versions{.mine = mine, .stored = stored, .shown = std::move(shown)};
    if (const auto base = base_of(request)) {
        versions.base = TRY(read_item(form, *base, stored, resolver));
    } else if (mine.version == stored.version) {
        versions.base = versions.shown;
    }
    return versions;
}

Result<http::Response> faulty_item(const Context& context, database::Transaction& transaction,
                                   const http::Request& request, const Edition& edition, Item item,
                                   http::Form form)
{
    auto page = TRY(load_editor(context, transaction, edition, std::move(item), std::move(form)));
    if (request.has(base_field)) page.base = request.raw(base_field);
    if (request.is_htmx()) return item_faults(context, page);
    page.review.agencies = TRY(offered_names(transaction, edition.day()));
    return item_page(context, page);
}

}  // namespace

Result<http::Response> show_item(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    if (edition.state != EditionState::draft) return http::redirect(draft_path(edition));
    auto item = TRY(item_in(transaction, edition, request));
    auto form = form_of(item);
    auto page = TRY(load_editor(context, transaction, edition, std::move(item), std::move(form)));
    if (request.is_htmx()) return item_editor_part(context, page);
    page.review.agencies = TRY(offered_names(transaction, edition.day()));
    return item_page(context, page);
}

Result<http::Response> save_item(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    const auto stored = TRY(item_in(transaction, edition, request));
    http::Form form{request};
    auto resolver = MentionResolver{transaction, edition.day()};
    auto mine = TRY(read_item(form, request, stored, resolver));
    mine.version = TRY(request.integer("version", {.lowest = 1}));
    if (form.has_errors()) {
        return faulty_item(context, transaction, request, edition, std::move(mine),
                           std::move(form));
    }
    const auto saver = TRY(last_saver(transaction, stored.id));
    const auto versions = TRY(versions_of(request, mine, stored, resolver));
    auto merged = merge(versions);
    auto review = Review{context, transaction, edition};
    if (merged.has_changes) merged.kept = TRY(review.change(merged.kept));
    auto fresh = form_of(merged.kept);
    auto page = TRY(load_editor(context, transaction, edition, merged.kept, std::move(fresh)));
    TRY(transaction.commit());
    if (merged.is_contested) {
        return item_conflict(context, request, edition, merged.wanted, merged.kept, saver);
    }
    page.news = news_for(sent_by(mine), sent_by(merged.kept));
    if (request.is_htmx()) return saved_parts(context, page);
    return http::redirect(review_path(edition, merged.kept));
}

Result<http::Response> show_new_item(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    TRY(check_draft(edition));
    const auto page = TRY(load_new_item(context, transaction, edition, request));
    return new_item_page(context, page);
}

Result<http::Response> create_item(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    auto page = TRY(load_new_item(context, transaction, edition, request));
    page.form = http::Form{request};
    auto resolver = MentionResolver{transaction, edition.day()};
    page.item = TRY(read_item(page.form, request, page.item, resolver));
    if (page.form.has_errors()) return new_item_page(context, page);
    auto review = Review{context, transaction, edition};
    const auto added = TRY(review.add(page.item, page.after ? page.after->id : ItemId{}));
    TRY(transaction.commit());
    return http::redirect(review_path(edition, added));
}

Result<http::Response> show_split(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    TRY(check_draft(edition));
    ItemEditorPage page;
    page.item = TRY(item_in(transaction, edition, request));
    page.review = TRY(load_review(context, transaction, edition));
    return split_page(context, page);
}

}  // namespace caicach::plan
