#include "identity/second_factor/second_factor.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "crypto/key_file.hpp"
#include "crypto/one_time_code.hpp"
#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/second_factor/recovery_code.hpp"
#include "identity/second_factor/second_factor_policy.hpp"
#include "identity/second_factor/second_step.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

namespace
{

constexpr std::array<RemovalReason, 3> reasons{{
    {"lost", "Mất điện thoại"},
    {"replaced", "Điện thoại hỏng, đổi hoặc cài lại"},
    {"suspected", "Nghi có người khác biết mã"},
}};

std::string about(AccountId account) { return fmt::format("second factor of {}", account.value); }

/// A line about the person, who is not signed in yet while a sign-in is under way.
Result<void> record_of(Context& context, database::Transaction& transaction, const Actor& person,
                       std::string_view action)
{
    return context.record_as(person, transaction, action, "account", person.account.value);
}

Result<bool> take_one_time_code(Context& context, database::Transaction& transaction,
                                const crypto::SealingKey& key, AccountId account,
                                const std::string& code)
{
    auto store = SecondFactorStore{transaction};
    const auto factor = TRY(store.find(account));
    if (!factor) return false;
    const auto secret = TRY(open_secret(key, account, factor->secret));
    const auto step = crypto::matching_step(secret, code, context.now(), factor->last_step);
    if (!step) return false;
    return store.use_step(account, *step);
}

}  // namespace

Result<std::optional<SecondFactor>> SecondFactorStore::find(AccountId account)
{
    const auto read = [](const database::Row& row) {
        return SecondFactor{.secret = row.string("secret"),
                            .last_step = row.integer("last_step"),
                            .enrolled_at = row.instant("enrolled_at")};
    };
    return m_transaction.maybe_one(sql::second_factor_of_account, read, account);
}

Result<void> SecondFactorStore::save(AccountId account, const SecondFactor& factor)
{
    return m_transaction.change_one(sql::save_second_factor, account, factor.secret,
                                    factor.last_step, factor.enrolled_at);
}

Result<bool> SecondFactorStore::use_step(AccountId account, std::int64_t step)
{
    // The WHERE decides between two who send the same code at once.
    const auto used = TRY(m_transaction.change(sql::use_code_step, account, step));
    return used > 0;
}

Result<bool> SecondFactorStore::remove(AccountId account)
{
    const auto removed = TRY(m_transaction.change(sql::delete_second_factor, account));
    return removed > 0;
}

Result<crypto::SealingKey> second_factor_key(const Context& context)
{
    const auto bytes =
        TRY(crypto::key_of_file(context.services().data_folder + "/" + std::string(key_file_name)));
    auto key = crypto::SealingKey::from_bytes(bytes);
    VERIFY(key);  // a key file holds as many bytes as a key
    return std::move(*key);
}

std::string make_secret(const crypto::SealingKey& key, AccountId account)
{
    return key.seal(crypto::make_code_secret(), about(account));
}

Result<std::string> open_secret(const crypto::SealingKey& key, AccountId account,
                                std::string_view sealed)
{
    auto secret = key.open(sealed, about(account));
    if (!secret) return failure(Failure::unavailable, "identity.second_factor.key_wrong");
    return std::move(*secret);
}

Result<bool> needs_second_factor(const Context& context, database::Transaction& transaction,
                                 AccountId account)
{
    const SecondFactorPolicy policy(context.services().second_factor_roles);
    const auto held = TRY(roles_of(transaction, account));
    return std::ranges::any_of(held,
                               [&](const HeldRole& entry) { return policy.asks(entry.role); });
}

std::optional<std::string> parse_one_time_code(std::string_view typed)
{
    if (typed.size() > limits::typed_code_length_max) return std::nullopt;
    std::string code;
    for (const char c : typed) {
        if (c != ' ') code += c;
    }
    const bool is_one = code.size() == crypto::code_digits &&
                        code.find_first_not_of("0123456789") == std::string::npos;
    if (!is_one) return std::nullopt;
    return code;
}

