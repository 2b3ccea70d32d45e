#include "identity/accounts/account_handlers.hpp"

#include <utility>

#include "calendar/moment.hpp"
#include "identity/access/administered.hpp"
#include "identity/accounts/account_list.hpp"
#include "identity/accounts/account_paths.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/accounts/account_views.hpp"
#include "identity/accounts/invitation_views.hpp"
#include "identity/agency_field.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/resettlement/resettlement.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "identity/sessions/session_store.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

Result<Role> role_in(const http::Request& request)
{
    const auto role = role_from_key(request.raw("role"));
    if (!role) return failure(Failure::invalid, "identity.role.missing", "role");
    return *role;
}

Result<std::vector<GrantView>> grants_of(const Context& context, database::Transaction& transaction,
                                         AccountId account)
{
    std::vector<GrantView> views;
    const auto held = TRY(roles_of(transaction, account));
    for (const auto& [role, branch] : held) {
        GrantView view{.role = std::string(key_of(role)),
                       .role_text = std::string(text_of(role)),
                       .branch = std::string(whole_province_value),
                       .branch_name = "Toàn tỉnh"};
        if (branch) {
            auto agency = TRY(organisation::agency_by_id(transaction, branch, context.today()));
            view.branch = std::move(agency.code);
            view.branch_name = std::move(agency.name);
        }
        views.push_back(std::move(view));
    }
    return views;
}

Result<http::Response> account_with(Context& context, database::Transaction& transaction,
                                    const Account& account, std::optional<Error> error)
{
    const auto agency =
        TRY(organisation::agency_by_id(transaction, account.agency, context.today()));
    auto grants = TRY(grants_of(context, transaction, account.id));
    auto choices = TRY(administered_agencies(context, transaction));
    const auto factor = TRY(SecondFactorStore{transaction}.find(account.id));
    return account_page(context,
                        {.account = account,
                         .agency = agency.name,
                         .grants = std::move(grants),
                         .may_change = require_over(context, transaction, account).has_value(),
                         .has_second_factor = factor.has_value(),
                         .choices = std::move(choices),
                         .error = std::move(error)});
}

/// The address as the invited will type it: the site's own, else the one the administrator uses.
std::string whole_address(const Context& context, const http::Request& request,
                          const std::string& path)
{
    if (!context.services().site.empty()) return context.services().site + path;
    return (request.is_secure() ? "https://" : "http://") + std::string(request.header("host")) +
           path;
}

/// Hands the invitation to the outbox, and commits: nobody here sees the address.
Result<http::Response> mail_to(Context& context, database::Transaction& transaction,
                               const Account& account, const InvitationByMail& invitation)
{
    if (!context.services().mail.is_on())
        return failure(Failure::invalid, "identity.invitation.no_mail_server", "by_mail");
    if (account.user_name.empty())
        return failure(Failure::invalid, "identity.invitation.no_address", "user_name");
    TRY(context.publish(transaction, invitation));
    TRY(transaction.commit());
    return web::redirect_with(account_path(account.code), "identity.invitation.mailed");
}

/// Makes the invitation and its slip, or a letter with it, and commits: nothing is shown that is
/// not so.
Result<http::Response> slip_of(Context& context, database::Transaction& transaction,
                               const http::Request& request, AccountId id)
{
    const auto path = TRY(invite(context, transaction, id, limits::invitation_seconds));
    const auto account = TRY(account_by_id(transaction, id));
    const auto expires_at = context.now() + limits::invitation_seconds;
    if (!request.raw("by_mail").empty()) {
        return mail_to(context, transaction, account,
                       {.person = account.name,
                        .to = account.user_name,
                        .address = whole_address(context, request, path),
                        .expires = vietnamese_moment(expires_at),
                        .expires_at = expires_at});
    }
    const auto agency =
        TRY(organisation::agency_by_id(transaction, account.agency, context.today()));
    TRY(transaction.commit());
    return slip_page(context, {.person = account.name,
                               .agency = agency.name,
                               .user_name = account.user_name,
                               .address = whole_address(context, request, path),
                               .expires = vietnamese_moment(expires_at),
                               .account_path = account_path(account.code)});
}

