#include "obligation/own_plan/own_plan_handlers.hpp"

#include <algorithm>
#include <utility>

#include "identity/api.hpp"
#include "obligation/coordination.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/own_plan/own_plan_paths.hpp"
#include "obligation/own_plan/own_plan_prefill.hpp"
#include "obligation/own_plan/own_plan_register.hpp"
#include "obligation/own_plan/own_plan_views.hpp"
#include "obligation/permissions.hpp"
#include "obligation/result.hpp"
#include "obligation/role/insight.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// A scan over a slow line takes its time.
constexpr int upload_seconds = 300;

/// The own plan of the address, for who may see its obligation; for others it is not there.
Result<OwnPlan> own_plan_in(const Context& context, database::Transaction& transaction,
                            const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("own_plan"));
    auto found = TRY(OwnPlanStore{transaction}.find(code));
    const auto obligation = TRY(ObligationStore{transaction}.find(found.obligation));
    const auto insight = TRY(insight_into(context, transaction, obligation));
    if (insight < Insight::proof)
        return failure(Failure::not_found, "obligation.own_plan.not_found");
    return found;
}

/// The obligation of the address, for who may send an own plan for it.
Result<Obligation> obligation_in(const Context& context, database::Transaction& transaction,
                                 const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("task"));
    auto found = TRY(ObligationStore{transaction}.find(code));
    const bool sees = TRY(may_see(context, transaction, found));
    if (!sees) return failure(Failure::not_found, "obligation.not_found");
    TRY(require_for(context, transaction, report_work, found));
    TRY(check_asked(found));
    return found;
}

Result<std::vector<ShownOwnPlanStep>> shown_steps(database::Transaction& transaction,
                                                  const OwnPlan& own, Date today)
{
    auto steps = TRY(OwnPlanStore{transaction}.steps(own.id));
    std::vector<ShownOwnPlanStep> shown;
    shown.reserve(steps.size());
    for (auto& step : steps) {
        ShownOwnPlanStep one{.step = std::move(step)};
        const auto agency = TRY(organisation::agency_by_id(transaction, one.step.agency, today));
        one.agency = agency.name;
        if (one.step.account) {
            const auto account = TRY(identity::account_by_id(transaction, one.step.account));
            one.person = account.name;
        }
        if (one.step.file) {
            const auto file = TRY(attachment::find(transaction, one.step.file));
            one.file_name = file.name;
            one.file_path = attachment::download_path(file);
        }
        shown.push_back(std::move(one));
    }
    return shown;
}

Result<http::Response> own_plan_with(Context& context, const http::Request& request,
                                     std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    OwnPlanStore store{transaction};
    OwnPlanPage page{.error = std::move(error)};
    page.own = TRY(own_plan_in(context, transaction, request));
    const auto obligation = TRY(ObligationStore{transaction}.find(page.own.obligation));
    page.task = TRY(task_of(transaction, obligation));
    page.plan = TRY(plan_today(transaction, page.own.plan, context.today()));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, page.own.agency, context.today()));
    page.agency = agency.name;
    if (page.own.linked) {
        const auto linked = TRY(plan::summary_of(transaction, page.own.linked));
        page.linked_title = linked.title;
        page.linked_path = "/ke-hoach/" + linked.slug;
    }
    page.works = TRY(store.works_of(page.own.plan, page.own.agency));
    page.lines = TRY(store.lines(page.own.id));
    page.steps = TRY(shown_steps(transaction, page.own, context.today()));
    const auto insight = TRY(insight_into(context, transaction, obligation));
    if (insight < Insight::whole)
        for (auto& step : page.steps) step.person.clear();
    const bool may_report = TRY(may_for(context, transaction, report_work, obligation));
    page.may_send = may_report && takes_own_plan(obligation, page.own);
    page.may_judge = page.own.state == OwnPlanState::sent &&
                     context.may(judge_own_plans, organisation::scope_of(page.plan.coordinator));
    if (page.error) {
        page.reason = request.raw("reason");
        std::vector<plan::ItemId> items;
        for (const auto& work : page.works) items.push_back(work.lineage);
        page.since = since_seen(request.raw("seen"), page.own, page.lines, items);
    }
    return own_plan_page(context, page);
}

Result<http::Response> show_own_plan(Context& context, const http::Request& request)
{
    return own_plan_with(context, request, {});
}

