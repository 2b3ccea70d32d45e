#include "plan/review_handlers.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "plan/conflict_views.hpp"
#include "plan/cut.hpp"
#include "plan/draft_access.hpp"
#include "plan/item_views.hpp"
#include "plan/open_card_views.hpp"
#include "plan/paths.hpp"
#include "plan/review_page.hpp"
#include "plan/review_views.hpp"

namespace caicach::plan
{
namespace
{

Result<std::int64_t> version_in(const http::Request& request)
{
    return request.integer("version", {.lowest = 1});
}

/// Where to cut: as typed on the page for it, or after one of the item's lines.
Result<Cut> cut_in(database::Transaction& transaction, const http::Request& request,
                   const Item& item)
{
    if (!request.has("after_line")) {
        const auto first = TRY(request.paragraphs("first"));
        const auto second = TRY(request.paragraphs("second"));
        return Cut{.first = first, .second = second};
    }
    const auto after = TRY(
        request.integer("after_line", {.lowest = item.first_line, .highest = item.last_line - 1}));
    auto editions = EditionStore{transaction};
    const auto lines = TRY(editions.lines(item.edition, item.first_line, item.last_line));
    return cut_after(item.title, lines, static_cast<int>(after));
}

/// What was typed in both halves, with what is wrong about it.
Result<http::Response> split_again(Context& context, const http::Request& request, Error error)
{
    auto transaction = TRY(context.read());
    ItemEditorPage page{.form = http::Form{request}};
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    page.item = TRY(item_in(transaction, edition, request));
    page.review = TRY(load_review(context, transaction, edition));
    if (error.field != "second") error.field = "first";
    page.form.add(std::move(error));
    return split_page(context, page);
}

/// Where to see that a step was taken back.
std::string undone_path(const Edition& edition, const Edit& undone)
{
    if (!undone.before.empty()) return review_path(edition, undone.before.front().item);
    if (!undone.lines.empty()) {
        return open_line_path(edition, undone.lines.front().number);
    }
    if (!undone.decisions.empty()) return draft_path(edition, "thay-doi");
    return draft_path(edition, "van-ban");
}

/// Has the item been looked at, and kept so.
Result<Item> confirmed(Review& review, Item item, std::int64_t version)
{
    item.version = version;
    item.is_reviewed = true;
    return review.change(std::move(item));
}

}  // namespace

Result<http::Response> show_attention(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, read_drafts));
    if (edition.state != EditionState::draft) return http::redirect(draft_path(edition));
    const auto page = TRY(load_review(context, transaction, edition));
    return attention_page(context, page);
}

Result<http::Response> create_confirmation(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    const auto stored = TRY(item_in(transaction, edition, request));
    const auto version = TRY(version_in(request));
    auto review = Review{context, transaction, edition};
    const auto item = confirmed(review, stored, version);
    if (!item && item.error().kind == Failure::conflict) {
        if (!request.is_htmx()) return stopped_page(context, edition, item.error());
        return look_again_part(context, item.error());
    }
    if (!item) return tl::unexpected<Error>(item.error());
    const auto page = TRY(load_review(context, transaction, edition));
    TRY(transaction.commit());
    if (request.is_htmx()) return card_parts(context, page, *item);
    return http::redirect(review_path(edition, next_to_see(page.items, *item)));
}

Result<http::Response> create_split(Context& context, const http::Request& request)
{
    auto answer = review_step(
        context, request,
        [&](Review& review, auto& transaction, const Edition& edition) -> Result<std::string> {
            const auto item = TRY(item_in(transaction, edition, request));
            const auto version = TRY(version_in(request));
            const auto cut = TRY(cut_in(transaction, request, item));
            const auto parts = TRY(review.split(item.id, version, cut));
            return review_path(edition, parts.front());
        });
    const bool is_typed = !request.has("after_line");
    if (answer || !is_typed || answer.error().kind != Failure::invalid) return answer;
    return split_again(context, request, std::move(answer).error());
}

Result<http::Response> create_merge(Context& context, const http::Request& request)
{
    return review_step(
        context, request,
        [&](Review& review, auto& transaction, const Edition& edition) -> Result<std::string> {
            const auto item = TRY(item_in(transaction, edition, request));
            const auto version = TRY(version_in(request));
            const auto code = TRY(request.text("into"));
            auto items = ItemStore{transaction};
            const auto into = TRY(items.find(edition.id, code));
            const auto merged = TRY(review.merge(item.id, version, into.id));
            return review_path(edition, merged);
        });
}

Result<http::Response> create_removal(Context& context, const http::Request& request)
{
    return review_step(
        context, request,
        [&](Review& review, auto& transaction, const Edition& edition) -> Result<std::string> {
            const auto item = TRY(item_in(transaction, edition, request));
            const auto version = TRY(version_in(request));
            TRY(review.remove(item.id, version));
            auto items = ItemStore{transaction};
            const auto all = TRY(items.all_of(edition.id));
            const auto* above = item_above(all, item.id);
            return above == nullptr ? draft_path(edition) : review_path(edition, *above);
        });
}

Result<http::Response> create_restoration(Context& context, const http::Request& request)
{
    return review_step(
        context, request,
        [&](Review& review, auto& transaction, const Edition& edition) -> Result<std::string> {
            const auto item = TRY(item_in(transaction, edition, request));
            const auto version = TRY(version_in(request));
            TRY(review.restore(item.id, version));
            return review_path(edition, item);
        });
}

Result<http::Response> settle_line(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    const auto number = TRY(request.path<int>("line"));
    auto review = Review{context, transaction, edition};
    const auto settled = review.settle_line(number, request.checked("settled"));
    if (!settled && settled.error().kind == Failure::conflict) {
        if (!request.is_htmx()) return stopped_page(context, edition, settled.error());
        return look_again_part(context, settled.error());
    }
    if (!settled) return tl::unexpected<Error>(settled.error());
    const auto page = TRY(load_review(context, transaction, edition));
    TRY(transaction.commit());
    const auto line = std::ranges::find(page.lines, number, &SourceLine::number);
    if (request.is_htmx() && line != page.lines.end()) {
        return settled_line_parts(context, page, *line);
    }
    return http::redirect(draft_path(edition) + "#dong-" + std::to_string(number));
}

Result<http::Response> create_undo(Context& context, const http::Request& request)
{
    return review_step(
        context, request,
        [&](Review& review, auto& transaction, const Edition& edition) -> Result<std::string> {
            auto edits = EditStore{transaction};
            const auto last = TRY(edits.last(edition.id));
            if (!last || last->code() != request.query("buoc")) {
                return failure(Failure::conflict, "plan.undo.not_the_last");
            }
            const auto undone = TRY(review.undo(last->id));
            return undone_path(edition, undone);
        });
}

}  // namespace caicach::plan
