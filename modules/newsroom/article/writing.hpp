#pragma once
#include <span>
#include <string>

#include "manifest/context.hpp"
#include "newsroom/article/article.hpp"
#include "newsroom/article/article_file.hpp"

/// What happens to an article, each in the caller's transaction and with its audit line.
namespace caicach::newsroom
{

/// What a form says of an article besides its text.
struct ArticlePlace {
    std::string section{};  ///< key
    Audience audience{};
    Language language{};
    ThemeId theme{};
    /// Of a new one: the article that it says in another language.
    ArticleId original{};
};

/// Which of the module's permissions the actor has at the article's agency.
[[nodiscard]] Held held_for(const Context& context, const Article& article);

/// The text, with the files that it names among those that go along. invalid
/// "newsroom.article.secret", and as check_references; too_large "document.limit.markdown".
[[nodiscard]] Result<ArticleText> settled_text(const Context& context, ArticleText text,
                                               std::span<const ArticleFile> files);

/// Of place and text; besides, invalid "newsroom.section.unknown", "newsroom.theme.ended" of the
/// field "theme", "newsroom.article.same_language" of the field "language".
[[nodiscard]] Result<Article> draft_article(Context& context, database::Transaction& transaction,
                                            organisation::AgencyId agency,
                                            const ArticlePlace& place, ArticleText text);
/// A new revision where the text is another.
[[nodiscard]] Result<Article> change_article(Context& context, database::Transaction& transaction,
                                             Article article, const ArticlePlace& place,
                                             ArticleText text);
[[nodiscard]] Result<void> discard_article(Context& context, database::Transaction& transaction,
                                           const Article& article);
/// To the board. invalid "newsroom.article.empty" of the field "body".
[[nodiscard]] Result<void> submit_article(Context& context, database::Transaction& transaction,
                                          Article article);
[[nodiscard]] Result<void> take_back_article(Context& context, database::Transaction& transaction,
                                             Article article);
/// invalid "newsroom.article.reason" of the field "reason".
[[nodiscard]] Result<void> send_back_article(Context& context, database::Transaction& transaction,
                                             Article article, std::string reason);
[[nodiscard]] Result<void> hold_article(Context& context, database::Transaction& transaction,
                                        Article article);

}  // namespace caicach::newsroom
