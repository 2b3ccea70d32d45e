#pragma once
#include <string>
#include <string_view>

namespace caicach::channel
{

/// Where officers keep their screens.
[[nodiscard]] inline std::string screens_path() { return "/bang-dien-tu"; }
[[nodiscard]] inline std::string screen_path(std::string_view code)
{
    return screens_path() + "/" + std::string(code);
}
/// What lies below a screen: "ghep", "thu-hoi".
[[nodiscard]] inline std::string screen_path(std::string_view code, std::string_view below)
{
    return screen_path(code) + "/" + std::string(below);
}
[[nodiscard]] inline std::string playlists_path() { return screens_path() + "/chuong-trinh"; }
[[nodiscard]] inline std::string playlist_path(std::string_view code)
{
    return playlists_path() + "/" + std::string(code);
}
/// What lies below a playlist: "trang", "trang/len".
[[nodiscard]] inline std::string playlist_path(std::string_view code, std::string_view below)
{
    return playlist_path(code) + "/" + std::string(below);
}
[[nodiscard]] inline std::string urgent_path() { return screens_path() + "/khan"; }

/// The player itself; the worker of its page has this scope, so nothing else begins with it.
[[nodiscard]] inline std::string player_path() { return "/man-hinh"; }

}  // namespace caicach::channel
