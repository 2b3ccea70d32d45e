#pragma once
#include <string>

#include "manifest/context.hpp"
#include "manifest/module.hpp"
#include "newsroom/article/article.hpp"

/// An article comes before its readers, is corrected, is taken off.
namespace caicach::newsroom
{

/// At once, or at its hour; nobody approves his own. invalid "newsroom.article.hour" of the field
/// "publish_on" for an hour that has gone by or lies too far ahead.
[[nodiscard]] Result<void> approve_article(Context& context, database::Transaction& transaction,
                                           Article article, std::optional<Instant> publish_at);
/// Readers see the new text and the note of what was wrong. invalid "newsroom.article.note".
[[nodiscard]] Result<void> correct_article(Context& context, database::Transaction& transaction,
                                           Article article, ArticleText text, std::string note);
/// Its address says that it was taken off and why; the fact that it stood there stays. invalid
/// "newsroom.article.reason".
[[nodiscard]] Result<void> withdraw_article(Context& context, database::Transaction& transaction,
                                            Article article, std::string reason);

/// The job that publishes at their hour those that were approved.
void add_publishing(Module& module);

}  // namespace caicach::newsroom
