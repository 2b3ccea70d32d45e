#include "identity/oidc/oidc_accounts.hpp"

#include <algorithm>

#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/oidc/oidc_link_store.hpp"
#include "identity/sessions/session_store.hpp"

namespace caicach::identity
{

namespace
{

OidcFinding finding_of(const Account& account) { return {account.id, !account.is_disabled}; }

/// The account whose user name is the address that the provider has verified.
Result<std::optional<Account>> account_of_address(database::Transaction& transaction,
                                                  const std::string& email)
{
    const auto user_name = parse_user_name(email);
    if (!user_name) return std::optional<Account>{};
    return account_by_user_name(transaction, *user_name);
}

bool is_subject(std::string_view text)
{
    return !text.empty() && text.size() <= limits::oidc_subject_length_max &&
           std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

}  // namespace

Result<OidcFinding> find_oidc_account(Context& context, database::Transaction& transaction,
                                      const OidcIdentity& identity)
{
    const auto& provider = context.services().sign_in_provider;
    auto links = OidcLinkStore{transaction};
    const auto linked = TRY(links.account_of(provider.issuer, identity.subject));
    if (linked) return finding_of(*linked);
    if (!provider.links_by_email || identity.email.empty()) return OidcFinding{};
    const auto named = TRY(account_of_address(transaction, identity.email));
    if (!named) return OidcFinding{};
    auto finding = finding_of(*named);
    // Another subject has this address already: a mailbox may go to another person, an account not.
    const auto other = TRY(links.link_of(named->id, provider.issuer));
    if (other) finding.is_admitted = false;
    if (!finding.is_admitted) return finding;
    TRY(links.link(named->id, provider.issuer, identity.subject, context.now()));
    const auto actor = TRY(actor_of(transaction, named->id, context.today()));
    TRY(context.record_as(actor, transaction, "identity.oidc.linked", "account", named->id.value,
                          R"({"by":"email"})"));
    return finding;
}

Result<void> link_oidc_account(Context& context, database::Transaction& transaction,
                               const Account& account, std::string_view subject)
{
    TRY(require_over(context, transaction, account));
    const auto& provider = context.services().sign_in_provider;
    if (!provider.is_on()) return failure(Failure::conflict, "identity.oidc.off");
    if (!is_subject(subject))
        return failure(Failure::invalid, "identity.oidc.subject_malformed", "subject");
    TRY(OidcLinkStore{transaction}.link(account.id, provider.issuer, subject, context.now()));
    return context.record(transaction, "identity.oidc.linked", "account", account.id.value,
                          R"({"by":"administrator"})");
}

Result<void> unlink_oidc_account(Context& context, database::Transaction& transaction,
                                 const Account& account)
{
    TRY(require_over(context, transaction, account));
    const auto& provider = context.services().sign_in_provider;
    if (!provider.is_on()) return failure(Failure::conflict, "identity.oidc.off");
    const bool was_linked = TRY(OidcLinkStore{transaction}.unlink(account.id, provider.issuer));
    if (!was_linked) return failure(Failure::conflict, "identity.oidc.not_linked");
    TRY(SessionStore{transaction}.end_all_of(account.id));
    return context.record(transaction, "identity.oidc.unlinked", "account", account.id.value);
}

}  // namespace caicach::identity
