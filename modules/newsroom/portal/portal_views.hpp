#pragma once
#include <optional>
#include <string>
#include <vector>

#include "document/markdown.hpp"
#include "http/response.hpp"
#include "newsroom/article/article_files.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/article/section.hpp"
#include "newsroom/portal/news.hpp"

namespace caicach::newsroom
{

/// A list of news, or what a search found.
struct NewsPage {
    std::vector<Section> sections{};
    std::string path{};  ///< of the list, for its other pages
    std::optional<Section> section{};
    std::optional<organisation::AgencySummary> agency{};  ///< nothing: of all
    std::string search{};
    std::vector<SignedNews> items{};
    /// Of a search: why each was found.
    std::vector<std::vector<search::SnippetPiece>> snippets{};
    std::string first_path{};  ///< empty: this is the first page
    std::string next_path{};
};
[[nodiscard]] http::Response news_page(const Context& context, const NewsPage& page);

[[nodiscard]] http::Response publishing_agencies_page(
    const Context& context, const std::vector<PublishingAgency>& agencies);

/// One article before its readers.
struct ReadPage {
    Article article{};
    ArticleText text{};
    document::Markdown body{};
    std::vector<Correction> corrections{};
    organisation::AgencySummary agency{};
    std::vector<Section> sections{};
    std::vector<LanguageVersion> versions{};  ///< in other languages
    bool has_rated{};                         ///< just now
    std::vector<ListedFile> files{};          ///< that its public revision carries
    std::string cover_path{};                 ///< the first picture of its text; empty: none
};
[[nodiscard]] http::Response read_page(const Context& context, const ReadPage& page);
/// In its place where it was taken off: status 410.
[[nodiscard]] http::Response withdrawn_page(const Context& context, const Article& article);

}  // namespace caicach::newsroom
