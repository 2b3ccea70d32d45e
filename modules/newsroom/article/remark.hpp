#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "newsroom/article/article.hpp"

/// What the board and the agency say to one another about an article. Appended, never edited;
/// readers see nothing of it.
namespace caicach::newsroom
{

struct Remark {
    int revision{};  ///< that it speaks of
    AccountId made_by{};
    bool is_of_board{};
    Instant made_at{};
    std::string text{};
};

/// Newest first.
[[nodiscard]] Result<std::vector<Remark>> remarks_of(database::Transaction& transaction,
                                                     ArticleId article);
/// invalid "newsroom.remark.empty" of the field "remark"; too_large "newsroom.remark.too_many".
[[nodiscard]] Result<void> remark(Context& context, database::Transaction& transaction,
                                  const Article& article, const std::string& text);
/// Part of another deed, which has asked and tells the trail.
[[nodiscard]] Result<void> keep_remark(Context& context, database::Transaction& transaction,
                                       const Article& article, std::string_view text,
                                       bool is_of_board);

}  // namespace caicach::newsroom
