#pragma once
#include <string>

namespace caicach::identity
{

struct SignInView {
    std::string province{};
    bool is_sample{};
    std::string person{};  ///< who is signed in already; empty for nobody
};
[[nodiscard]] std::string sign_in_page(const SignInView& view);

struct SignInLinkView {
    std::string province{};
    std::string person{};
    std::string agency{};
    std::string role{};
    std::string action{};
};
[[nodiscard]] std::string sign_in_link_page(const SignInLinkView& view);

}  // namespace caicach::identity
