#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "calendar/date.hpp"
#include "database/transaction.hpp"
#include "newsroom/article/article.hpp"

/// What readers say of an article: useful to them, or not. Kept as counts of a day, so that nobody
/// can ever tell whose answer it was (Nghị định 224/2026/NĐ-CP, Điều 10: the rater stays secret).
namespace caicach::newsroom
{

enum class Rating : unsigned char { useful, not_useful };

[[nodiscard]] Result<void> count_rating(database::Transaction& transaction, ArticleId article,
                                        Date day, Rating rating);

struct RatedArticle {
    std::string code{};
    std::string slug{};
    organisation::AgencyId agency{};
    Instant published_at{};
    std::string title{};
    std::int64_t useful{};
    std::int64_t not_useful{};
};
/// Since that day, what helped fewest first.
[[nodiscard]] Result<std::vector<RatedArticle>> rated_articles(database::Transaction& transaction,
                                                               Date since, int count);

}  // namespace caicach::newsroom
