#include "plan/change_handlers.hpp"

#include <charconv>
#include <utility>

#include "plan/change_views.hpp"
#include "plan/draft_access.hpp"
#include "plan/paths.hpp"

namespace caicach::plan
{
namespace
{

Result<std::optional<Item>> maybe_item(ItemStore& items, ItemId id)
{
    if (!id) return std::optional<Item>{};
    auto item = TRY(items.find(id));
    return std::optional{std::move(item)};
}

Result<ChangesPage> load_changes(const Context& context, database::Transaction& transaction,
                                 const Edition& edition)
{
    ChangesPage page;
    page.review = TRY(load_review(context, transaction, edition));
    auto items = ItemStore{transaction};
    for (const auto& change : page.review.changes) {
        auto before = TRY(maybe_item(items, change.old_item));
        auto after = TRY(maybe_item(items, change.new_item));
        page.changes.push_back({change, std::move(before), std::move(after)});
    }
    return page;
}

/// The version of the change as the person saw it, from the form's address.
std::int64_t version_in(const http::Request& request)
{
    const auto text = request.query("lan").value_or("");
    std::int64_t version{};
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}

Result<http::Response> decide(Context& context, const http::Request& request,
                              Change::Decision decision)
{
    return review_step(
        context, request,
        [&](Review& review, auto& transaction, const Edition& edition) -> Result<std::string> {
            const auto number = TRY(request.path<int>("change"));
            auto changes = ChangeStore{transaction};
            auto change = TRY(changes.find(edition.id, number));
            change.version = version_in(request);
            TRY(review.decide({change}, decision));
            return draft_path(edition, "thay-doi") + "#thay-doi-" + std::to_string(number);
        });
}

}  // namespace

Result<http::Response> show_changes(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, read_drafts));
    if (edition.state != EditionState::draft) return http::redirect(draft_path(edition));
    auto editions = EditionStore{transaction};
    const auto in_force = TRY(editions.in_force_of(edition.plan));
    // A plan's first edition differs from nothing.
    if (!in_force) return failure(Failure::not_found, "http.not_found");
    const auto page = TRY(load_changes(context, transaction, edition));
    return changes_page(context, page);
}

Result<http::Response> accept_changes(Context& context, const http::Request& request)
{
    return review_step(
        context, request,
        [&](Review& review, auto& transaction, const Edition& edition) -> Result<std::string> {
            auto changes = ChangeStore{transaction};
            auto open = TRY(changes.all_of(edition.id));
            std::erase_if(open, [](const Change& change) {
                return change.decision != Change::Decision::open;
            });
            TRY(review.decide(open, Change::Decision::accepted));
            return draft_path(edition, "thay-doi");
        });
}

Result<http::Response> accept_change(Context& context, const http::Request& request)
{
    return decide(context, request, Change::Decision::accepted);
}

Result<http::Response> refuse_change(Context& context, const http::Request& request)
{
    return decide(context, request, Change::Decision::refused);
}

Result<http::Response> reopen_change(Context& context, const http::Request& request)
{
    return decide(context, request, Change::Decision::open);
}

}  // namespace caicach::plan
