#include "identity/accounts/account_care_handlers.hpp"

#include "identity/access/administered.hpp"
#include "identity/accounts/account_care_views.hpp"
#include "identity/accounts/account_paths.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

Result<http::Response> show_second_factor_removal(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto account = TRY(administered_account(context, transaction, request));
    TRY(require_over(context, transaction, account));
    context.note_reading("account", account.id.value);
    return second_factor_removal_page(context, account, {});
}

Result<http::Response> post_second_factor_removal(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    TRY(require_over(context, transaction, account));
    const auto reason = removal_reason(request.raw("reason"));
    if (!reason) {
        return second_factor_removal_page(context, account,
                                          Error{.kind = Failure::invalid,
                                                .key = "identity.second_factor.reason_missing",
                                                .field = "reason"});
    }
    TRY(remove_second_factor(context, transaction, account, *reason));
    TRY(transaction.commit());
    return web::redirect_with(account_path(account.code), "identity.second_factor.removed");
}

Result<http::Response> show_reopening(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto account = TRY(administered_account(context, transaction, request));
    TRY(require_over(context, transaction, account));
    context.note_reading("account", account.id.value);
    return reopening_page(context, account);
}

Result<http::Response> post_reopening(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    TRY(reopen_account(context, transaction, account.id));
    TRY(transaction.commit());
    return web::redirect_with(account_path(account.code), "identity.account.reopened");
}

}  // namespace caicach::identity
