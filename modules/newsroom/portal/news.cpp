#include "newsroom/portal/news.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

#include "document/markdown.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/sql.hpp"
#include "search/search.hpp"
#include "search/synonyms.hpp"
#include "text/collate.hpp"
#include "text/text.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr std::string_view index = "newsroom_search";

NewsItem item_from(const database::Row& row)
{
    return {.id = row.id<ArticleId>("id"),
            .slug = row.string("slug"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .section = row.string("section"),
            .published_at = row.instant("published_at"),
            .changed_at = row.instant("public_at"),
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
    const auto day = filter.on ? filter.on->iso() : std::string{};
    if (!filter.section.empty())
        return transaction.all(sql::public_articles_of_section, item_from, language,
                               behind.published_at, behind.id, count, filter.section, day);
    if (filter.agency)
        return transaction.all(sql::public_articles_of_agency, item_from, language,
                               behind.published_at, behind.id, count, *filter.agency);
    return transaction.all(sql::public_articles, item_from, language, behind.published_at,
                           behind.id, count, day);
}

search::Query asked_for(std::string_view words)
{
    return search::parse_query(words, search::synonyms());
}

Result<std::vector<NewsItem>> found_news(database::Transaction& transaction, std::string_view words,
                                         const NewsFilter& filter, int count, int offset)
{
    struct Found {
        NewsItem item{};
        std::size_t said{};  ///< of what was asked for, in its title
    };
    const auto query = asked_for(words);
    // News is looked for among the newest, and what is looked through has a bound: a search costs
    // the same in its fifth year.
    auto found = TRY(search::rows_of_newest(transaction, index, query, limits::search_hits_max,
                                            sql::found_articles, item_from, filter.section,
                                            filter.agency.value_or(organisation::AgencyId{})));
    std::vector<Found> all;
    all.reserve(found.size());
    for (auto& item : found) {
        const auto said = search::count_said(item.title, query);
        all.push_back({std::move(item), said});
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &Found::said);
    std::vector<NewsItem> items;
    const auto first = std::min(all.size(), static_cast<std::size_t>(offset));
    const auto last = std::min(all.size(), first + static_cast<std::size_t>(count));
    items.reserve(last - first);
    for (auto at = first; at < last; ++at) items.push_back(std::move(all[at].item));
    return items;
}

Result<std::vector<LanguageVersion>> versions_of(database::Transaction& transaction,
                                                 const Article& article)
{
    const auto version = [](const database::Row& row) {
        return LanguageVersion{.slug = row.string("slug"),
                               .language = language_from(row.text("language")).value_or(Language{}),
                               .title = row.string("title")};
    };
    return transaction.all(sql::versions_of, version,
                           article.original ? article.original : article.id, article.id,
                           limits::versions_shown_max);
}

Result<std::vector<search::SnippetPiece>> snippet_of(database::Transaction& transaction,
                                                     ArticleId article, const search::Query& query)
{
    const auto text = TRY(transaction.one(
        sql::public_text, [](const database::Row& row) { return row.string("body"); }, article));
    const auto body = TRY(document::read_markdown(text));
    return search::snippet(text::squeeze(document::plain_text(body)), query,
                           limits::snippet_bytes_max);
}

Result<std::vector<SignedNews>> signed_news(database::Transaction& transaction,
                                            std::vector<NewsItem> items)
{
    std::vector<SignedNews> all;
    all.reserve(items.size());
    for (auto& item : items) {
        auto agency =
            TRY(organisation::agency_by_id(transaction, item.agency, Date::of(item.published_at)));
        all.push_back({std::move(item), std::move(agency)});
    }
    return all;
}

Result<std::vector<PublishingAgency>> publishing_agencies(database::Transaction& transaction,
                                                          Language language, Date day)
{
    struct Counted {
        organisation::AgencyId agency{};
        std::int64_t articles{};
    };
    const auto counted = [](const database::Row& row) {
        return Counted{row.id<organisation::AgencyId>("agency_id"), row.integer("articles")};
    };
    const auto rows = TRY(transaction.all(sql::agencies_with_articles, counted, key_of(language),
                                          limits::agencies_shown_max));
    std::vector<PublishingAgency> agencies;
    agencies.reserve(rows.size());
    for (const auto& row : rows) {
        auto agency = TRY(organisation::agency_by_id(transaction, row.agency, day));
        agencies.push_back({std::move(agency), row.articles});
    }
    std::ranges::sort(agencies, [](const auto& one, const auto& other) {
        return text::collate(one.agency.name, other.agency.name) < 0;
    });
    return agencies;
}

}  // namespace caicach::newsroom
