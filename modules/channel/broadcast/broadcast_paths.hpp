#pragma once
#include <string>
#include <string_view>

namespace caicach::channel
{

/// Where scripts for loudspeakers and radio are written.
[[nodiscard]] inline std::string scripts_path() { return "/soan-phat-thanh"; }
[[nodiscard]] inline std::string scripts_path(std::string_view code)
{
    return scripts_path() + "/" + std::string(code);
}
/// Scripts that wait for approval.
[[nodiscard]] inline std::string waiting_scripts_path() { return scripts_path() + "/cho-duyet"; }
/// What lies below a script: "gui", "doan/len".
[[nodiscard]] inline std::string scripts_path(std::string_view code, std::string_view below)
{
    return scripts_path(code) + "/" + std::string(below);
}

}  // namespace caicach::channel
