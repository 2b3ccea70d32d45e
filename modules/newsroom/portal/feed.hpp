#pragma once
#include <string>
#include <vector>

#include "newsroom/article/section.hpp"
#include "newsroom/portal/news.hpp"

/// A list of news for programs that read it: Atom (RFC 4287) and RSS 2.0.
namespace caicach::newsroom
{

struct Feed {
    std::string site{};  ///< "https://…"; may be empty: then addresses are relative
    std::string title{};
    std::string publisher{};
    std::string list_path{};
    std::string language{};
    Instant changed_at{};
    std::vector<SignedNews> items{};
    std::vector<Section> sections{};  ///< for their names
};

[[nodiscard]] std::string atom_text(const Feed& feed);
[[nodiscard]] std::string rss_text(const Feed& feed);

/// "2026-03-15T02:00:00Z" (RFC 3339, to the second).
[[nodiscard]] std::string rfc3339(Instant at);
/// "Sun, 15 Mar 2026 02:00:00 +0000" (RFC 5322).
[[nodiscard]] std::string rfc5322(Instant at);

}  // namespace caicach::newsroom
