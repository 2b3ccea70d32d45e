#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/sealing.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

/// The code that a person's telephone shows, beside the password. Start here; what the person sees
/// while signing in is in second_step_handlers.hpp, what they do about it themselves in
/// own_second_factor_handlers.hpp.
namespace caicach::identity
{

/// As stored.
struct SecondFactor {
    std::string secret{};      ///< sealed
    std::int64_t last_step{};  ///< codes of this half minute and before are used up
    Instant enrolled_at{};
};

/// Rows of identity_second_factor.
class SecondFactorStore
{
public:
    explicit SecondFactorStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<std::optional<SecondFactor>> find(AccountId account);
    [[nodiscard]] Result<void> save(AccountId account, const SecondFactor& factor);
    /// Whether no code of that half minute, or of a later one, was used before.
    [[nodiscard]] Result<bool> use_step(AccountId account, std::int64_t step);
    /// Whether there was one.
    [[nodiscard]] Result<bool> remove(AccountId account);

private:
    database::Transaction& m_transaction;
};

/// What hides the secrets in the database: `identity.key` of the data folder, made where there is
/// none. Read it before the transaction is opened: it lies on a disk.
[[nodiscard]] Result<crypto::SealingKey> second_factor_key(const Context& context);

/// A new secret for the account's telephone, sealed.
[[nodiscard]] std::string make_secret(const crypto::SealingKey& key, AccountId account);
/// unavailable "identity.second_factor.key_wrong": another key sealed it.
[[nodiscard]] Result<std::string> open_secret(const crypto::SealingKey& key, AccountId account,
                                              std::string_view sealed);

/// Whether one of the account's roles asks for a second factor.
[[nodiscard]] Result<bool> needs_second_factor(const Context& context,
                                               database::Transaction& transaction,
                                               AccountId account);

enum class TakenCode { none, one_time, recovery };
/// Whether what was typed is a code of the account's telephone or one of its recovery codes; it is
/// used up then, and a recovery code has its audit line. `none` as well for an account without a
/// second factor.
[[nodiscard]] Result<TakenCode> take_code(Context& context, database::Transaction& transaction,
                                          const crypto::SealingKey& key, const Actor& person,
                                          std::string_view typed);

/// What was typed, as an app shows it: six digits, whatever blanks stand between them.
[[nodiscard]] std::optional<std::string> parse_one_time_code(std::string_view typed);

/// The code proves that the person's app holds the drafted secret: from now on it is the second
/// factor. New recovery codes; all other sessions end, and all steps under way. Nothing where the
/// code is wrong.
[[nodiscard]] Result<std::optional<std::vector<std::string>>> enrol(
    Context& context, database::Transaction& transaction, const crypto::SealingKey& key,
    const Actor& person, std::string_view draft, std::string_view typed);

/// Why an administrator takes a second factor away; the key is kept in the audit.
struct RemovalReason {
    std::string_view key{};
    std::string_view text{};
};
/// Those that an administrator chooses among.
[[nodiscard]] std::span<const RemovalReason> removal_reasons();
[[nodiscard]] std::optional<RemovalReason> removal_reason(std::string_view key);
/// Of whoever has the machine.
inline constexpr RemovalReason removal_by_command{"command", "Theo lệnh trên máy chủ"};

/// For a person who lost both telephone and recovery codes: sessions end, and a person whose roles
/// ask for it enrols anew at the next sign-in. Needs "identity.manage" over all that the account
/// holds. conflict "identity.second_factor.own": it takes two people; conflict "….none".
[[nodiscard]] Result<void> remove_second_factor(Context& context,
                                                database::Transaction& transaction,
                                                const Account& account, RemovalReason reason);

/// For `caicach check`: the accounts whose secret does not open with the key, in sentences.
[[nodiscard]] Result<std::vector<std::string>> find_unreadable_secrets(Context& context);

}  // namespace caicach::identity