Result<AccountId> create_with_role(Context& context, database::Transaction& transaction,
                                   const http::Request& request)
{
    const auto name = TRY(request.text("name", limits::name_length_max));
    const auto user_name = TRY(request.maybe_text("user_name", limits::user_name_length_max));
    const auto agency = TRY(branch_in(context, transaction, request, "agency"));
    if (!agency) return failure(Failure::invalid, "identity.branch.missing", "agency");
    const auto role = TRY(role_in(request));
    auto branch = agency;
    if (!request.raw("branch").empty())
        branch = TRY(branch_in(context, transaction, request, "branch"));
    const auto id =
        TRY(create_account(context, transaction,
                           {.name = name, .agency = agency, .user_name = user_name.value_or("")}));
    TRY(grant_role(context, transaction, id, role, branch));
    return id;
}

}  // namespace

Result<http::Response> show_accounts(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto page = TRY(list_accounts(context, transaction,
                                  {.typed = std::string(request.query("tim").value_or("")),
                                   .first = std::string(request.query("tu").value_or(""))}));
    for (const auto& listed : page.accounts)
        context.note_reading("account", listed.account.id.value);
    page.left_behind = TRY(count_left_behind(context, transaction));
    return accounts_page(context, page);
}

Result<http::Response> show_new_account(Context& context, const http::Request& request)
{
    static_cast<void>(request);
    auto transaction = TRY(context.read());
    NewAccountPage page;
    page.choices = TRY(administered_agencies(context, transaction));
    return new_account_page(context, page);
}

Result<http::Response> post_account(Context& context, const http::Request& request)
{
    std::optional<Error> error;
    {
        auto transaction = TRY(context.begin());
        const auto id = create_with_role(context, transaction, request);
        auto answer = id ? slip_of(context, transaction, request, *id)
                         : Result<http::Response>(tl::unexpected(id.error()));
        if (answer) return answer;
        error = std::move(answer.error());
    }
    if (error->field.empty()) return tl::unexpected(*error);
    auto transaction = TRY(context.read());
    NewAccountPage page{.name = std::string(request.raw("name")),
                        .user_name = std::string(request.raw("user_name")),
                        .agency = std::string(request.raw("agency")),
                        .role = std::string(request.raw("role")),
                        .branch = std::string(request.raw("branch")),
                        .by_mail = !request.raw("by_mail").empty(),
                        .error = std::move(error)};
    page.choices = TRY(administered_agencies(context, transaction));
    return new_account_page(context, page);
}

Result<http::Response> show_account(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto account = TRY(administered_account(context, transaction, request));
    context.note_reading("account", account.id.value);
    return account_with(context, transaction, account, {});
}

Result<http::Response> post_grant(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    const auto role = role_in(request);
    if (!role) return account_with(context, transaction, account, role.error());
    const auto branch = branch_in(context, transaction, request, "branch");
    if (!branch) return account_with(context, transaction, account, branch.error());
    TRY(grant_role(context, transaction, account.id, *role, *branch));
    TRY(transaction.commit());
    return web::redirect_with(account_path(account.code), "identity.role.granted");
}

Result<http::Response> post_revocation(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    const auto role = TRY(role_in(request));
    const auto branch = TRY(branch_in(context, transaction, request, "branch"));
    TRY(revoke_role(context, transaction, account.id, role, branch));
    TRY(transaction.commit());
    return web::redirect_with(account_path(account.code), "identity.role.revoked");
}

Result<http::Response> post_invitation(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    auto answer = slip_of(context, transaction, request, account.id);
    if (answer || answer.error().field.empty()) return answer;
    return account_with(context, transaction, account, answer.error());
}

Result<http::Response> post_sessions_end(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    TRY(require_over(context, transaction, account));
    TRY(SessionStore{transaction}.end_all_of(account.id));
    TRY(context.record(transaction, "identity.session.ended", "account", account.id.value));
    TRY(transaction.commit());
    return web::redirect_with(account_path(account.code), "identity.session.all_ended");
}

Result<http::Response> show_disabling(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto account = TRY(administered_account(context, transaction, request));
    TRY(require_over(context, transaction, account));
    context.note_reading("account", account.id.value);
    return disabling_page(context, account);
}

Result<http::Response> post_disabling(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(administered_account(context, transaction, request));
    TRY(disable_account(context, transaction, account.id));
    TRY(transaction.commit());
    return web::redirect_with(account_path(account.code), "identity.account.disabled");
}

}  // namespace caicach::identity
