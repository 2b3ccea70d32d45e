#include "plan/in_force_handlers.hpp"

#include "plan/draft_access.hpp"
#include "plan/in_force_views.hpp"
#include "plan/paths.hpp"
#include "plan/put_in_force.hpp"
#include "web/components/frame.hpp"

namespace caicach::plan
{
namespace
{

Result<InForcePage> load_page(const Context& context, database::Transaction& transaction,
                              const Edition& edition)
{
    InForcePage page;
    page.review = TRY(load_review(context, transaction, edition));
    auto editions = EditionStore{transaction};
    const auto in_force = TRY(editions.in_force_of(edition.plan));
    page.is_amendment = in_force.has_value();
    return page;
}

}  // namespace

Result<http::Response> confirm_in_force(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, put_plans_in_force));
    if (edition.state != EditionState::draft) return http::redirect(draft_path(edition));
    const auto page = TRY(load_page(context, transaction, edition));
    return in_force_page(context, page);
}

Result<http::Response> create_in_force(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto edition = TRY(draft_of(context, transaction, request, put_plans_in_force));
    const auto put = put_in_force(context, transaction, edition);
    if (!put && put.error().kind == Failure::conflict) {
        return stopped_page(context, edition, put.error());
    }
    if (!put && put.error().kind == Failure::invalid) {
        auto page = TRY(load_page(context, transaction, edition));
        page.refusal = put.error();
        return in_force_page(context, page);
    }
    if (!put) return tl::unexpected<Error>(put.error());
    TRY(transaction.commit());
    return web::redirect_with(plan_path(edition), "plan.flash.in_force");
}

}  // namespace caicach::plan
