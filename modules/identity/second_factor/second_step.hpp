#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/cookie.hpp"
#include "http/request.hpp"
#include "identity/api.hpp"

namespace caicach::identity
{

/// Name of the cookie that holds the token of a step, without its `__Host-`. It opens nothing but
/// the page of the step.
inline constexpr std::string_view second_step_cookie = "caicach-buoc-hai";

/// What a right password began and a right code will end; the enumerator is the text stored.
enum class StepPurpose {
    sign_in,    ///< there is no session yet
    enrolment,  ///< a person who is signed in sets up a telephone
};

/// A page that waits for a code, in one browser. We hold only the hash of its token.
struct SecondStep {
    Account account{};
    StepPurpose purpose{};
    std::string draft{};   ///< the sealed secret shown here and not confirmed yet; may be empty
    std::string target{};  ///< where the person wanted to go
    std::int64_t tries{};  ///< that were taken
    Instant expires_at{};
};

struct NewStep {
    AccountId account{};
    StepPurpose purpose{};
    std::string_view draft{};
    std::string_view target{"/"};
};

/// Rows of identity_second_step.
class SecondStepStore
{
public:
    explicit SecondStepStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// The cookie that leads to it; clears away what has run out by the way.
    [[nodiscard]] Result<http::Cookie> begin(const NewStep& step, Instant now);
    /// Nothing where it is unknown, over, has no tries left or is of a disabled account.
    [[nodiscard]] Result<std::optional<SecondStep>> find(std::string_view token,
                                                         StepPurpose purpose, Instant now);
    /// Takes one try up before the code is looked at; false where none is left.
    [[nodiscard]] Result<bool> take_try(std::string_view token);
    [[nodiscard]] Result<void> end(std::string_view token);
    [[nodiscard]] Result<void> end_all_of(AccountId account);

private:
    database::Transaction& m_transaction;
};

/// The token of this browser's step, as its cookie says; may be empty.
[[nodiscard]] std::string_view second_step_token(const http::Request& request);
/// The cookie that takes it away again.
[[nodiscard]] http::Cookie no_second_step();

}  // namespace caicach::identity
