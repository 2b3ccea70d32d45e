#include "newsroom/portal/rating.hpp"

#include "newsroom/sql.hpp"

namespace caicach::newsroom
{

Result<void> count_rating(database::Transaction& transaction, ArticleId article, Date day,
                          Rating rating)
{
    const bool is_useful = rating == Rating::useful;
    TRY(transaction.change(sql::count_rating, article, day, is_useful ? 1 : 0, is_useful ? 0 : 1));
    return {};
}

Result<std::vector<RatedArticle>> rated_articles(database::Transaction& transaction, Date since,
                                                 int count)
{
    const auto rated = [](const database::Row& row) {
        return RatedArticle{.code = row.string("code"),
                            .slug = row.string("slug"),
                            .agency = row.id<organisation::AgencyId>("agency_id"),
                            .published_at = row.instant("published_at"),
                            .title = row.string("title"),
                            .useful = row.integer("useful"),
                            .not_useful = row.integer("not_useful")};
    };
    return transaction.all(sql::rated_articles, rated, since, count);
}

}  // namespace caicach::newsroom
