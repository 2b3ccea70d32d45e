#include "obligation/target/rhythm_handlers.hpp"

#include <utility>

#include "obligation/permissions.hpp"
#include "obligation/target/rhythm_views.hpp"
#include "obligation/target/target_handlers.hpp"
#include "obligation/target/target_paths.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

Result<http::Response> rhythms_with(Context& context, const http::Request& request,
                                    std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    const auto targets = TRY(targets_to_lead(context, transaction, request));
    RhythmsPage page{.plan = targets.plan(),
                     .targets = targets.targets(),
                     .rhythms = targets.rhythms(),
                     .today = context.today(),
                     .error = std::move(error)};
    if (page.error) {
        page.typed_target = request.raw("target");
        page.typed_rhythm = request.raw("rhythm");
        page.typed_days = request.raw("days");
    }
    return rhythms_page(context, page);
}

Result<http::Response> show_rhythms(Context& context, const http::Request& request)
{
    return rhythms_with(context, request, {});
}

Result<http::Response> post_rhythm(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto targets = TRY(targets_to_lead(context, transaction, request));
        const auto& plan = targets.plan();
        NewRhythm wanted;
        const auto code = TRY(request.maybe_text("target")).value_or("");
        if (!code.empty()) {
            const auto* target = TRY(targets.find(code));
            wanted.lineage = target->item.lineage;
        }
        wanted.rhythm = TRY(request.maybe_text("rhythm")).value_or("");
        wanted.days = TRY(request.integer("days"));
        wanted.seen = TRY(request.integer("seen"));
        const auto items = TRY(plan::items_in_force(transaction, plan.id));
        TRY(set_rhythm(context, transaction, plan, items, wanted));
        TRY(transaction.commit());
        return rhythms_path(plan.code);
    }();
    if (done) return web::redirect_with(*done, "obligation.rhythm.kept");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return rhythms_with(context, request, done.error());
}

}  // namespace

void add_rhythms(Module& module)
{
    const auto leaders = http::Access::holder_of(lead_targets.key);
    module.get("/chi-tieu/{plan}/nhip", leaders, show_rhythms);
    module.post("/chi-tieu/{plan}/nhip", leaders, post_rhythm);
    module.on<plan::PlanPutInForce>(take_planned_rhythms);
    module.audits({"obligation.rhythm.set", "nêu nhịp báo số liệu chỉ tiêu"});
}

}  // namespace caicach::obligation
