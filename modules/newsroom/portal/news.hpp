#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "newsroom/article/article.hpp"
#include "search/snippet.hpp"

/// Published articles as readers find them.
namespace caicach::newsroom
{

struct NewsItem {
    ArticleId id{};
    std::string slug{};
    organisation::AgencyId agency{};
    std::string section{};  ///< key
    Instant published_at{};
    Instant changed_at{};  ///< when readers first saw it as it is now
    std::string title{};
    std::string summary{};
};

/// With the agency as it was named on that day.
struct SignedNews {
    NewsItem item{};
    organisation::AgencySummary agency{};
};

/// Of a section or of an agency, not of both; of everything without either.
struct NewsFilter {
    Language language{};
    std::string section{};  ///< key
    std::optional<organisation::AgencyId> agency{};
    /// Without the articles of themes that do not hold on that day; of an agency they all stand.
    std::optional<Date> on{};
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
/// Of the newest hits those first whose title says most of what was asked for, then the newest;
/// words without diacritics find all their spellings, old words the new ones (search_synonyms.csv).
/// Of the filter's section or agency alone, where it names one; in every language.
[[nodiscard]] Result<std::vector<NewsItem>> found_news(database::Transaction& transaction,
                                                       std::string_view words,
                                                       const NewsFilter& filter, int count,
                                                       int offset);
[[nodiscard]] Result<std::vector<SignedNews>> signed_news(database::Transaction& transaction,
                                                          std::vector<NewsItem> items);

/// What these words ask for, old words and new ones alike.
[[nodiscard]] search::Query asked_for(std::string_view words);
/// The same article in another language, where readers have it.
struct LanguageVersion {
    std::string slug{};
    Language language{};
    std::string title{};
};
[[nodiscard]] Result<std::vector<LanguageVersion>> versions_of(database::Transaction& transaction,
                                                               const Article& article);

/// The words of an article that show why the search found it.
[[nodiscard]] Result<std::vector<search::SnippetPiece>> snippet_of(
    database::Transaction& transaction, ArticleId article, const search::Query& query);

/// Who has published, and how much.
struct PublishingAgency {
    organisation::AgencySummary agency{};
    std::int64_t articles{};
};
/// In the order of their names on `day`.
[[nodiscard]] Result<std::vector<PublishingAgency>> publishing_agencies(
    database::Transaction& transaction, Language language, Date day);

}  // namespace caicach::newsroom
