#include "plan/review_handlers.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "plan/conflict_views.hpp"
#include "plan/cut.hpp"
#include "plan/draft_access.hpp"
#include "plan/item_views.hpp"
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
    return http::redirect(review_path(edition, next_to_see(page.items, item->id)));
}

Result<http::Response> create_split(Context& context, const http::Request& request)
{
    return review_step(
        context, request,
        [&](Review& review, auto& transaction, const Edition& edition) -> Result<std::string> {
            const auto item = TRY(item_in(transaction, edition, request));
            const auto version = TRY(version_in(request));
            const auto cut = TRY(cut_in(transaction, request, item));
            const auto parts = TRY(review.split(item.id, version, cut));
            return review_path(edition, parts.front().id);
        });
}

Result<http::Response> create_merge(Context& context, const http::Request& request)
{
    return review_step(
        context, request,
        [&](Review& review, auto& transaction, const Edition& edition) -> Result<std::string> {
            const auto item = TRY(item_in(transaction, edition, request));
            const auto version = TRY(version_in(request));
            const auto into = TRY(request.id<ItemId>("into"));
            const auto merged = TRY(review.merge(item.id, version, into));
            return review_path(edition, merged.id);
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
            return above == nullptr ? draft_path(edition) : review_path(edition, above->id);
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
            return review_path(edition, item.id);
        });
}

Result<http::Response> settle_line(Context& context, const http::Request& request)
{
    return review_step(context, request,
                       [&](Review& review, auto&, const Edition& edition) -> Result<std::string> {
                           const auto line = TRY(request.path<int>("line"));
                           TRY(review.settle_line(line, request.checked("settled")));
                           return draft_path(edition) + "#dong-" + std::to_string(line);
                       });
}

Result<http::Response> create_undo(Context& context, const http::Request& request)
{
    return review_step(context, request,
                       [&](Review& review, auto&, const Edition& edition) -> Result<std::string> {
                           const auto text = request.query("buoc").value_or("");
                           std::int64_t step{};
                           std::from_chars(text.data(), text.data() + text.size(), step);
                           const auto undone = TRY(review.undo(EditId{step}));
                           if (!undone.before.empty()) {
                               return review_path(edition, undone.before.front().item.id);
                           }
                           const auto line = undone.lines.empty() ? 1 : undone.lines.front().number;
                           return draft_path(edition) + "#muc-d" + std::to_string(line);
                       });
}

}  // namespace caicach::plan
