#pragma once
#include <optional>
#include <string>

#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// The form of user name and password, with what was typed but the password.
struct SignInPage {
    std::string user_name{};
    std::string target{"/"};  ///< where to go on to
    std::optional<Error> error{};
};
[[nodiscard]] http::Response sign_in_page(const Context& context, const SignInPage& page);
/// 429: too many failures; when to try again, in words and in Retry-After.
[[nodiscard]] http::Response sign_in_delayed_page(const Context& context, SignInPage page,
                                                  std::int64_t seconds);
/// The answer as 429 with Retry-After.
[[nodiscard]] http::Response delayed(http::Response response, std::int64_t seconds);

struct SignInLinkView {
    std::string person{};
    std::string agency{};
    std::string role{};
    std::string action{};
};
[[nodiscard]] http::Response sign_in_link_page(const Context& context, const SignInLinkView& view);
/// A link that opens nothing (any more), and who is signed in all the same.
[[nodiscard]] http::Response sign_in_refused_page(const Context& context, const Error& error);

}  // namespace caicach::identity