/// Finds, does, commits; a refused form is shown anew with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto found = TRY(own_plan_in(context, transaction, request));
        TRY(require_judging(context, transaction, found));
        // Nobody accepts or returns what they did not read.
        const auto seen = TRY(request.integer("version"));
        if (found.version != seen)
            return failure(Failure::conflict, "obligation.own_plan.sent_meanwhile");
        TRY(take(transaction, found));
        TRY(transaction.commit());
        return found.code;
    }();
    if (done) return web::redirect_with(own_plan_path(*done), said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return own_plan_with(context, request, done.error());
}

Result<http::Response> post_return(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.own_plan.returned",
                [&](database::Transaction& transaction, const OwnPlan& found) -> Result<void> {
                    const auto reason =
                        TRY(request.paragraphs("reason", limits::reason_length_max));
                    return return_own_plan(context, transaction, found, reason);
                });
}

Result<http::Response> post_acceptance(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.own_plan.accepted_now",
                [&](database::Transaction& transaction, const OwnPlan& found) {
                    return accept_own_plan(context, transaction, found);
                });
}

/// What stands on the form of each item, as far as the agency owes it.
Result<std::vector<OwnPlanLine>> lines_in(const http::Request& request,
                                          const std::vector<Work>& works)
{
    std::vector<OwnPlanLine> lines;
    lines.reserve(works.size());
    for (const auto& work : works) {
        OwnPlanLine line{.lineage = work.lineage};
        for (const auto element : elements) {
            auto& words = line.words[static_cast<std::size_t>(element)];
            const auto field = field_of(work.lineage, element);
            if (element == Element::activity) {
                const auto typed = TRY(request.paragraphs(field, limits::reason_length_max));
                words = text::trim(typed);
            } else {
                const auto typed = TRY(request.maybe_text(field, limits::title_length_max));
                words = typed.value_or("");
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

/// As it was typed, whatever is wrong with it.
std::vector<OwnPlanLine> typed_lines(const http::Request& request, const std::vector<Work>& works)
{
    std::vector<OwnPlanLine> lines;
    lines.reserve(works.size());
    for (const auto& work : works) {
        OwnPlanLine line{.lineage = work.lineage};
        for (const auto element : elements)
            line.words[static_cast<std::size_t>(element)] =
                request.raw(field_of(work.lineage, element));
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Where nothing is said of an item yet, what the chosen plan of one's own says of it.
Result<void> prefill(database::Transaction& transaction, OwnPlanFormPage& page,
                     std::string_view chosen)
{
    const auto source = std::ranges::find(page.own_plans, chosen, &plan::PlanSummary::code);
    if (source == page.own_plans.end()) return {};
    const auto items = TRY(plan::items_in_force(transaction, source->id));
    for (auto& line : lines_from(items, page.works)) {
        auto& known = page.typed.lines;
        const auto found = std::ranges::find(known, line.lineage, &OwnPlanLine::lineage);
        if (found != known.end() && !found->is_empty()) continue;
        ++page.filled_items;
        if (found != known.end()) {
            *found = std::move(line);
        } else {
            known.push_back(std::move(line));
        }
    }
    page.filled_from = source->title;
    page.typed.linked = source->code;
    if (page.typed.title.empty()) page.typed.title = source->title;
    return {};
}

Result<OwnPlanSketch> sketch_in(const http::Request& request, const std::vector<Work>& works)
{
    OwnPlanSketch sketch;
    sketch.form = TRY(request.maybe_text("form")).value_or("");
    sketch.title = TRY(request.maybe_text("title", limits::title_length_max)).value_or("");
    sketch.place = TRY(request.maybe_text("place", limits::title_length_max)).value_or("");
    sketch.linked = TRY(request.maybe_text("linked")).value_or("");
    sketch.lines = TRY(lines_in(request, works));
    return sketch;
}

Result<OwnPlanSketch> sketch_of(database::Transaction& transaction, const OwnPlan& own)
{
    OwnPlanSketch sketch{
        .form = std::string{name_of(own.form)}, .title = own.title, .place = own.place};
    if (own.linked) sketch.linked = TRY(plan::summary_of(transaction, own.linked)).code;
    sketch.lines = TRY(OwnPlanStore{transaction}.lines(own.id));
    return sketch;
}

Result<http::Response> form_with(Context& context, const http::Request& request,
                                 std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    OwnPlanStore store{transaction};
    OwnPlanFormPage page{.error = std::move(error)};
    const auto obligation = TRY(obligation_in(context, transaction, request));
    page.task = TRY(task_of(transaction, obligation));
    page.known = TRY(store.of_obligation(obligation.id));
    page.works = TRY(store.works_of(obligation.plan, obligation.agency));
    page.own_plans = TRY(plan::plans_in_force(transaction));
    std::erase_if(page.own_plans, [&](const plan::PlanSummary& one) {
        return one.coordinator != obligation.agency || one.id == obligation.plan;
    });
    if (page.error) {
        page.typed = {.form = std::string{request.raw("form")},
                      .title = std::string{request.raw("title")},
                      .place = std::string{request.raw("place")},
                      .linked = std::string{request.raw("linked")}};
        page.typed.lines = typed_lines(request, page.works);
    } else if (page.known) {
        page.typed = TRY(sketch_of(transaction, *page.known));
    } else {
        page.typed.form = name_of(OwnPlanForm::filed);
    }
    if (!page.error) TRY(prefill(transaction, page, request.query("dien-san").value_or("")));
    return own_plan_form_page(context, page);
}

Result<http::Response> show_form(Context& context, const http::Request& request)
{
    return form_with(context, request, {});
}

Result<std::string> sent(Context& context, const http::Request& request)
{
    const auto read = [&]() -> Result<OwnPlanSketch> {
        auto transaction = TRY(context.read());
        const auto found = TRY(obligation_in(context, transaction, request));
        const auto works = TRY(OwnPlanStore{transaction}.works_of(found.plan, found.agency));
        return sketch_in(request, works);
    };
    const auto sketch = TRY(read());
    std::optional<attachment::KeptFile> file;
    for (const auto& upload : request.files()) {
        if (upload.field != "document" || upload.size == 0) continue;
        file = TRY(attachment::keep(context, attachment::file_of(upload), own_plan_use()));
    }
    auto transaction = TRY(context.begin());
    const auto obligation = TRY(obligation_in(context, transaction, request));
    const auto own = TRY(send_own_plan(context, transaction, obligation, sketch, file));
    TRY(transaction.commit());
    return own.code;
}

Result<http::Response> post_own_plan(Context& context, const http::Request& request)
{
    const auto code = sent(context, request);
    if (code) return web::redirect_with(own_plan_path(*code), "obligation.own_plan.sent");
    if (!web::is_about_form(code.error())) return tl::unexpected<Error>(code.error());
    return form_with(context, request, code.error());
}

Result<std::optional<AuditedPage>> page_of(database::Transaction& transaction, std::int64_t object,
                                           Date /*today*/)
{
    const auto own = TRY(OwnPlanStore{transaction}.find(OwnPlanId{object}));
    return AuditedPage{.title = text::shorten(own.title, limits::audited_title_length),
                       .path = own_plan_path(own.code)};
}

}  // namespace

void add_own_plans(Module& module)
{
    const auto reporters = http::Access::holder_of(report_work.key);
    const auto judges = http::Access::holder_of(judge_own_plans.key);
    module.permission(judge_own_plans);
    module.get("/viec/{task}/ke-hoach-rieng", reporters, show_form);
    module.post("/viec/{task}/ke-hoach-rieng", reporters, post_own_plan,
                {.limits = {.upload_bytes = limits::proof_bytes_max, .seconds = upload_seconds}});
    module.get("/ke-hoach-rieng/{own_plan}", http::Access::signed_in, show_own_plan);
    module.post("/ke-hoach-rieng/{own_plan}/tra-lai", judges, post_return);
    module.post("/ke-hoach-rieng/{own_plan}/chap-nhan", judges, post_acceptance);
    add_own_plan_register(module);
    module.on<attachment::FileAsked>(answer_for_own_plan_file);
    module.audits({"obligation.own_plan.sent", "gửi kế hoạch riêng của cơ quan"});
    module.audits({"obligation.own_plan.returned", "trả lại kế hoạch riêng của cơ quan"});
    module.audits({"obligation.own_plan.accepted", "chấp nhận kế hoạch riêng của cơ quan"});
    module.audits_about({"obligation.own_plan", "kế hoạch riêng của cơ quan", page_of});
}

}  // namespace caicach::obligation
