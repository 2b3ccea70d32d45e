#include "identity/accounts/invitation.hpp"

#include <utility>

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sql.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

namespace
{

/// Of that user name, or a new one. The same command twice makes one account.
Result<AccountId> account_for(Context& context, database::Transaction& transaction,
                              const NewAdministrator& administrator)
{
    if (!administrator.user_name.empty()) {
        const auto user_name = TRY(parse_user_name(administrator.user_name));
        const auto known = TRY(account_by_user_name(transaction, user_name));
        if (known) return known->id;
    }
    const auto agency =
        TRY(organisation::agency_by_code(transaction, administrator.agency_code, context.today()));
    return create_account(
        context, transaction,
        {.name = administrator.name, .agency = agency.id, .user_name = administrator.user_name});
}

Result<void> remove_by_command(Context& context, database::Transaction& transaction, AccountId id)
{
    const auto account = TRY(account_by_id(transaction, id));
    return remove_second_factor(context, transaction, account, removal_by_command);
}

}  // namespace

Result<void> Invitation::admits(Instant now) const
{
    if (is_used) return failure(Failure::not_found, "identity.invitation.used");
    if (now >= expires_at) return failure(Failure::not_found, "identity.invitation.expired");
    if (account.is_disabled) return failure(Failure::not_found, "identity.link.account_disabled");
    return {};
}

Result<std::string> InvitationStore::add(AccountId account, Instant expires_at)
{
    TRY(forget_unused_of(account));
    auto token = crypto::random_token(limits::secret_bytes);
    TRY(m_transaction.change_one(sql::insert_invitation, crypto::sha256_hex(token), account,
                                 expires_at));
    return token;
}

Result<void> InvitationStore::forget_unused_of(AccountId account)
{
    TRY(m_transaction.change(sql::delete_unused_invitations, account));
    return {};
}

Result<Invitation> InvitationStore::find(std::string_view token)
{
    const auto hash = token_hash(token);
    if (!hash) return failure(Failure::not_found, "identity.invitation.unknown");
    const auto read = [](const database::Row& row) {
        return Invitation{.account = account_of(row),
                          .expires_at = row.instant("expires_at"),
                          .is_used = !row.is_null("used_at")};
    };
    auto invitation = TRY(m_transaction.maybe_one(sql::invitation_by_token, read, *hash));
    if (!invitation) return failure(Failure::not_found, "identity.invitation.unknown");
    return std::move(*invitation);
}

Result<void> InvitationStore::use_up(std::string_view token, Instant now)
{
    // The WHERE decides between two who press the button at once.
    const auto used =
        TRY(m_transaction.change(sql::use_invitation, crypto::sha256_hex(token), now));
    if (used == 0) return failure(Failure::not_found, "identity.invitation.used");
    return {};
}

std::string invitation_path(std::string_view token) { return "/loi-moi/" + std::string(token); }

Result<std::string> invite(Context& context, database::Transaction& transaction, AccountId account,
                           std::int64_t seconds)
{
    const auto found = TRY(account_by_id(transaction, account));
    TRY(require_over(context, transaction, found));
    if (found.is_disabled)
        return failure(Failure::conflict, "identity.invitation.account_disabled");
    const auto token = TRY(InvitationStore{transaction}.add(account, context.now() + seconds));
    TRY(context.record(transaction, "identity.invitation.made", "account", account.value));
    return invitation_path(token);
}

Result<std::string> make_administrator(Context& context, const NewAdministrator& administrator)
{
    auto transaction = TRY(context.begin());
    const auto account = TRY(account_for(context, transaction, administrator));
    TRY(grant_role(context, transaction, account, Role::administrator, whole_province));
    if (administrator.removes_second_factor) TRY(remove_by_command(context, transaction, account));
    auto path = TRY(invite(context, transaction, account, limits::first_invitation_seconds));
    TRY(transaction.commit());
    return path;
}

}  // namespace caicach::identity
