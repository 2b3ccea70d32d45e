#include "plan/draft_access.hpp"

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

}  // namespace caicach::plan
