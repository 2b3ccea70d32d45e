#pragma once
#include <optional>
#include <string>

#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// Asks whose password was forgotten; where no letters are sent, says whom to ask.
struct ForgottenView {
    std::string user_name{};  ///< as typed
    std::optional<Error> error{};
};
[[nodiscard]] http::Response forgotten_page(const Context& context, const ForgottenView& view);

/// The form to choose a new password.
struct ResetView {
    std::string user_name{};
    std::string action{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response reset_page(const Context& context, const ResetView& view);
/// An address that opens nothing (any more), and the way to a new one.
[[nodiscard]] http::Response reset_refused_page(const Context& context, const Error& error);

}  // namespace caicach::identity
