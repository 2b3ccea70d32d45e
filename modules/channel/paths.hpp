#pragma once
#include <string>
#include <string_view>

namespace caicach::channel
{

/// Where issues of the newsletter are composed.
[[nodiscard]] inline std::string composing_path() { return "/soan-ban-tin"; }
[[nodiscard]] inline std::string composing_path(std::string_view code)
{
    return composing_path() + "/" + std::string(code);
}
/// Issues that wait for approval.
[[nodiscard]] inline std::string waiting_path() { return composing_path() + "/cho-duyet"; }
/// What lies below an issue: "gui", "duyet", "bai".
[[nodiscard]] inline std::string composing_path(std::string_view code, std::string_view below)
{
    return composing_path(code) + "/" + std::string(below);
}

/// Where they are read.
[[nodiscard]] inline std::string archive_path() { return "/ban-tin"; }
[[nodiscard]] inline std::string archive_path(std::string_view slug)
{
    return archive_path() + "/" + std::string(slug);
}
[[nodiscard]] inline std::string edition_pdf_path(std::string_view slug)
{
    return archive_path(slug) + "/ban-tin.pdf";
}

/// Where one asks for a newsletter, confirms and leaves.
[[nodiscard]] inline std::string subscribing_path() { return archive_path() + "/dang-ky"; }
[[nodiscard]] inline std::string confirming_path(std::string_view token)
{
    return archive_path() + "/xac-nhan/" + std::string(token);
}
[[nodiscard]] inline std::string leaving_path(std::string_view token)
{
    return archive_path() + "/thoi-nhan/" + std::string(token);
}

}  // namespace caicach::channel
