#pragma once
#include <string>
#include <string_view>

namespace caicach::channel
{

/// Where posters are designed.
[[nodiscard]] inline std::string designs_path() { return "/soan-do-hoa"; }
[[nodiscard]] inline std::string waiting_designs_path() { return designs_path() + "/cho-duyet"; }
[[nodiscard]] inline std::string design_path(std::string_view code)
{
    return designs_path() + "/" + std::string(code);
}
/// What lies below a design: "gui", "duyet", "in.pdf".
[[nodiscard]] inline std::string design_path(std::string_view code, std::string_view below)
{
    return design_path(code) + "/" + std::string(below);
}

/// Where everybody sees them.
[[nodiscard]] inline std::string graphics_path() { return "/do-hoa"; }
[[nodiscard]] inline std::string graphics_path(std::string_view slug)
{
    return graphics_path() + "/" + std::string(slug);
}
[[nodiscard]] inline std::string graphics_path(std::string_view slug, std::string_view below)
{
    return graphics_path(slug) + "/" + std::string(below);
}

}  // namespace caicach::channel
