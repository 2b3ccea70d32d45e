#pragma once
#include <optional>
#include <string>
#include <vector>

#include "document/markdown.hpp"
#include "http/response.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/article/section.hpp"
#include "newsroom/portal/news.hpp"

namespace caicach::newsroom
{

/// A list of news, or what a search found.
struct NewsPage {
    std::vector<Section> sections{};
    std::optional<Section> section{};
    std::string agency{};  ///< name; empty: of all
    std::string search{};
    std::vector<NewsItem> items{};
    std::vector<std::string> agency_names{};  ///< beside them
    std::string next_path{};
};
[[nodiscard]] http::Response news_page(const Context& context, const NewsPage& page);

/// One article before its readers.
struct ReadPage {
    Article article{};
    ArticleText text{};
    document::Markdown body{};
    std::vector<Correction> corrections{};
    std::string agency{};
    std::string section{};
};
[[nodiscard]] http::Response read_page(const Context& context, const ReadPage& page);
/// In its place where it was taken off: status 410.
[[nodiscard]] http::Response withdrawn_page(const Context& context, const Article& article);

}  // namespace caicach::newsroom
