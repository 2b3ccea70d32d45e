#pragma once
#include <string>
#include <utility>

#include "attachment/api.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/draft_views.hpp"
#include "plan/edition_store.hpp"
#include "plan/permissions.hpp"
#include "plan/review.hpp"

namespace caicach::plan
{

/// The edition that the path names, for somebody who holds `permission` for the agency that
/// coordinates its plan.
[[nodiscard]] Result<Edition> draft_of(const Context& context, database::Transaction& transaction,
                                       const http::Request& request, const Permission& permission);

/// The item that the path names, which must be of that edition.
[[nodiscard]] Result<Item> item_in(database::Transaction& transaction, const Edition& edition,
                                   const http::Request& request);

/// The file that an edition was read from is for those who may read drafts of its plan.
[[nodiscard]] Result<void> answer_for_file(Context& context, database::Transaction& transaction,
                                           const attachment::FileAsked& asked);

/// One step of review by a plain form: `work(review, transaction, edition)` answers the path of
/// what is to be seen next.
template <class Work>
Result<http::Response> review_step(Context& context, const http::Request& request, const Work& work)
{
    auto transaction = TRY(context.begin());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    auto review = Review{context, transaction, edition};
    const Result<std::string> next = work(review, transaction, edition);
    if (!next && next.error().kind == Failure::conflict) {
        return stopped_page(context, edition, next.error());
    }
    if (!next) return tl::unexpected<Error>(next.error());
    TRY(transaction.commit());
    return http::redirect(*next);
}

}  // namespace caicach::plan
