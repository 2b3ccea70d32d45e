#include "identity/passwords/password_handlers.hpp"

#include <string>
#include <utility>

#include "identity/accounts/invitation.hpp"
#include "identity/accounts/invitation_views.hpp"
#include "identity/accounts/own_account_handlers.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/passwords/password_choice.hpp"
#include "identity/passwords/password_renewal.hpp"
#include "identity/passwords/password_rules.hpp"
#include "identity/passwords/password_store.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "identity/sessions/session_beginning.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sign_in/admission.hpp"
#include "identity/sign_in/sign_in_views.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

/// Who may be signing in: an account that is open, and its hash; neither where there is none.
struct Candidate {
    std::optional<Account> account{};
    std::optional<std::string> hash{};
};

/// In a transaction of its own, over before the long computation begins.
Result<Candidate> candidate_of(Context& context, const std::string& user_name)
{
    auto transaction = TRY(context.read());
    Candidate candidate;
    candidate.account = TRY(account_by_user_name(transaction, user_name));
    if (candidate.account && candidate.account->is_disabled) candidate.account.reset();
    if (candidate.account)
        candidate.hash = TRY(PasswordStore{transaction}.hash_of(candidate.account->id));
    return candidate;
}

/// An attempt that failed has its line, too: by whom is not known, at whom perhaps.
Result<void> record_refusal(Context& context, const Candidate& candidate)
{
    auto transaction = TRY(context.begin());
    const auto account = candidate.account ? candidate.account->id : AccountId{};
    TRY(context.record(transaction, "identity.session.refused", "account", account.value));
    return transaction.commit();
}

Result<http::Response> admitted(const PasswordDesk& desk, Context& context,
                                const http::Request& request, AccountId id, std::string_view hash)
{
    std::optional<std::string> stronger;
    if (desk.needs_rehash(hash)) stronger = TRY(desk.hash(request.raw("password")));
    const auto key = TRY(second_factor_key(context));
    auto transaction = TRY(context.begin());
    // Looked at again: it may have been disabled while we computed.
    const auto account = TRY(account_by_id(transaction, id));
    if (account.is_disabled) return failure(Failure::forbidden, "identity.sign_in.refused");
    if (stronger) TRY(PasswordStore{transaction}.save(id, *stronger, context.now()));
    const auto actor = TRY(actor_of(transaction, id, context.today()));
    const auto admission =
        TRY(admit(context, transaction, request, key, actor, request.raw("tiep")));
    TRY(transaction.commit());
    auto response = http::redirect(admission.path);
    response.add_cookie(admission.cookie);
    return response;
}

/// What a person chose on the page of an invitation, with all that is wrong with it.
struct Choice {
    std::string user_name{};
    std::string password{};
};

Result<Choice> choice_in(const Context& context, database::Transaction& transaction,
                         const http::Request& request, const Account& account)
{
    Choice choice{.user_name = account.user_name};
    if (choice.user_name.empty()) choice.user_name = TRY(parse_user_name(request.raw("user_name")));
    const auto words = TRY(context_words(context, transaction, account, choice.user_name));
    choice.password = TRY(chosen_password(request, words));
    return choice;
}

/// Sets the password in one step with what follows from it. A new password is no way around the
/// second factor: it is asked for here as at any sign-in.
Result<Admission> take_up(Context& context, const http::Request& request, const std::string& token,
                          const Choice& choice, std::string_view hash)
{
    const auto key = TRY(second_factor_key(context));
    auto transaction = TRY(context.begin());
    auto invitations = InvitationStore{transaction};
    const auto invitation = TRY(invitations.find(token));
    TRY(invitation.admits(context.now()));
    const auto id = invitation.account.id;
    if (invitation.account.user_name.empty())
        TRY(PasswordStore{transaction}.choose_user_name(id, choice.user_name));
    TRY(invitations.use_up(token, context.now()));
    TRY(renew_password(context, transaction, invitation.account, hash));
    const auto actor = TRY(actor_of(transaction, id, context.today()));
    TRY(context.record_as(actor, transaction, "identity.password.set", "account", id.value));
    auto admission = TRY(admit(context, transaction, request, key, actor, "/"));
    TRY(transaction.commit());
    return admission;
}

}  // namespace

