#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "newsroom/ids.hpp"
#include "organisation/api.hpp"

namespace caicach::database
{
class Transaction;
}

namespace caicach::newsroom
{

/// What came before readers, as they have it now: corrected where it was corrected.
struct PublishedArticle {
    ArticleId id{};
    std::string slug{};
    std::string path{};  ///< its public page; where it was taken off, that says why
    organisation::AgencyId agency{};
    Instant published_at{};
    std::string title{};
    std::string summary{};
    std::string body{};  ///< Markdown; empty in lists
    bool is_withdrawn{};
};

/// not_found "newsroom.article.not_found" for what no reader ever saw.
[[nodiscard]] Result<PublishedArticle> published_article(database::Transaction& transaction,
                                                         ArticleId id);
[[nodiscard]] Result<PublishedArticle> published_article(database::Transaction& transaction,
                                                         std::string_view slug);
/// Vietnamese ones that came after that moment and are there, newest first.
[[nodiscard]] Result<std::vector<PublishedArticle>> published_since(
    database::Transaction& transaction, Instant since, int count);

}  // namespace caicach::newsroom
