#include "identity/acting/post.hpp"

#include <algorithm>

#include "database/transaction.hpp"
#include "identity/access/access_change.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/sql.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

/// Ends with `last`, or goes where that would be before it began.
Result<void> cut(database::Transaction& transaction, const Post& post, Date last)
{
    if (post.validity.from > last) return transaction.change_one(sql::delete_post, post.id);
    return transaction.change_one(sql::end_post, post.id, last);
}

json::Value fields_of(organisation::AgencyId agency)
{
    return json::Value::object().set("agency", agency.value);
}

Result<Post> post_of(database::Transaction& transaction, AccountId account, PostId id)
{
    auto posts = TRY(posts_of(transaction, account));
    const auto found = std::ranges::find(posts, id, &Post::id);
    if (found == posts.end()) return failure(Failure::not_found, "identity.post.not_found");
    return std::move(*found);
}

Result<void> require_over_both(const Context& context, database::Transaction& transaction,
                               const Account& account, organisation::AgencyId agency)
{
    TRY(require_over(context, transaction, account));
    return context.require(manage_accounts, organisation::scope_of(agency));
}

}  // namespace

Result<std::vector<Post>> posts_of(database::Transaction& transaction, AccountId account)
{
    const auto read = [](const database::Row& row) {
        return Post{.id = row.id<PostId>("id"),
                    .agency = row.id<organisation::AgencyId>("agency_id"),
                    .title = row.string("title"),
                    .validity = {row.date("valid_from"), row.maybe_date("valid_to")}};
    };
    return transaction.all(sql::posts_of_account, read, account, limits::posts_per_account_max);
}

Result<void> add_post(Context& context, database::Transaction& transaction, AccountId id,
                      const NewPost& post)
{
    const auto account = TRY(account_by_id(transaction, id));
    TRY(require_over_both(context, transaction, account, post.agency));
    TRY(organisation::agency_by_id(transaction, post.agency, post.validity.from));
    if (text::length(post.title) > limits::title_length_max)
        return failure(Failure::invalid, "identity.post.title_too_long", "title",
                       {std::to_string(limits::title_length_max)});
    if (post.validity.to && *post.validity.to < post.validity.from)
        return failure(Failure::invalid, "identity.post.backwards", "to");
    const auto held = TRY(posts_of(transaction, id));
    if (held.size() >= static_cast<std::size_t>(limits::posts_per_account_max))
        return failure(Failure::conflict, "identity.post.too_many", "agency");
    for (const auto& earlier : held) {
        if (earlier.agency == post.agency && earlier.validity.holds_on(post.validity.from))
            TRY(cut(transaction, earlier, post.validity.from.plus_days(-1)));
    }
    TRY(insert_post(transaction, id, post));
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.post.added", "account", id.value,
                          beginning_detail(fields_of(post.agency)));
}

Result<void> end_post(Context& context, database::Transaction& transaction, AccountId id,
                      PostId post_id)
{
    const auto account = TRY(account_by_id(transaction, id));
    TRY(require_over(context, transaction, account));
    const auto post = TRY(post_of(transaction, id, post_id));
    const bool holds_now = post.validity.holds_on(context.today());
    if (post.agency == account.agency && holds_now)
        return failure(Failure::conflict, "identity.post.main");
    if (post.validity.to && *post.validity.to < context.today()) return {};
    TRY(cut(transaction, post, context.today().plus_days(-1)));
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.post.ended", "account", id.value,
                          ending_detail(fields_of(post.agency)));
}

Result<void> make_post_main(Context& context, database::Transaction& transaction, AccountId id,
                            PostId post_id)
{
    const auto account = TRY(account_by_id(transaction, id));
    const auto post = TRY(post_of(transaction, id, post_id));
    TRY(require_over_both(context, transaction, account, post.agency));
    if (!post.validity.holds_on(context.today()))
        return failure(Failure::conflict, "identity.post.not_in_force");
    if (post.agency == account.agency) return {};
    TRY(transaction.change_one(sql::set_home_agency, id, post.agency));
    TRY(count_access_change(transaction));
    return context.record(transaction, "identity.post.made_main", "account", id.value,
                          change_detail(fields_of(account.agency), fields_of(post.agency)));
}

Result<void> insert_post(database::Transaction& transaction, AccountId account, const NewPost& post)
{
    return transaction.change_one(sql::insert_post, make_id<PostId>(), account, post.agency,
                                  text::clean_input(post.title), post.validity.from,
                                  post.validity.to);
}

}  // namespace caicach::identity
