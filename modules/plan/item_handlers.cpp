#include "plan/item_handlers.hpp"

#include <algorithm>
#include <utility>

#include "audit/api.hpp"
#include "plan/conflict_views.hpp"
#include "plan/draft_access.hpp"
#include "plan/item_editing.hpp"
#include "plan/item_form.hpp"
#include "plan/item_views.hpp"
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

/// Both versions, with who saved the stored one.
Result<http::Response> item_conflict(const Context& context, database::Transaction& transaction,
                                     const http::Request& request, const Edition& edition,
                                     const Item& mine)
{
    auto items = ItemStore{transaction};
    const auto stored = TRY(items.find(mine.id));
    const auto entries =
        TRY(audit::entries_of(transaction, "plan.item", mine.id.value, {.size = 1}));
    Conflict conflict{.edition = edition,
                      .who = entries.empty() ? "Người khác" : entries.front().actor_name,
                      .when = entries.empty() ? context.now() : entries.front().at,
                      .mine = compared_rows(mine),
                      .theirs = compared_rows(stored),
                      .values = values_again(request, stored.version),
                      .action = draft_item_path(edition, mine),
                      .their_path = review_path(edition, mine)};
    return request.is_htmx() ? conflict_part(context, conflict) : conflict_page(context, conflict);
}

Result<http::Response> faulty_item(const Context& context, database::Transaction& transaction,
                                   const http::Request& request, const Edition& edition, Item item,
                                   http::Form form)
{
    auto page = TRY(load_editor(context, transaction, edition, std::move(item), std::move(form)));
    if (request.is_htmx()) return item_faults(context, page);
    page.review.agencies = TRY(agency_names(transaction, edition.day()));
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
    page.review.agencies = TRY(agency_names(transaction, edition.day()));
    return item_page(context, page);
}

Result<http::Response> save_item(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    const auto stored = TRY(item_in(transaction, edition, request));
    http::Form form{request};
    auto resolver = MentionResolver{transaction, edition.day()};
    auto item = TRY(read_item(form, request, stored, resolver));
    item.version = TRY(request.integer("version", {.lowest = 1}));
    if (form.has_errors()) {
        return faulty_item(context, transaction, request, edition, std::move(item),
                           std::move(form));
    }
    auto review = Review{context, transaction, edition};
    const auto saved = review.change(item);
    if (!saved && saved.error().key == "base.changed_meanwhile") {
        return item_conflict(context, transaction, request, edition, item);
    }
    if (!saved) return tl::unexpected<Error>(saved.error());
    auto fresh = form_of(*saved);
    const auto page = TRY(load_editor(context, transaction, edition, *saved, std::move(fresh)));
    TRY(transaction.commit());
    if (request.is_htmx()) return saved_parts(context, page);
    return http::redirect(review_path(edition, *saved));
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
