#include "identity/second_factor/own_second_factor_handlers.hpp"

#include <utility>

#include "identity/accounts/own_account_handlers.hpp"
#include "identity/limits.hpp"
#include "identity/passwords/password_store.hpp"
#include "identity/second_factor/own_second_factor_views.hpp"
#include "identity/second_factor/recovery_code.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "identity/second_factor/second_factor_views.hpp"
#include "identity/second_factor/second_step.hpp"
#include "identity/sessions/session_beginning.hpp"
#include "identity/sign_in/sign_in_views.hpp"
#include "identity/wait_error.hpp"

namespace caicach::identity
{

namespace
{

Result<OwnSecondFactorPage> page_of(Context& context, std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    const auto id = context.actor().account;
    const auto hash = TRY(PasswordStore{transaction}.hash_of(id));
    const auto factor = TRY(SecondFactorStore{transaction}.find(id));
    const auto left = TRY(RecoveryCodeStore{transaction}.left(id));
    OwnSecondFactorPage page{
        .has_password = hash.has_value(), .recovery_codes_left = left, .error = std::move(error)};
    if (factor) page.enrolled_at = factor->enrolled_at;
    return page;
}

Result<http::Response> own_page(Context& context, std::optional<Error> error)
{
    const auto page = TRY(page_of(context, std::move(error)));
    return own_second_factor_page(context, page);
}

/// Once the password was right: the code, where there is a second factor, and then the work.
struct Work {
    bool is_allowed{};
    std::vector<std::string> recovery_codes{};
    std::optional<http::Cookie> step{};
};

Result<Work> work_of(Context& context, const http::Request& request, const crypto::SealingKey& key)
{
    Work work;
    auto transaction = TRY(context.begin());
    const auto& person = context.actor();
    const auto factor = TRY(SecondFactorStore{transaction}.find(person.account));
    auto taken = TakenCode::one_time;
    if (factor) taken = TRY(take_code(context, transaction, key, person, request.raw("code")));
    const bool wants_codes = request.raw("viec") == "ma";
    work.is_allowed = taken != TakenCode::none && (factor || !wants_codes);
    if (!work.is_allowed) {
        TRY(context.record(transaction, "identity.second_step.refused", "account",
                           person.account.value));
    } else if (wants_codes) {
        work.recovery_codes = TRY(RecoveryCodeStore{transaction}.renew(person.account));
        TRY(context.record(transaction, "identity.recovery_codes.renewed", "account",
                           person.account.value));
    } else {
        const auto draft = make_secret(key, person.account);
        work.step = TRY(SecondStepStore{transaction}.begin({.account = person.account,
                                                            .purpose = StepPurpose::enrolment,
                                                            .draft = draft,
                                                            .target = own_second_factor_path()},
                                                           context.now()));
    }
    TRY(transaction.commit());
    return work;
}

/// The step that this very person began in this browser.
Result<SecondStep> own_step(const Context& context, database::Transaction& transaction,
                            const http::Request& request)
{
    auto step = TRY(SecondStepStore{transaction}.find(second_step_token(request),
                                                      StepPurpose::enrolment, context.now()));
    if (!step || step->account.id != context.actor().account)
        return failure(Failure::not_found, "identity.enrolment.over");
    return std::move(*step);
}

Result<http::Response> enrolment_page(const Context& context, const crypto::SealingKey& key,
                                      const SecondStep& step, std::optional<Error> error)
{
    auto shown = TRY(shown_secret(context, key, step.account, step.draft));
    return own_enrolment_page(context, {.secret = std::move(shown), .error = std::move(error)});
}

http::Response codes_page(const Context& context, std::vector<std::string> codes)
{
    return recovery_codes_page(context, {.person = context.actor().name,
                                         .codes = std::move(codes),
                                         .next_path = own_second_factor_path()});
}

}  // namespace

std::string own_second_factor_path() { return own_account_path() + "/hai-buoc"; }
std::string own_enrolment_path() { return own_second_factor_path() + "/dien-thoai"; }

Result<http::Response> show_own_second_factor(Context& context, const http::Request& request)
{
    static_cast<void>(request);
    return own_page(context, {});
}

Result<http::Response> change_own_second_factor(PasswordDesk& desk, Context& context,
                                                const http::Request& request)
{
    const auto id = context.actor().account;
    std::optional<std::string> hash;
    {
        auto transaction = TRY(context.read());
        hash = TRY(PasswordStore{transaction}.hash_of(id));
    }
    // Counted apart from signing in: whoever sits at an open screen must not guess on, either.
    const auto counted = "xac-nhan-lai " + std::to_string(id.value);
    const auto& address = request.remote_address();
    const auto& rates = context.services().rates;
    if (const auto wait = desk.limits().begin(rates, address, counted, context.now())) {
        auto page = TRY(own_page(context, wait_error("password", *wait)));
        return delayed(std::move(page), *wait);
    }
    const bool matches = TRY(desk.matches(hash, request.raw("password")));
    Work work;
    if (matches) {
        const auto key = TRY(second_factor_key(context));
        work = TRY(work_of(context, request, key));
    }
    if (!work.is_allowed) {
        return own_page(context, Error{.kind = Failure::invalid,
                                       .key = "identity.second_factor.not_confirmed",
                                       .field = "password"});
    }
    desk.limits().succeeded(address, counted);
    if (!work.step) return codes_page(context, std::move(work.recovery_codes));
    auto response = http::redirect(own_enrolment_path());
    response.add_cookie(*work.step);
    return response;
}

Result<http::Response> show_own_enrolment(Context& context, const http::Request& request)
{
    const auto key = TRY(second_factor_key(context));
    auto transaction = TRY(context.read());
    const auto step = TRY(own_step(context, transaction, request));
    return enrolment_page(context, key, step, {});
}

Result<http::Response> enrol_own_telephone(Context& context, const http::Request& request)
{
    const auto key = TRY(second_factor_key(context));
    auto transaction = TRY(context.begin());
    const auto step = TRY(own_step(context, transaction, request));
    // No limit is needed beyond the step's own: the secret stands on the page.
    const bool may_try = TRY(SecondStepStore{transaction}.take_try(second_step_token(request)));
    if (!may_try) return failure(Failure::not_found, "identity.enrolment.over");
    auto codes =
        TRY(enrol(context, transaction, key, context.actor(), step.draft, request.raw("code")));
    if (!codes) {
        TRY(transaction.commit());
        return enrolment_page(
            context, key, step,
            Error{.kind = Failure::invalid, .key = "identity.enrolment.wrong", .field = "code"});
    }
    const auto cookie =
        TRY(begin_session(context, transaction, request, context.actor(), Assurance::full));
    TRY(transaction.commit());
    auto response = codes_page(context, std::move(*codes));
    response.add_cookie(cookie);
    response.add_cookie(no_second_step());
    return response;
}

}  // namespace caicach::identity
