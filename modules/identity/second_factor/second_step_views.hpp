#pragma once
#include <optional>
#include <string>

#include "http/response.hpp"
#include "identity/second_factor/second_factor_views.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// Asks a person with a second factor for a code.
struct CodePage {
    std::string person{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response code_page(const Context& context, const CodePage& page);

/// Has a person set up the second factor that their roles ask for.
struct SignInEnrolmentPage {
    std::string person{};
    ShownSecret secret{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response sign_in_enrolment_page(const Context& context,
                                                    const SignInEnrolmentPage& page);

/// There is no step (any more), and where to begin anew.
[[nodiscard]] http::Response second_step_over_page(const Context& context, const Error& error);

}  // namespace caicach::identity
