#include "newsroom/portal/news.hpp"

#include <limits>

#include "newsroom/sql.hpp"
#include "search/search.hpp"

namespace caicach::newsroom
{
namespace
{

NewsItem item_from(const database::Row& row)
{
    return {.id = row.id<ArticleId>("id"),
            .slug = row.string("slug"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .section = row.string("section"),
            .published_at = row.instant("published_at"),
            .title = row.string("title"),
            .summary = row.string("summary")};
}

}  // namespace

NewsPlace newest_news()
{
    return {.published_at = instant_from_iso("9999-12-31T00:00:00.000000Z"),
            .id = ArticleId{std::numeric_limits<std::int64_t>::max()}};
}

Result<std::vector<NewsItem>> news(database::Transaction& transaction, const NewsFilter& filter,
                                   const NewsPlace& behind, int count)
{
    const auto language = key_of(filter.language);
    if (!filter.section.empty())
        return transaction.all(sql::public_articles_of_section, item_from, language,
                               behind.published_at, behind.id, count, filter.section);
    if (filter.agency)
        return transaction.all(sql::public_articles_of_agency, item_from, language,
                               behind.published_at, behind.id, count, *filter.agency);
    return transaction.all(sql::public_articles, item_from, language, behind.published_at,
                           behind.id, count);
}

Result<std::vector<NewsItem>> found_news(database::Transaction& transaction, std::string_view words,
                                         int count, int offset)
{
    const auto query = search::parse_query(words);
    const auto hits = TRY(search::find(transaction, "newsroom_search", query, count, offset));
    std::vector<NewsItem> items;
    for (const auto& hit : hits) {
        auto item =
            TRY(transaction.maybe_one(sql::public_article_by_id, item_from, ArticleId{hit.id}));
        if (item) items.push_back(std::move(*item));
    }
    return items;
}

}  // namespace caicach::newsroom
