#include "plan/draft_access.hpp"

#include "plan/coordination.hpp"

namespace caicach::plan
{

Result<Edition> draft_of(const Context& context, database::Transaction& transaction,
                         const http::Request& request, const Permission& permission)
{
    const auto code = TRY(request.path<std::string>("plan"));
    auto editions = EditionStore{transaction};
    auto edition = TRY(editions.by_code(code));
    TRY(coordinated_on(transaction, {&edition, 1}, context.today()));
    TRY(context.require(permission, organisation::scope_of(edition.coordinator)));
    return edition;
}

Result<void> answer_for_file(Context& context, database::Transaction& transaction,
                             const attachment::FileAsked& asked)
{
    auto editions = EditionStore{transaction};
    auto edition = TRY(editions.by_file(asked.file));
    if (!edition) return {};
    TRY(coordinated_on(transaction, {&*edition, 1}, context.today()));
    if (context.may(read_drafts, organisation::scope_of(edition->coordinator))) {
        asked.may_be_read = true;
    }
    return {};
}

Result<Item> item_in(database::Transaction& transaction, const Edition& edition,
                     const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("item"));
    auto items = ItemStore{transaction};
    return items.find(edition.id, code);
}

}  // namespace caicach::plan
