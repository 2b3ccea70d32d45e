#include "identity/passwords/password_reset_handlers.hpp"

#include <string>

#include "database/transaction.hpp"
#include "identity/api.hpp"
#include "identity/passwords/password_choice.hpp"
#include "identity/passwords/password_renewal.hpp"
#include "identity/passwords/password_reset.hpp"
#include "identity/passwords/password_reset_job.hpp"
#include "identity/passwords/password_reset_views.hpp"
#include "jobs/jobs.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

/// The reset of the path, if it still opens something now.
Result<PasswordReset> open_reset(Context& context, database::Transaction& transaction,
                                 const std::string& token)
{
    auto reset = TRY(PasswordResetStore{transaction}.find(token));
    TRY(reset.admits(context.now()));
    return reset;
}

/// One job more, also for a name that nobody has: the clock must not tell which it was.
Result<void> enqueue_answer(Context& context, const std::string& user_name)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(account_by_user_name(transaction, user_name));
    const auto id = account ? account->id : AccountId{};
    TRY(jobs::enqueue(transaction, reset_job, std::to_string(id.value), {.now = context.now()}));
    if (const auto& wake = context.services().wake_worker) transaction.after_commit(wake);
    return transaction.commit();
}

Result<void> take_up(Context& context, const std::string& token, std::string_view hash)
{
    auto transaction = TRY(context.begin());
    // Looked at again: it may have been used, or the account disabled, while we computed.
    const auto reset = TRY(open_reset(context, transaction, token));
    TRY(PasswordResetStore{transaction}.use_up(token));
    TRY(renew_password(context, transaction, reset.account, hash));
    const auto owner = TRY(actor_of(transaction, reset.account.id, context.today()));
    TRY(context.record_as(owner, transaction, "identity.password.reset", "account",
                          reset.account.id.value));
    return transaction.commit();
}

}  // namespace

Result<http::Response> show_forgotten(Context& context, const http::Request& /*request*/)
{
    return forgotten_page(context, {});
}

Result<http::Response> ask_for_reset(PasswordDesk& desk, Context& context,
                                     const http::Request& request)
{
    if (!context.services().mail.is_on()) return forgotten_page(context, {});
    const auto user_name = parse_user_name(request.raw("user_name"));
    if (!user_name) {
        return forgotten_page(context, {.user_name = std::string(request.raw("user_name")),
                                        .error = user_name.error()});
    }
    // Beyond the limit nothing is sent and nothing is said: the owner has letters enough, and who
    // asks learns nothing.
    if (desk.may_send(context.services().rates.slip, *user_name, context.now()))
        TRY(enqueue_answer(context, *user_name));
    return web::redirect_with(forgotten_path(), "identity.reset.asked");
}

Result<http::Response> show_reset(Context& context, const http::Request& request)
{
    const auto token = TRY(request.path<std::string>("token"));
    auto transaction = TRY(context.read());
    const auto reset = open_reset(context, transaction, token);
    if (!reset) return reset_refused_page(context, reset.error());
    return reset_page(context,
                      {.user_name = reset->account.user_name, .action = reset_path(token)});
}

Result<http::Response> accept_reset(const PasswordDesk& desk, Context& context,
                                    const http::Request& request)
{
    const auto token = TRY(request.path<std::string>("token"));
    ResetView view{.action = reset_path(token)};
    Result<std::string> password;
    {
        auto transaction = TRY(context.read());
        const auto reset = open_reset(context, transaction, token);
        if (!reset) return reset_refused_page(context, reset.error());
        view.user_name = reset->account.user_name;
        const auto words = TRY(context_words(context, transaction, reset->account, view.user_name));
        password = chosen_password(request, words);
    }
    if (!password) {
        view.error = password.error();
        return reset_page(context, view);
    }
    const auto hash = TRY(desk.hash(*password));
    const auto done = take_up(context, token, hash);
    if (!done) return reset_refused_page(context, done.error());
    return web::redirect_with(sign_in_path(), "identity.reset.done");
}

}  // namespace caicach::identity
