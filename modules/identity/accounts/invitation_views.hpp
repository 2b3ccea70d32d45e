#pragma once
#include <optional>
#include <string>

#include "http/response.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// The page of an invitation: who is invited, and the form to choose a password.
struct InvitationView {
    std::string person{};
    std::string agency{};
    std::string user_name{};
    bool chooses_user_name{};
    std::string action{};
    std::optional<Error> error{};
};
[[nodiscard]] Result<InvitationView> invitation_view(const Context& context,
                                                     database::Transaction& transaction,
                                                     const Account& account,
                                                     const std::string& token);
[[nodiscard]] http::Response invitation_page(const Context& context, const InvitationView& view);

/// The slip that is printed and handed over. Its link is known only now.
struct SlipView {
    std::string person{};
    std::string agency{};
    std::string user_name{};
    std::string address{};  ///< with the server's own, to type or to follow
    std::string expires{};  ///< "21/11/2026, 18:05"
    std::string account_path{};
};
[[nodiscard]] http::Response slip_page(const Context& context, const SlipView& view);

}  // namespace caicach::identity
