#include "identity/acting/post_handlers.hpp"

#include <optional>
#include <utility>

#include "identity/access/administered.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/acting/post_views.hpp"
#include "identity/agency_field.hpp"
#include "identity/limits.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

Result<http::Response> page_of(const Context& context, database::Transaction& transaction,
                               const Account& account, http::Form form)
{
    PostsPage page{.account = account, .form = std::move(form)};
    const auto posts = TRY(posts_of(transaction, account.id));
    const auto today = context.today();
    for (const auto& post : posts) {
        auto agency = TRY(organisation::agency_by_id(transaction, post.agency, today));
        page.posts.push_back(
            {.post = post,
             .agency = std::move(agency.name),
             .is_main = post.agency == account.agency && post.validity.holds_on(today),
             .is_past = post.validity.to && *post.validity.to < today});
    }
    page.may_change =
        !account.is_disabled && require_over(context, transaction, account).has_value();
    page.choices = TRY(administered_agencies(context, transaction));
    return posts_page(context, page);
}

NewPost read_form(const Context& context, database::Transaction& transaction,
                  const http::Request& request, http::Form& form)
{
    NewPost post;
    post.agency = form.take(agency_in(context, transaction, request, "agency"));
    post.title = form.take(request.text("title", limits::title_length_max));
    post.validity.from = form.take(request.date("from"));
    post.validity.to = form.take(request.maybe_date("to"));
    return post;
}

}  // namespace

Result<http::Response> show_posts(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto account = TRY(administered_account(context, transaction, request));
    context.note_reading("account", account.id.value);
    http::Form form;
    form.set("from", context.today().vietnamese());
    return page_of(context, transaction, account, std::move(form));
}

Result<http::Response> post_post(Context& context, const http::Request& request)
{
    http::Form form(request);
    {
        auto transaction = TRY(context.begin());
        const auto account = TRY(administered_account(context, transaction, request));
        const auto post = read_form(context, transaction, request, form);
        if (!form.has_errors()) {
            const auto added = add_post(context, transaction, account.id, post);
            if (added) {
                TRY(transaction.commit());
                return web::redirect_with(posts_path(account.code), "identity.post.added");
            }
            if (added.error().field.empty()) return tl::unexpected(added.error());
            form.add(added.error());
        }
    }
    auto transaction = TRY(context.read());
    const auto account = TRY(administered_account(context, transaction, request));
    return page_of(context, transaction, account, std::move(form));
}

Result<http::Response> post_post_end(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    const auto post = TRY(request.id<PostId>("post"));
    TRY(end_post(context, transaction, account.id, post));
    TRY(transaction.commit());
    return web::redirect_with(posts_path(account.code), "identity.post.ended");
}

Result<http::Response> post_main_post(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    const auto post = TRY(request.id<PostId>("post"));
    TRY(make_post_main(context, transaction, account.id, post));
    TRY(transaction.commit());
    return web::redirect_with(posts_path(account.code), "identity.post.made_main");
}

}  // namespace caicach::identity
