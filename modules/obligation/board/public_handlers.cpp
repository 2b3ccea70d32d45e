#include "obligation/board/public_handlers.hpp"

#include <utility>

#include "obligation/board/public_views.hpp"
#include "obligation/board/publishing.hpp"
#include "obligation/paths.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

using Change = Result<void> (*)(Context&, database::Transaction&, const plan::PlanSummary&);

Result<http::Response> changed(Context& context, const http::Request& request, Change change,
                               std::string_view said)
{
    const auto code = TRY(request.path<std::string>("plan"));
    auto transaction = TRY(context.begin());
    const auto plan = TRY(plan::summary_of(transaction, code));
    TRY(change(context, transaction, plan));
    TRY(transaction.commit());
    return web::redirect_with(board_path(code), said);
}

}  // namespace

Result<http::Response> post_publication(Context& context, const http::Request& request)
{
    return changed(context, request, publish_board, "obligation.board.published");
}

Result<http::Response> post_publication_end(Context& context, const http::Request& request)
{
    return changed(context, request, unpublish_board, "obligation.board.unpublished");
}

Result<http::Response> show_public_board(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.path<std::string>("plan"));
    auto transaction = TRY(context.read());
    PublicBoardPage page;
    page.plan = TRY(plan::summary_by_slug(transaction, slug));
    const auto shown = TRY(is_public(transaction, page.plan.id));
    if (!shown) return failure(Failure::not_found, "obligation.board.not_public");
    if (page.plan.slug != slug) return http::moved(public_board_path(page.plan.slug));
    const auto items = TRY(sums_by_item(transaction, page.plan.id, context.today()));
    const auto works = TRY(works_of(transaction, page.plan.id));
    page.items = public_items(works, items);
    return public_board_page(context, page);
}

}  // namespace caicach::obligation
