#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "identity/api.hpp"
#include "identity/sessions/session_store.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

struct OwnAccountPage {
    Account account{};
    bool has_password{};
    std::vector<OwnSession> sessions{};
    std::string this_one{};        ///< hash of the token of the session that asks
    std::optional<Error> error{};  ///< of the change of the password
};
[[nodiscard]] http::Response own_account_page(const Context& context, const OwnAccountPage& page);

}  // namespace caicach::identity
