#include "identity/passwords/password_reset_job.hpp"

#include <charconv>

#include "calendar/moment.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/oidc/oidc_link_store.hpp"
#include "identity/passwords/password_reset.hpp"
#include "identity/passwords/password_store.hpp"

namespace caicach::identity
{

namespace
{

Result<AccountId> account_in(const jobs::JobContext& job)
{
    AccountId id;
    const auto text = job.payload();
    const auto* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, id.value);
    if (error != std::errc{} || end != last)
        return failure(Failure::invalid, "identity.account.not_found");
    return id;
}

/// A person without a password has not forgotten one: who was invited takes the invitation up, in
/// the way that the administrator chose to hand it over, and who signs in at the provider asks
/// there.
Result<ResetAnswer> answer_for(const Context& context, database::Transaction& transaction,
                               const Account& account)
{
    if (account.is_disabled) return ResetAnswer::disabled;
    const auto hash = TRY(PasswordStore{transaction}.hash_of(account.id));
    if (hash) return ResetAnswer::way_in;
    const auto& provider = context.services().sign_in_provider;
    if (!provider.is_on()) return ResetAnswer::never_activated;
    const auto link = TRY(OidcLinkStore{transaction}.link_of(account.id, provider.issuer));
    return link ? ResetAnswer::at_provider : ResetAnswer::never_activated;
}

}  // namespace

Result<void> run_reset_job(Context& context, jobs::JobContext& job)
{
    const auto id = TRY(account_in(job));
    const auto& services = context.services();
    // Switched off meanwhile: the page says so by now.
    if (!id || !services.mail.is_on()) return {};
    auto transaction = TRY(context.begin());
    const auto account = TRY(account_by_id(transaction, id));
    if (account.user_name.empty()) return {};  // erased meanwhile
    const auto expires_at = context.now() + limits::reset_seconds;
    const auto answer = TRY(answer_for(context, transaction, account));
    PasswordResetAsked asked{.answer = answer,
                             .person = account.name,
                             .to = account.user_name,
                             .expires = vietnamese_moment(expires_at),
                             .expires_at = expires_at};
    if (asked.answer == ResetAnswer::way_in) {
        const auto token = TRY(PasswordResetStore{transaction}.add(id, expires_at, context.now()));
        // Never the address that a request names: whoever asks could name their own.
        asked.address = services.site + reset_path(token);
    }
    if (asked.answer == ResetAnswer::at_provider) asked.provider = services.sign_in_provider.name;
    TRY(context.publish(transaction, asked));
    TRY(context.record(transaction, "identity.password_reset.asked", "account", id.value));
    return transaction.commit();
}

}  // namespace caicach::identity
