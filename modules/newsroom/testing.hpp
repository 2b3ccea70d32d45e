#pragma once
#include <string_view>

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

}  // namespace caicach::newsroom::testing
