#include "newsroom/desk/article_access.hpp"

#include <utility>

#include "newsroom/article/article_store.hpp"
#include "newsroom/article/writing.hpp"
#include "newsroom/permissions.hpp"

namespace caicach::newsroom
{

Result<Article> readable_in(const Context& context, database::Transaction& transaction,
                            const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("article"));
    auto article = TRY(ArticleStore{transaction}.find(code));
    const auto held = held_for(context, article);
    if (!held.writes && !held.edits && !held.publishes)
        TRY(context.require(write_articles, organisation::scope_of(article.agency)));
    return article;
}

Result<std::string> name_of(database::Transaction& transaction, AccountId account)
{
    if (!account) return std::string{"phần mềm"};
    auto found = TRY(identity::account_by_id(transaction, account));
    return std::move(found.name);
}

}  // namespace caicach::newsroom