Result<TakenCode> take_code(Context& context, database::Transaction& transaction,
                            const crypto::SealingKey& key, const Actor& person,
                            std::string_view typed)
{
    if (const auto code = parse_one_time_code(typed)) {
        const bool is_right =
            TRY(take_one_time_code(context, transaction, key, person.account, *code));
        return is_right ? TakenCode::one_time : TakenCode::none;
    }
    const bool is_right =
        TRY(RecoveryCodeStore{transaction}.use(person.account, typed, context.now()));
    if (!is_right) return TakenCode::none;
    TRY(record_of(context, transaction, person, "identity.recovery_code.used"));
    return TakenCode::recovery;
}

Result<std::optional<std::vector<std::string>>> enrol(Context& context,
                                                      database::Transaction& transaction,
                                                      const crypto::SealingKey& key,
                                                      const Actor& person, std::string_view draft,
                                                      std::string_view typed)
{
    using Codes = std::optional<std::vector<std::string>>;
    const auto code = parse_one_time_code(typed);
    if (!code) return Codes{};
    const auto secret = TRY(open_secret(key, person.account, draft));
    const auto step = crypto::matching_step(secret, *code, context.now(), 0);
    if (!step) return Codes{};
    TRY(SecondFactorStore{transaction}.save(
        person.account,
        {.secret = std::string(draft), .last_step = *step, .enrolled_at = context.now()}));
    auto codes = TRY(RecoveryCodeStore{transaction}.renew(person.account));
    TRY(SecondStepStore{transaction}.end_all_of(person.account));
    TRY(SessionStore{transaction}.end_all_of(person.account));
    TRY(record_of(context, transaction, person, "identity.second_factor.enrolled"));
    return Codes{std::move(codes)};
}

std::span<const RemovalReason> removal_reasons() { return reasons; }

std::optional<RemovalReason> removal_reason(std::string_view key)
{
    const auto* const found = std::ranges::find(reasons, key, &RemovalReason::key);
    if (found == reasons.end()) return std::nullopt;
    return *found;
}

Result<void> remove_second_factor(Context& context, database::Transaction& transaction,
                                  const Account& account, RemovalReason reason)
{
    TRY(require_over(context, transaction, account));
    if (account.id == context.actor().account)
        return failure(Failure::conflict, "identity.second_factor.own");
    const bool was_there = TRY(SecondFactorStore{transaction}.remove(account.id));
    if (!was_there) return failure(Failure::conflict, "identity.second_factor.none");
    TRY(RecoveryCodeStore{transaction}.remove(account.id));
    TRY(SecondStepStore{transaction}.end_all_of(account.id));
    TRY(SessionStore{transaction}.end_all_of(account.id));
    // One of our own words: nothing needs escaping, and nothing personal stands in it.
    const auto detail = fmt::format(R"({{"reason":"{}"}})", reason.key);
    return context.record(transaction, "identity.second_factor.removed", "account",
                          account.id.value, detail);
}

Result<std::vector<std::string>> find_unreadable_secrets(Context& context)
{
    struct Sealed {
        AccountId account{};
        std::string secret{};
    };
    auto transaction = TRY(context.read());
    const auto read = [](const database::Row& row) {
        return Sealed{row.id<AccountId>("account_id"), row.string("secret")};
    };
    const auto all = TRY(transaction.all(sql::second_factors, read, limits::accounts_max));
    std::vector<std::string> problems;
    // Where there is nothing to open, no key is made, either.
    if (all.empty()) return problems;
    const auto key = TRY(second_factor_key(context));
    const auto unreadable = std::ranges::count_if(
        all, [&](const Sealed& sealed) { return !key.open(sealed.secret, about(sealed.account)); });
    if (unreadable > 0) {
        problems.push_back(fmt::format(
            "Tệp khóa identity.key không mở được xác thực hai bước của {} tài khoản: hãy đặt lại "
            "tệp khóa của dữ liệu này, hoặc gỡ xác thực hai bước của họ.",
            unreadable));
    }
    return problems;
}

}  // namespace caicach::identity
