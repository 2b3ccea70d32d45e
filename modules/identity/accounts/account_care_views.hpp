#pragma once
#include <optional>

#include "http/response.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// Asks why, before a second factor is taken away.
[[nodiscard]] http::Response second_factor_removal_page(const Context& context,
                                                        const Account& account,
                                                        const std::optional<Error>& error);
/// Asks once more before a disabled account is reopened.
[[nodiscard]] http::Response reopening_page(const Context& context, const Account& account);

}  // namespace caicach::identity
