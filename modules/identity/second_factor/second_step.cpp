#include "identity/second_factor/second_step.hpp"

#include <utility>

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

namespace
{

std::string_view key_of(StepPurpose purpose)
{
    return purpose == StepPurpose::sign_in ? "sign_in" : "enrolment";
}

}  // namespace

Result<http::Cookie> SecondStepStore::begin(const NewStep& step, Instant now)
{
    TRY(m_transaction.change(sql::delete_expired_second_steps, now));
    const auto token = crypto::random_token(limits::secret_bytes);
    std::optional<std::string_view> draft;
    if (!step.draft.empty()) draft = step.draft;
    TRY(m_transaction.change_one(sql::insert_second_step, crypto::sha256_hex(token), step.account,
                                 key_of(step.purpose), draft, step.target,
                                 now + limits::second_step_seconds));
    return http::Cookie{.name = std::string(second_step_cookie),
                        .value = token,
                        .seconds = limits::second_step_seconds};
}

Result<std::optional<SecondStep>> SecondStepStore::find(std::string_view token, StepPurpose purpose,
                                                        Instant now)
{
    using Found = std::optional<SecondStep>;
    const auto hash = token_hash(token);
    if (!hash) return Found{};
    const auto read = [&](const database::Row& row) {
        return SecondStep{.account = account_of(row),
                          .purpose = row.text("purpose") == key_of(StepPurpose::sign_in)
                                         ? StepPurpose::sign_in
                                         : StepPurpose::enrolment,
                          .draft = row.maybe_text("draft").value_or(""),
                          .target = row.string("target"),
                          .tries = row.integer("tries"),
                          .expires_at = row.instant("expires_at")};
    };
    auto step = TRY(m_transaction.maybe_one(sql::second_step_by_token, read, *hash));
    const bool is_open = step && step->purpose == purpose && now < step->expires_at &&
                         step->tries < limits::second_step_tries_max && !step->account.is_disabled;
    if (!is_open) return Found{};
    return step;
}

Result<bool> SecondStepStore::take_try(std::string_view token)
{
    // The WHERE decides between two who send a code at once.
    const auto taken =
        TRY(m_transaction.change(sql::take_try, token_hash(token).value_or(""),
                                 static_cast<std::int64_t>(limits::second_step_tries_max)));
    return taken > 0;
}

Result<void> SecondStepStore::end(std::string_view token)
{
    if (const auto hash = token_hash(token))
        TRY(m_transaction.change(sql::delete_second_step, *hash));
    return {};
}

Result<void> SecondStepStore::end_all_of(AccountId account)
{
    TRY(m_transaction.change(sql::delete_second_steps_of_account, account));
    return {};
}

std::string_view second_step_token(const http::Request& request)
{
    return request.cookie(http::cookie_name(second_step_cookie)).value_or("");
}

http::Cookie no_second_step()
{
    return {.name = std::string(second_step_cookie), .value = "-", .seconds = 0};
}

}  // namespace caicach::identity
