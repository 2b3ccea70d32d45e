#pragma once
#include "evidence/api.hpp"
#include "manifest/context.hpp"
#include "newsroom/article/article.hpp"

/// What an article proves of its agency. The duty of a month is to send one in: it counts from the
/// day on which it was sent, and is one article however far it comes.
namespace caicach::newsroom
{

inline constexpr evidence::FactKind sent_fact{
    "newsroom.article_sent", "Tin, bài đã gửi ban biên tập", "tin, bài", "article"};
inline constexpr evidence::FactKind published_fact{"newsroom.article_published", "Tin, bài đã đăng",
                                                   "tin, bài", "article"};

/// Once, for the first time that the board got it.
[[nodiscard]] Result<void> record_sending(Context& context, database::Transaction& transaction,
                                          const Article& article);
/// In the place of what was recorded of its sending, of the same day.
[[nodiscard]] Result<void> record_publication(Context& context, database::Transaction& transaction,
                                              const Article& article);
/// The agency has it again and the board never judged it: it counts for nothing.
[[nodiscard]] Result<void> take_sending_back(Context& context, database::Transaction& transaction,
                                             const Article& article);

}  // namespace caicach::newsroom
