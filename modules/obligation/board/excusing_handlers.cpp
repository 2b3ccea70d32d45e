#include "obligation/board/excusing_handlers.hpp"

#include <optional>
#include <utility>

#include "obligation/board/excusing_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// The plan and the filter of the address, for who may excuse its agencies.
Result<Watched> excused_in(const Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    auto watched = TRY(watched_in(context, transaction, request));
    TRY(context.require(excuse_agencies, organisation::scope_of(watched.plan.coordinator)));
    return watched;
}

Result<http::Response> page_with(Context& context, const http::Request& request,
                                 std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    ExcusingPage page{.error = std::move(error)};
    page.watched = TRY(excused_in(context, transaction, request));
    page.narrowed = TRY(narrowed(transaction, page.watched));
    page.found = TRY(excusable_in(transaction, page.watched));
    if (page.error) page.reason = request.raw("reason");
    return excusing_page(context, page);
}

}  // namespace

Result<http::Response> show_excusing(Context& context, const http::Request& request)
{
    return page_with(context, request, {});
}

Result<http::Response> post_excusing(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto watched = TRY(excused_in(context, transaction, request));
        Excusing excusing;
        excusing.seen = TRY(request.text("seen", limits::excusing_seen_length));
        excusing.reason = TRY(request.text("reason", limits::reason_length_max));
        TRY(excuse_all(context, transaction, watched, excusing));
        TRY(transaction.commit());
        return board_tasks_path(watched.plan.code) + watched.filter.query();
    }();
    if (done) return web::redirect_with(*done, "obligation.excusing.done");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return page_with(context, request, done.error());
}

}  // namespace caicach::obligation
