#pragma once
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "newsroom/article/article.hpp"

/// Published articles as readers find them.
namespace caicach::newsroom
{

struct NewsItem {
    ArticleId id{};
    std::string slug{};
    organisation::AgencyId agency{};
    std::string section{};  ///< key
    Instant published_at{};
    std::string title{};
    std::string summary{};
};

/// Of a section or of an agency, not of both; of everything without either.
struct NewsFilter {
    Language language{};
    std::string section{};  ///< key
    std::optional<organisation::AgencyId> agency{};
};

/// Behind which item a page goes on.
struct NewsPlace {
    Instant published_at{};
    ArticleId id{};
};
/// Before every article there is.
[[nodiscard]] NewsPlace newest_news();

/// Newest first.
[[nodiscard]] Result<std::vector<NewsItem>> news(database::Transaction& transaction,
                                                 const NewsFilter& filter, const NewsPlace& behind,
                                                 int count);
/// Best first; words without diacritics find all their spellings.
[[nodiscard]] Result<std::vector<NewsItem>> found_news(database::Transaction& transaction,
                                                       std::string_view words, int count,
                                                       int offset);

}  // namespace caicach::newsroom
