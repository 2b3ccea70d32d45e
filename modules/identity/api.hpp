#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "http/request.hpp"
#include "identity/access/role.hpp"
#include "identity/access/role_holders.hpp"
#include "identity/acting/colleagues.hpp"
#include "identity/headcount/headcount.hpp"
#include "identity/passwords/password_events.hpp"
#include "identity/signers/signing.hpp"
#include "manifest/actor.hpp"
#include "organisation/api.hpp"

namespace caicach
{
class Context;
namespace database
{
class Transaction;
}
}  // namespace caicach

/// Accounts, their roles on branches of the organisation, and signing in. What app/ needs besides
/// (the session gate and the authority) stands in sessions/session_gate.hpp and
/// access/identity_authority.hpp.
namespace caicach::identity
{

/// Grants on this "agency" hold for the whole province. So do those on the provincial committee.
inline constexpr organisation::AgencyId whole_province{};

/// A person with an account. `agency` is that of the main post: its administrators look after the
/// account, and a new session acts for it. Which others the person may act for stands in post.hpp.
struct Account {
    AccountId id{};
    std::string name{};
    organisation::AgencyId agency{};
    bool is_disabled{};
    std::string code{};       ///< stands in addresses
    std::string user_name{};  ///< in the form of an e-mail address; empty while none was chosen
};

struct NewAccount {
    std::string name{};
    organisation::AgencyId agency{};
    std::string user_name{};  ///< may be empty: the person chooses it with the password
    std::string title{};      ///< of the post there: "Phó Giám đốc"; may be empty
};

/// Needs the permission "identity.manage" for the agency. invalid "identity.account.name_missing",
/// "….name_too_long", "….user_name_malformed"; conflict "….user_name_taken"; not_found for an
/// unknown agency.
[[nodiscard]] Result<AccountId> create_account(Context& context, database::Transaction& transaction,
                                               const NewAccount& account);

/// Gives the account a role on the branch below `branch`. Twice the same is once. Needs
/// "identity.manage" for that branch, for the account's agency and for all that the account holds:
/// who administers a branch has no power over those who reach beyond it.
[[nodiscard]] Result<void> grant_role(Context& context, database::Transaction& transaction,
                                      AccountId account, Role role, organisation::AgencyId branch);
/// Takes it away again; what is not there stays away.
[[nodiscard]] Result<void> revoke_role(Context& context, database::Transaction& transaction,
                                       AccountId account, Role role, organisation::AgencyId branch);

/// Ends all sessions of the account and lets it sign in no more. conflict "identity.account.own":
/// nobody locks themselves out.
[[nodiscard]] Result<void> disable_account(Context& context, database::Transaction& transaction,
                                           AccountId account);

/// Lets a disabled account in again, with the roles it held. The old password and tokens open
/// nothing any more: the person needs a new invitation. One that is open stays as it is.
[[nodiscard]] Result<void> reopen_account(Context& context, database::Transaction& transaction,
                                          AccountId account);
/// What a person's account says wrongly, put right; what is empty stays.
struct AccountCorrection {
    std::string name{};
    std::string user_name{};
};
/// Needs what disabling needs. invalid and conflict as with create_account; invalid
/// "identity.correction.missing" where nothing is put right.
[[nodiscard]] Result<void> correct_account(Context& context, database::Transaction& transaction,
                                           AccountId account, const AccountCorrection& correction);

/// not_found "identity.account.not_found".
[[nodiscard]] Result<Account> account_by_id(database::Transaction& transaction, AccountId id);
[[nodiscard]] Result<Account> account_by_code(database::Transaction& transaction,
                                              std::string_view code);
/// Nothing where nobody has the name; `user_name` as parse_user_name answers it.
[[nodiscard]] Result<std::optional<Account>> account_by_user_name(
    database::Transaction& transaction, std::string_view user_name);

/// A name to sign in with, in the form of an e-mail address, in lower case. invalid
/// "identity.account.user_name_malformed".
[[nodiscard]] Result<std::string> parse_user_name(std::string_view typed);

/// Makes the account's one-time way to choose a password, the first or a new one; earlier ones die.
/// Its path, "/loi-moi/…", which is known only now.
[[nodiscard]] Result<std::string> invite(Context& context, database::Transaction& transaction,
                                         AccountId account, std::int64_t seconds);

/// Published with an invitation that shall go by mail, in the transaction that made it.
struct InvitationByMail {
    std::string person{};
    std::string to{};       ///< the user name, which is a mail address
    std::string address{};  ///< the whole one-time address
    std::string expires{};  ///< "28/11/2026, 09:00"
    Instant expires_at{};
};

/// The administrator of a fresh installation, for a command: an account with the role for the whole
/// province (the one of that user name, if there is one) and its invitation's path.
struct NewAdministrator {
    std::string name{};
    std::string user_name{};    ///< may be empty
    std::string agency_code{};  ///< "SNV"
    /// For the last administrator who lost telephone and recovery codes: whoever has the machine is
    /// the second person that it takes.
    bool removes_second_factor{};
};
[[nodiscard]] Result<std::string> make_administrator(Context& context,
                                                     const NewAdministrator& administrator);

/// In the data folder: what hides the secrets of second factors. Whoever copies the data takes it
/// along, or nobody's telephone is of use there.
inline constexpr std::string_view key_file_name = "identity.key";

/// Requests that compute a password's hash, some 0.1 s each: they belong into a lane of their own.
[[nodiscard]] bool hashes_password(http::Method method, std::string_view path);

/// Requests that wait for the provider of sign-in, some seconds at worst: into that lane, too.
[[nodiscard]] bool asks_provider(std::string_view path);

/// The account as it acts: with its agency's name of today.
[[nodiscard]] Result<Actor> actor_of(database::Transaction& transaction, AccountId id, Date today);

/// Whether the account may, as the database has it at this moment: for what no session stands
/// behind, a calendar or a letter. A disabled account may nothing.
[[nodiscard]] Result<bool> account_may(database::Transaction& transaction, AccountId account,
                                       const Permission& permission, ScopeId scope, Date today);

/// Who acts where no browser is: commands, jobs, the demo. May everything; audited with the
/// operating-system user who started it.
[[nodiscard]] Actor system_actor(std::string name, std::string operating_system_user);

/// A one-time way in, for the sample province only.
struct SampleLink {
    std::string role{};    ///< "Điều phối"
    std::string person{};  ///< "Đàm Thu Hiền"
    std::string agency{};  ///< "Sở Nội vụ"
    std::string path{};    ///< "/dang-nhap/…", to put behind the server's address
};

/// New links for every account that has a role, in the order of the roles; all earlier ones die.
/// forbidden "identity.sample_only" where the province is real.
[[nodiscard]] Result<std::vector<SampleLink>> make_sample_links(Context& context);

/// The agencies that the invented people of the sample province work for.
struct SampleAgencies {
    organisation::AgencyId coordinating{};  ///< Sở Nội vụ
    organisation::AgencyId department{};    ///< another department
    organisation::AgencyId publishing{};    ///< the one that edits the news
    organisation::AgencyId office{};        ///< Văn phòng Ủy ban nhân dân tỉnh
};

/// The people of the sample province, one or more for each role. Only where there is no account
/// yet; answers whether it made them.
[[nodiscard]] Result<bool> seed_sample_people(Context& context, database::Transaction& transaction,
                                              const SampleAgencies& agencies);

[[nodiscard]] std::string sign_in_path();
/// The same, leading to `target` afterwards (path and query of one of our pages).
[[nodiscard]] std::string sign_in_path(std::string_view target);
[[nodiscard]] std::string sign_out_path();

}  // namespace caicach::identity
