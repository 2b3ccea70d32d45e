#include "obligation/board/due_soon_handlers.hpp"

#include <optional>
#include <utility>

#include "obligation/board/due_soon.hpp"
#include "obligation/board/due_soon_paths.hpp"
#include "obligation/board/due_soon_views.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/nudge_form.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// The plan and the filter of the address; what is not about what is due soon is dropped.
Result<Watched> looked_at(const Context& context, database::Transaction& transaction,
                          const http::Request& request)
{
    auto watched = TRY(watched_in(context, transaction, request));
    watched.filter.state.reset();
    watched.filter.among = Among::everything;
    watched.filter.due = Due::any;
    return watched;
}

Result<http::Response> due_soon_with(Context& context, const http::Request& request,
                                     std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    DueSoonPage page{.error = std::move(error)};
    page.watched = TRY(looked_at(context, transaction, request));
    page.narrowed = TRY(narrowed(transaction, page.watched));
    const auto owing = TRY(due_soon_of(transaction, page.watched));
    page.agencies = static_cast<std::int64_t>(owing.size());
    for (const auto& one : owing) page.tasks += static_cast<std::int64_t>(one.tasks.size());
    const auto& plan = page.watched.plan;
    page.list = TRY(nudge_list_of(transaction, request, owing, context.today(),
                                  [&](const organisation::AgencySummary& agency) {
                                      auto filter = page.watched.filter;
                                      filter.among = Among::due_soon;
                                      filter.agency = agency.code;
                                      return board_tasks_path(plan.code) + filter.query();
                                  }));
    page.list.kind = "cơ quan";
    page.list.label = "Cơ quan có việc sắp đến hạn";
    page.list.log_path = reminders_path(plan.code);
    if (context.may(nudge_agencies, organisation::scope_of(plan.coordinator)))
        page.list.action = due_soon_path(plan.code) + page.watched.filter.query();
    return due_soon_page(context, page);
}

Result<http::Response> show_due_soon(Context& context, const http::Request& request)
{
    return due_soon_with(context, request, {});
}

Result<http::Response> post_due_soon(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto watched = TRY(looked_at(context, transaction, request));
        TRY(context.require(nudge_agencies, organisation::scope_of(watched.plan.coordinator)));
        const auto owing = TRY(due_soon_of(transaction, watched));
        const auto chosen = TRY(chosen_in(transaction, request, owing, context.today()));
        TRY(nudge_due_soon(context, transaction, watched.plan, chosen));
        TRY(transaction.commit());
        return due_soon_path(watched.plan.code) + watched.filter.query();
    }();
    if (done) return web::redirect_with(*done, "obligation.nudge.sent");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return due_soon_with(context, request, done.error());
}

}  // namespace

void add_due_soon(Module& module)
{
    module.get("/theo-doi/{plan}/sap-den-han", http::Access::holder_of(watch_plans.key),
               show_due_soon);
    module.post("/theo-doi/{plan}/sap-den-han", http::Access::holder_of(nudge_agencies.key),
                post_due_soon);
    module.audits({"obligation.due_soon.nudged", "nhắc cơ quan việc sắp đến hạn"});
}

}  // namespace caicach::obligation
