#include "obligation/saved_view/saved_view.hpp"

#include "crypto/public_code.hpp"
#include "obligation/saved_view/view_limits.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

SavedView view_from(const database::Row& row)
{
    const auto page = view_page_from(row.text("page"));
    VERIFY(page);
    return {.id = row.id<SavedViewId>("id"),
            .code = row.string("code"),
            .account = row.id<AccountId>("account_id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .page = *page,
            .place = row.string("place"),
            .name = row.string("name"),
            .query = row.string("query"),
            .is_default = row.boolean("is_default"),
            .is_shared = row.boolean("is_shared"),
            .version = row.integer("version")};
}

Error name_taken() { return {Failure::conflict, "obligation.view.name_taken", "name"}; }

Result<void> insert(Context& context, database::Transaction& transaction, const NewView& wanted,
                    const std::string& query)
{
    const auto place = names_item(wanted.page, query) ? wanted.plan : std::string{};
    const auto account = context.actor().account;
    if (wanted.is_default)
        TRY(transaction.change(sql::clear_default_view, account, name_of(wanted.page), place));
    const auto id = make_id<SavedViewId>();
    const auto inserted = TRY(transaction.change(
        sql::insert_view, id, crypto::make_public_code(), account,
        organisation::agency_of(context.actor().agency), name_of(wanted.page), place, wanted.name,
        query, wanted.is_default, wanted.is_shared, context.now()));
    if (inserted == 0) return tl::unexpected<Error>(name_taken());
    return context.record(transaction, "obligation.view.kept", "obligation.view", id.value);
}

}  // namespace

Result<void> keep_view(Context& context, database::Transaction& transaction, const NewView& wanted)
{
    if (wanted.is_shared) TRY(context.require(share_views, context.actor().agency));
    const auto query = query_as_read(wanted.page, wanted.query);
    if (query.empty()) return failure(Failure::invalid, "obligation.view.nothing", "name");
    const auto own = TRY(own_views(context, transaction));
    if (own.size() >= static_cast<std::size_t>(limits::views_max))
        return failure(Failure::conflict, "obligation.view.too_many", "name",
                       {std::to_string(limits::views_max)});
    return insert(context, transaction, wanted, query);
}

Result<std::vector<SavedView>> own_views(const Context& context, database::Transaction& transaction)
{
    return transaction.all(sql::views_of_account, view_from, context.actor().account,
                           limits::views_max);
}

Result<std::vector<SavedView>> views_for(const Context& context, database::Transaction& transaction,
                                         ViewPage page, std::string_view plan)
{
    return transaction.all(sql::views_for_page, view_from, context.actor().account,
                           organisation::agency_of(context.actor().agency), name_of(page), plan,
                           limits::views_shown_max);
}

Result<std::string> default_query(const Context& context, database::Transaction& transaction,
                                  ViewPage page, std::string_view plan)
{
    const auto query = [](const database::Row& row) { return row.string("query"); };
    auto found = TRY(transaction.maybe_one(sql::default_view, query, context.actor().account,
                                           name_of(page), plan));
    return std::move(found).value_or("");
}

Result<SavedView> own_view(const Context& context, database::Transaction& transaction,
                           std::string_view code)
{
    auto found =
        TRY(transaction.maybe_one(sql::view_by_code, view_from, code, context.actor().account));
    if (!found) return failure(Failure::not_found, "obligation.view.not_found");
    return std::move(*found);
}

Result<void> rename_view(Context& context, database::Transaction& transaction,
                         const SavedView& view, std::string_view name)
{
    const auto id = [](const database::Row& row) { return row.id<SavedViewId>("id"); };
    const auto same =
        TRY(transaction.maybe_one(sql::view_named, id, view.account, name_of(view.page), name));
    if (same && *same != view.id) return tl::unexpected<Error>(name_taken());
    TRY(transaction.change_one(sql::save_view, view.id, name, view.is_default, view.version));
    return context.record(transaction, "obligation.view.renamed", "obligation.view", view.id.value);
}

Result<void> set_beginning(Context& context, database::Transaction& transaction,
                           const SavedView& view, Beginning beginning)
{
    const bool is_default = beginning == Beginning::with_view;
    if (view.is_default == is_default) return {};
    if (is_default)
        TRY(transaction.change(sql::clear_default_view, view.account, name_of(view.page),
                               view.place));
    TRY(transaction.change_one(sql::save_view, view.id, view.name, is_default, view.version));
    return context.record(transaction, "obligation.view.beginning_set", "obligation.view",
                          view.id.value);
}

Result<void> remove_view(Context& context, database::Transaction& transaction,
                         const SavedView& view)
{
    TRY(transaction.change_one(sql::remove_view, view.id, view.version));
    return context.record(transaction, "obligation.view.removed", "obligation.view", view.id.value);
}

}  // namespace caicach::obligation
