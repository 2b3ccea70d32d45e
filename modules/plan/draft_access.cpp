#include "plan/draft_access.hpp"

#include "plan/draft_views.hpp"
#include "plan/paths.hpp"
#include "web/components/forms.hpp"

namespace caicach::plan
{

Result<Edition> draft_of(const Context& context, database::Transaction& transaction,
                         const http::Request& request, const Permission& permission)
{
    const auto code = TRY(request.path<std::string>("plan"));
    auto editions = EditionStore{transaction};
    auto edition = TRY(editions.by_code(code));
    TRY(context.require(permission, organisation::scope_of(edition.coordinator)));
    return edition;
}

Result<Item> item_in(database::Transaction& transaction, const Edition& edition,
                     const http::Request& request)
{
    const auto id = TRY(request.path<ItemId>("item"));
    auto items = ItemStore{transaction};
    auto item = TRY(items.find(id));
    if (item.edition != edition.id) return failure(Failure::not_found, "plan.item.not_found");
    return item;
}

http::Response stopped_page(const Context& context, const Edition& edition, const Error& error)
{
    const auto sentence = context.message(error);
    auto frame = draft_frame(context, edition, "Chưa làm được");
    return web::show(
        frame,
        [&](html::Writer& out) {
            web::page_title(out, {.title = "Chưa làm được", .caption = draft_name(edition)});
            out({"<p>", sentence, "</p>"});
            web::link_button(out, {.text = "Về trang rà soát", .path = draft_path(edition)});
        },
        http::status_of(error.kind));
}

}  // namespace caicach::plan
