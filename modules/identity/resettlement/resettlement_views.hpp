#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "identity/accounts/account_paths.hpp"
#include "identity/accounts/account_views.hpp"
#include "identity/resettlement/resettlement.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

[[nodiscard]] inline std::string left_behind_path() { return "/tai-khoan/sap-xep"; }
[[nodiscard]] inline std::string resettlement_path(std::string_view code)
{
    return account_path(code) + "/chuyen";
}

/// The name of the field that says where a role goes; `revoke_value` takes it away.
[[nodiscard]] std::string field_of(const LeftRole& left);
inline constexpr std::string_view revoke_value = "-";

[[nodiscard]] http::Response left_behind_page(const Context& context,
                                              const std::vector<LeftBehind>& all);

struct ResettlementPage {
    LeftBehind left{};
    BranchChoices choices{};
    http::Form form{};
};
[[nodiscard]] http::Response resettlement_page(const Context& context,
                                               const ResettlementPage& page);

}  // namespace caicach::identity
