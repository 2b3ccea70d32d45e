#pragma once
#include <string>

#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// How to sign in; a sample province says where its links are.
[[nodiscard]] http::Response sign_in_page(const Context& context);

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
