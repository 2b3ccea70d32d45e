#pragma once
#include "base/result.hpp"
#include "identity/api.hpp"
#include "identity/oidc/oidc_token.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// What came of looking for the account of a person whom the provider has signed in.
struct OidcFinding {
    AccountId known{};  ///< whose line the audit gets; none where nobody is meant
    bool is_admitted{};
};

/// Whose account this is: first the one that is linked with the subject; else, where the
/// configuration allows it, the one whose user name is the verified address, if it has no link
/// yet: it is linked now, for ever. Nobody gets an account here, and a disabled one is none.
[[nodiscard]] Result<OidcFinding> find_oidc_account(Context& context,
                                                    database::Transaction& transaction,
                                                    const OidcIdentity& identity);

/// For administrators. conflict "identity.oidc.linked_already", invalid
/// "identity.oidc.subject_malformed".
[[nodiscard]] Result<void> link_oidc_account(Context& context, database::Transaction& transaction,
                                             const Account& account, std::string_view subject);
/// Ends all sessions of the account, too. conflict "identity.oidc.not_linked".
[[nodiscard]] Result<void> unlink_oidc_account(Context& context, database::Transaction& transaction,
                                               const Account& account);

}  // namespace caicach::identity
