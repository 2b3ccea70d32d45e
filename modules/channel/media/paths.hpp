#pragma once
#include <string>
#include <string_view>

namespace caicach::channel
{

/// What newspapers, stations and pages of networks brought.
[[nodiscard]] inline std::string placements_path() { return "/nhat-ky-dang-phat"; }
[[nodiscard]] inline std::string placement_path(std::string_view code)
{
    return placements_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string placement_path(std::string_view code, std::string_view below)
{
    return placement_path(code) + "/" + std::string(below);
}
[[nodiscard]] inline std::string new_placement_path() { return placements_path() + "/moi"; }
[[nodiscard]] inline std::string placements_csv_path() { return placements_path() + "/bang.csv"; }

/// Where such things appear: newspapers, stations, pages of networks.
[[nodiscard]] inline std::string outlets_path() { return "/noi-dang-phat"; }
[[nodiscard]] inline std::string outlet_path(std::string_view code)
{
    return outlets_path() + "/" + std::string(code);
}

/// What newspapers and stations ask an agency.
[[nodiscard]] inline std::string press_path() { return "/bao-chi"; }
[[nodiscard]] inline std::string press_path(std::string_view code)
{
    return press_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string press_path(std::string_view code, std::string_view below)
{
    return press_path(code) + "/" + std::string(below);
}

}  // namespace caicach::channel
