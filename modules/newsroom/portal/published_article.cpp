#include "newsroom/portal/published_article.hpp"

#include <utility>

#include "newsroom/article/article_store.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/portal/news.hpp"

namespace caicach::newsroom
{
namespace
{

Result<PublishedArticle> as_published(ArticleStore& store, const Article& article)
{
    if (article.public_revision == 0)
        return failure(Failure::not_found, "newsroom.article.not_found");
    auto text = TRY(store.revision(article.id, article.public_revision)).text;
    return PublishedArticle{.id = article.id,
                            .slug = article.slug,
                            .path = news_path(article.slug),
                            .agency = article.agency,
                            .published_at = article.published_at.value_or(Instant{}),
                            .title = std::move(text.title),
                            .summary = std::move(text.summary),
                            .body = std::move(text.body),
                            .is_withdrawn = article.state == ArticleState::withdrawn};
}

}  // namespace

Result<PublishedArticle> published_article(database::Transaction& transaction, ArticleId id)
{
    ArticleStore store{transaction};
    const auto article = TRY(store.find(id));
    return as_published(store, article);
}

Result<PublishedArticle> published_article(database::Transaction& transaction,
                                           std::string_view slug)
{
    ArticleStore store{transaction};
    const auto article = TRY(store.find_public(slug));
    return as_published(store, article);
}

Result<std::vector<PublishedArticle>> published_since(database::Transaction& transaction,
                                                      Instant since, int count)
{
    auto items = TRY(news(transaction, {.language = Language::vi}, newest_news(), count));
    std::vector<PublishedArticle> articles;
    articles.reserve(items.size());
    for (auto& one : items) {
        if (one.published_at <= since) break;
        articles.push_back({.id = one.id,
                            .slug = one.slug,
                            .path = news_path(one.slug),
                            .agency = one.agency,
                            .published_at = one.published_at,
                            .title = std::move(one.title),
                            .summary = std::move(one.summary)});
    }
    return articles;
}

}  // namespace caicach::newsroom
