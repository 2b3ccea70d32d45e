#include "identity/second_factor/second_step_handlers.hpp"

#include <utility>

#include "identity/limits.hpp"
#include "identity/second_factor/own_second_factor_handlers.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "identity/second_factor/second_factor_views.hpp"
#include "identity/second_factor/second_step.hpp"
#include "identity/second_factor/second_step_views.hpp"
#include "identity/sessions/session_beginning.hpp"
#include "identity/sign_in/sign_in_views.hpp"
#include "identity/wait_error.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

Error over() { return {.kind = Failure::not_found, .key = "identity.second_step.over"}; }

/// The step that this browser is at; without one, a page says so.
Result<std::optional<SecondStep>> step_of(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return SecondStepStore{transaction}.find(second_step_token(request), StepPurpose::sign_in,
                                             context.now());
}

Result<http::Response> page_of(const Context& context, const crypto::SealingKey& key,
                               const SecondStep& step, std::optional<Error> error)
{
    if (step.draft.empty())
        return code_page(context, {.person = step.account.name, .error = std::move(error)});
    const auto shown = TRY(shown_secret(context, key, step.account, step.draft));
    return sign_in_enrolment_page(
        context, {.person = step.account.name, .secret = shown, .error = std::move(error)});
}

/// What a code did.
struct Outcome {
    bool is_over{};  ///< somebody else used the last try up
    bool is_right{};
    TakenCode taken{};
    std::vector<std::string> recovery_codes{};  ///< where it set the telephone up
    http::Cookie cookie{};                      ///< of the session
};

Result<void> check_code(Context& context, database::Transaction& transaction,
                        const crypto::SealingKey& key, const SecondStep& step, const Actor& person,
                        std::string_view typed, Outcome& outcome)
{
    if (step.draft.empty()) {
        outcome.taken = TRY(take_code(context, transaction, key, person, typed));
        outcome.is_right = outcome.taken != TakenCode::none;
        return {};
    }
    auto codes = TRY(enrol(context, transaction, key, person, step.draft, typed));
    outcome.is_right = codes.has_value();
    if (codes) outcome.recovery_codes = std::move(*codes);
    return {};
}

/// Takes one try up and looks at the code; a right one begins the session, a wrong one has its
/// line.
Result<Outcome> try_code(Context& context, const http::Request& request,
                         const crypto::SealingKey& key, std::string_view typed)
{
    const auto token = second_step_token(request);
    auto transaction = TRY(context.begin());
    auto steps = SecondStepStore{transaction};
    // Looked at again: it may have been ended meanwhile, or the account disabled.
    const auto step = TRY(steps.find(token, StepPurpose::sign_in, context.now()));
    if (!step) return Outcome{.is_over = true};
    const bool may_try = TRY(steps.take_try(token));
    if (!may_try) return Outcome{.is_over = true};
    Outcome outcome;
    const auto person = TRY(actor_of(transaction, step->account.id, context.today()));
    TRY(check_code(context, transaction, key, *step, person, typed, outcome));
    if (outcome.is_right) {
        TRY(steps.end(token));
        outcome.cookie = TRY(begin_session(context, transaction, request, person, Assurance::full));
    } else {
        TRY(context.record(transaction, "identity.second_step.refused", "account",
                           person.account.value));
    }
    TRY(transaction.commit());
    return outcome;
}

http::Response step_is_over(const Context& context)
{
    auto response = second_step_over_page(context, over());
    response.add_cookie(no_second_step());
    return response;
}

Result<http::Response> refused(const Context& context, const crypto::SealingKey& key,
                               const SecondStep& step)
{
    const auto left = limits::second_step_tries_max - step.tries - 1;
    if (left <= 0) {
        auto response = sign_in_page(
            context,
            {.user_name = step.account.user_name,
             .target = step.target,
             .error = Error{.kind = Failure::invalid,
                            .key = "identity.second_step.exhausted",
                            .field = "password",
                            .arguments = {std::to_string(limits::second_step_tries_max)}}});
        response.add_cookie(no_second_step());
        return response;
    }
    return page_of(context, key, step,
                   Error{.kind = Failure::invalid,
                         .key = "identity.second_step.wrong",
                         .field = "code",
                         .arguments = {std::to_string(left)}});
}

http::Response admitted(const Context& context, const SecondStep& step, const Outcome& outcome)
{
    if (!outcome.recovery_codes.empty()) {
        auto response = recovery_codes_page(context, {.person = step.account.name,
                                                      .codes = outcome.recovery_codes,
                                                      .next_path = step.target});
        response.add_cookie(outcome.cookie);
        response.add_cookie(no_second_step());
        return response;
    }
    // Who has used a recovery code up shall see how many are left, and set up a telephone.
    auto response =
        outcome.taken == TakenCode::recovery
            ? web::redirect_with(own_second_factor_path(), "identity.recovery_code.used")
            : http::redirect(step.target);
    response.add_cookie(outcome.cookie);
    response.add_cookie(no_second_step());
    return response;
}

}  // namespace

std::string second_step_path() { return "/dang-nhap/buoc-hai"; }

Result<http::Response> show_second_step(Context& context, const http::Request& request)
{
    const auto key = TRY(second_factor_key(context));
    const auto step = TRY(step_of(context, request));
    if (!step) return step_is_over(context);
    return page_of(context, key, *step, {});
}

Result<http::Response> create_session_by_code(PasswordDesk& desk, Context& context,
                                              const http::Request& request)
{
    const auto key = TRY(second_factor_key(context));
    const auto step = TRY(step_of(context, request));
    if (!step) return step_is_over(context);
    const auto typed = request.raw("code");
    if (typed.empty()) {
        return page_of(
            context, key, *step,
            Error{
                .kind = Failure::invalid, .key = "identity.second_step.missing", .field = "code"});
    }
    // Whoever has the password may begin as many steps as they like: what counts is the account.
    const auto counted = "buoc-hai " + std::to_string(step->account.id.value);
    const auto& address = request.remote_address();
    const auto& rates = context.services().rates;
    if (const auto wait = desk.limits().begin(rates, address, counted, context.now())) {
        auto page = TRY(page_of(context, key, *step, wait_error("code", *wait)));
        return delayed(std::move(page), *wait);
    }
    const auto outcome = TRY(try_code(context, request, key, typed));
    if (outcome.is_over) return step_is_over(context);
    if (!outcome.is_right) return refused(context, key, *step);
    desk.limits().succeeded(address, counted);
    return admitted(context, *step, outcome);
}

}  // namespace caicach::identity
