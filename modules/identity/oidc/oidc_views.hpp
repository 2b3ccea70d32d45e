#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "html/html.hpp"
#include "http/response.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// On the page of signing in: the way to the provider; nothing where there is none.
void oidc_button(html::Writer& out, const Context& context, std::string_view target);
/// On an account's page: the way to its link; nothing where there is no provider.
void oidc_link_button(html::Writer& out, const Context& context, const Account& account);

/// Why signing in at the provider ended, and the way back to the form.
[[nodiscard]] http::Response oidc_refused_page(const Context& context, const Error& error);

/// Whom the provider knows as this account, as an administrator sees it.
struct OidcLinkView {
    Account account{};
    std::string subject{};    ///< empty: not linked
    std::string linked_at{};  ///< "21/11/2026, 18:05"
    bool may_change{};
    std::string typed{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response oidc_link_page(const Context& context, const OidcLinkView& view);

}  // namespace caicach::identity
