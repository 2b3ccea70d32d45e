#pragma once
#include <string_view>

#include "channel/newsletter/composing.hpp"

/// For tests of this module and of those below it.
namespace caicach::channel::testing
{

/// What nobody has sent in yet, of the agency with that code.
[[nodiscard]] inline Issue draft_issue_of(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    auto issue = MUST(draft_issue(context, transaction, agency.id, {.title = "Bản tin thử"}));
    MUST(transaction.commit());
    return issue;
}

}  // namespace caicach::channel::testing