Result<http::Response> create_session_by_password(PasswordDesk& desk, Context& context,
                                                  const http::Request& request)
{
    const auto typed = request.raw("user_name");
    const auto user_name = text::lower(text::trim(typed)).substr(0, limits::user_name_length_max);
    SignInPage page{.user_name = std::string(typed.substr(0, limits::user_name_length_max)),
                    .target = std::string(onward_path(request.raw("tiep")))};
    if (user_name.empty() || request.raw("password").empty()) {
        page.error = Error{Failure::invalid, "identity.sign_in.incomplete",
                           user_name.empty() ? "user_name" : "password"};
        return sign_in_page(context, page);
    }
    const auto& address = request.remote_address();
    if (const auto wait =
            desk.limits().begin(context.services().rates, address, user_name, context.now()))
        return sign_in_delayed_page(context, page, *wait);
    const auto candidate = TRY(candidate_of(context, user_name));
    const auto matches = desk.matches(candidate.hash, request.raw("password"));
    if (!matches) {
        desk.limits().take_back(address, user_name);
        return tl::unexpected(matches.error());
    }
    if (!*matches || !candidate.account || !candidate.hash) {
        TRY(record_refusal(context, candidate));
        page.error = Error{Failure::invalid, "identity.sign_in.refused", "user_name"};
        return sign_in_page(context, page);
    }
    desk.limits().succeeded(address, user_name);
    return admitted(desk, context, request, candidate.account->id, *candidate.hash);
}

Result<http::Response> show_invitation(Context& context, const http::Request& request)
{
    const auto token = TRY(request.path<std::string>("token"));
    auto transaction = TRY(context.read());
    const auto invitation = InvitationStore{transaction}.find(token);
    const auto admitted = invitation ? invitation->admits(context.now()) : Result<void>{};
    if (!invitation) return sign_in_refused_page(context, invitation.error());
    if (!admitted) return sign_in_refused_page(context, admitted.error());
    const auto view = TRY(invitation_view(context, transaction, invitation->account, token));
    return invitation_page(context, view);
}

Result<http::Response> accept_invitation(const PasswordDesk& desk, Context& context,
                                         const http::Request& request)
{
    const auto token = TRY(request.path<std::string>("token"));
    Result<Choice> choice;
    InvitationView view;
    {
        auto transaction = TRY(context.read());
        const auto invitation = InvitationStore{transaction}.find(token);
        const auto admitted = invitation ? invitation->admits(context.now()) : Result<void>{};
        if (!invitation) return sign_in_refused_page(context, invitation.error());
        if (!admitted) return sign_in_refused_page(context, admitted.error());
        view = TRY(invitation_view(context, transaction, invitation->account, token));
        choice = choice_in(context, transaction, request, invitation->account);
    }
    if (view.chooses_user_name) view.user_name = std::string(request.raw("user_name"));
    Result<Admission> admission;
    if (choice) {
        const auto hash = TRY(desk.hash(choice->password));
        admission = take_up(context, request, token, *choice, hash);
    }
    const auto* error = !choice ? &choice.error() : !admission ? &admission.error() : nullptr;
    if (error != nullptr && error->field.empty()) return sign_in_refused_page(context, *error);
    if (error != nullptr) {
        view.error = *error;
        return invitation_page(context, view);
    }
    auto response = web::redirect_with(
        admission->path,
        admission->is_in ? "identity.password.set" : "identity.password.set_one_step_more");
    response.add_cookie(admission->cookie);
    return response;
}

Result<http::Response> change_password(PasswordDesk& desk, Context& context,
                                       const http::Request& request)
{
    const auto id = context.actor().account;
    std::optional<std::string> old;
    Result<void> is_good;
    {
        auto transaction = TRY(context.read());
        const auto account = TRY(account_by_id(transaction, id));
        old = TRY(PasswordStore{transaction}.hash_of(id));
        const auto words = TRY(context_words(context, transaction, account, account.user_name));
        is_good = check_password(request.raw("password"), words, "password");
    }
    // Counted apart from signing in: whoever sits at an open screen must not guess on, either.
    const auto counted = "doi-mat-khau " + std::to_string(id.value);
    if (const auto wait = desk.limits().begin(context.services().rates, request.remote_address(),
                                              counted, context.now()))
        return own_account_delayed(context, request, *wait);
    const bool matches = TRY(desk.matches(old, request.raw("old_password")));
    if (!matches) is_good = failure(Failure::invalid, "identity.password.wrong", "old_password");
    if (matches) desk.limits().succeeded(request.remote_address(), counted);
    if (!is_good) return own_account_with(context, request, is_good.error());
    const auto hash = TRY(desk.hash(request.raw("password")));
    auto transaction = TRY(context.begin());
    TRY(PasswordStore{transaction}.save(id, hash, context.now()));
    TRY(SessionStore{transaction}.end_others(id, session_token(request)));
    const auto account = TRY(account_by_id(transaction, id));
    TRY(settle_new_password(context, transaction, account));
    TRY(context.record(transaction, "identity.password.changed", "account", id.value));
    TRY(transaction.commit());
    return web::redirect_with(own_account_path(), "identity.password.changed");
}

}  // namespace caicach::identity
