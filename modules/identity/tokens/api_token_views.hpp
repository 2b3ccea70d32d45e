#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "http/response.hpp"
#include "identity/tokens/api_token_store.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

struct OwnTokensPage {
    std::vector<ApiToken> tokens{};
    NewToken typed{};
    bool asks_password{};
    std::optional<Error> error{};  ///< of the form
};
[[nodiscard]] http::Response own_tokens_page(const Context& context, const OwnTokensPage& page);

/// The only page that ever shows it.
[[nodiscard]] http::Response new_token_page(const Context& context, const ApiToken& token,
                                            std::string_view text);

struct TokensPage {
    std::vector<ListedToken> tokens{};  ///< all of them
    std::size_t first{};                ///< that is shown
};
[[nodiscard]] http::Response tokens_page(const Context& context, const TokensPage& page);

}  // namespace caicach::identity
