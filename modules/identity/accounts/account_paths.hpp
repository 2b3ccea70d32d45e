#pragma once
#include <string>
#include <string_view>

namespace caicach::identity
{

[[nodiscard]] inline std::string accounts_path() { return "/tai-khoan"; }
[[nodiscard]] inline std::string new_account_path() { return "/tai-khoan/them-moi"; }
[[nodiscard]] inline std::string account_path(std::string_view code)
{
    return "/tai-khoan/" + std::string(code);
}
[[nodiscard]] inline std::string grants_path(std::string_view code)
{
    return account_path(code) + "/vai-tro";
}
[[nodiscard]] inline std::string revocations_path(std::string_view code)
{
    return account_path(code) + "/vai-tro/thu-hoi";
}
[[nodiscard]] inline std::string sessions_path(std::string_view code)
{
    return account_path(code) + "/phien";
}
[[nodiscard]] inline std::string invitations_path(std::string_view code)
{
    return account_path(code) + "/giay-moi";
}
[[nodiscard]] inline std::string disabling_path(std::string_view code)
{
    return account_path(code) + "/khoa";
}
[[nodiscard]] inline std::string reopening_path(std::string_view code)
{
    return account_path(code) + "/mo-lai";
}
[[nodiscard]] inline std::string second_factor_removal_path(std::string_view code)
{
    return account_path(code) + "/hai-buoc";
}
[[nodiscard]] inline std::string oidc_link_path(std::string_view code)
{
    return account_path(code) + "/dinh-danh";
}
[[nodiscard]] inline std::string oidc_unlinking_path(std::string_view code)
{
    return oidc_link_path(code) + "/go";
}

}  // namespace caicach::identity
