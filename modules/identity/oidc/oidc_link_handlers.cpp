#include "identity/oidc/oidc_link_handlers.hpp"

#include <utility>

#include "calendar/moment.hpp"
#include "database/transaction.hpp"
#include "identity/access/administered.hpp"
#include "identity/accounts/account_paths.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/oidc/oidc_accounts.hpp"
#include "identity/oidc/oidc_link_store.hpp"
#include "identity/oidc/oidc_views.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

Result<OidcLinkView> view_of(const Context& context, database::Transaction& transaction,
                             const Account& account)
{
    const auto& issuer = context.services().sign_in_provider.issuer;
    const auto link = TRY(OidcLinkStore{transaction}.link_of(account.id, issuer));
    OidcLinkView view{.account = account};
    if (link) view.subject = link->subject;
    if (link) view.linked_at = vietnamese_moment(link->linked_at);
    view.may_change = require_over(context, transaction, account).has_value();
    return view;
}

}  // namespace

Result<http::Response> show_oidc_link(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto account = TRY(administered_account(context, transaction, request));
    const auto view = TRY(view_of(context, transaction, account));
    context.note_reading("account", account.id.value);
    return oidc_link_page(context, view);
}

Result<http::Response> post_oidc_link(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    const auto typed = text::trim(request.raw("subject"));
    const auto linked = link_oidc_account(context, transaction, account, typed);
    if (!linked && linked.error().field.empty()) return tl::unexpected(linked.error());
    if (!linked) {
        auto view = TRY(view_of(context, transaction, account));
        view.typed = typed.substr(0, limits::oidc_subject_length_max);
        view.error = linked.error();
        return oidc_link_page(context, view);
    }
    TRY(transaction.commit());
    return web::redirect_with(oidc_link_path(account.code), "identity.oidc.linked");
}

Result<http::Response> post_oidc_unlinking(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    TRY(unlink_oidc_account(context, transaction, account));
    TRY(transaction.commit());
    return web::redirect_with(oidc_link_path(account.code), "identity.oidc.unlinked");
}

}  // namespace caicach::identity
