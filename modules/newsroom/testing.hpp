#pragma once
#include <string>
#include <string_view>

#include "newsroom/article/article_store.hpp"
#include "newsroom/article/publishing.hpp"
#include "newsroom/article/writing.hpp"

/// For tests of this module and of those below it.
namespace caicach::newsroom::testing
{

/// What nobody has sent yet, of the agency with that code.
[[nodiscard]] inline Article draft_article_of(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    auto article = MUST(draft_article(context, transaction, agency.id, {.section = "activity"},
                                      {.title = "Bài thử", .body = "Đã làm xong."}));
    MUST(transaction.commit());
    return article;
}

/// Written by the one, approved by the other.
[[nodiscard]] inline ArticleId published_article_of(Context& writer, Context& board,
                                                    organisation::AgencyId agency,
                                                    const std::string& title)
{
    auto transaction = MUST(writer.begin());
    const auto article =
        MUST(draft_article(writer, transaction, agency, {.section = "result"},
                           {.title = title, .summary = "Tóm tắt.", .body = "Đã **làm xong**."}));
    MUST(submit_article(writer, transaction, article));
    auto sent = MUST(ArticleStore{transaction}.find(article.id));
    MUST(approve_article(board, transaction, std::move(sent), std::nullopt));
    MUST(transaction.commit());
    return article.id;
}

inline void withdraw_article_of(Context& board, ArticleId id)
{
    auto transaction = MUST(board.begin());
    auto article = MUST(ArticleStore{transaction}.find(id));
    MUST(withdraw_article(board, transaction, std::move(article), "Sai số liệu."));
    MUST(transaction.commit());
}

}  // namespace caicach::newsroom::testing
