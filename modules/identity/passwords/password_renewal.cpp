#include "identity/passwords/password_renewal.hpp"

#include "calendar/moment.hpp"
#include "database/transaction.hpp"
#include "identity/accounts/invitation.hpp"
#include "identity/limits.hpp"
#include "identity/passwords/password_reset.hpp"
#include "identity/passwords/password_store.hpp"
#include "identity/second_factor/second_step.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/tokens/api_token_store.hpp"

namespace caicach::identity
{

namespace
{

Result<void> forget_other_ways(database::Transaction& transaction, AccountId account)
{
    TRY(InvitationStore{transaction}.forget_unused_of(account));
    TRY(PasswordResetStore{transaction}.forget_all_of(account));
    return SecondStepStore{transaction}.end_all_of(account);
}

/// So that whoever did not do it learns of it (ASVS 5.0, 6.3.7).
Result<void> tell_owner(Context& context, database::Transaction& transaction,
                        const Account& account)
{
    if (!context.services().mail.is_on() || account.user_name.empty()) return {};
    return context.publish(transaction,
                           PasswordRenewed{.person = account.name,
                                           .to = account.user_name,
                                           .at = vietnamese_moment(context.now()),
                                           .expires_at = context.now() + limits::notice_seconds});
}

}  // namespace

Result<void> settle_new_password(Context& context, database::Transaction& transaction,
                                 const Account& account)
{
    TRY(forget_other_ways(transaction, account.id));
    return tell_owner(context, transaction, account);
}

Result<void> renew_password(Context& context, database::Transaction& transaction,
                            const Account& account, std::string_view hash)
{
    auto passwords = PasswordStore{transaction};
    const auto older = TRY(passwords.hash_of(account.id));
    TRY(passwords.save(account.id, hash, context.now()));
    TRY(SessionStore{transaction}.end_all_of(account.id));
    TRY(ApiTokenStore{transaction}.revoke_all_of(account.id, context.now()));
    if (older) return settle_new_password(context, transaction, account);
    return forget_other_ways(transaction, account.id);
}

}  // namespace caicach::identity
