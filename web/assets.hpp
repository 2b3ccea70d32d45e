#pragma once
#include <span>
#include <string_view>

namespace caicach::web
{

/// One file of the look, as the build made it and the executable carries it. Its path holds the
/// hash of its bytes, so it may be cached for ever.
struct Asset {
    std::string_view name{};          ///< "app.css": as pages ask for it
    std::string_view path{};          ///< "/assets/app.3f2a….css": as it is served
    std::string_view content_type{};  ///< "text/css; charset=utf-8"
    std::string_view etag{};          ///< with its quotation marks
    std::span<const unsigned char> plain{};
    std::span<const unsigned char> brotli{};  ///< empty where compression gains nothing (fonts)
    std::span<const unsigned char> gzip{};    ///< likewise
};

/// All of them; a handful, so a search may simply go through.
[[nodiscard]] std::span<const Asset> assets();

/// The asset served at `path` ("/assets/…"), or nullptr.
[[nodiscard]] const Asset* asset_at(std::string_view path);

/// The asset of that name ("app.css"). A name that the build does not make is a slip of ours and
/// stops the process.
[[nodiscard]] const Asset& asset_named(std::string_view name);
/// Where it is served.
[[nodiscard]] std::string_view asset_url(std::string_view name);

}  // namespace caicach::web
