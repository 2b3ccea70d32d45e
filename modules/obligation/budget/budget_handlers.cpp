#include "obligation/budget/budget_handlers.hpp"

#include <algorithm>
#include <utility>

#include "crypto/public_code.hpp"
#include "identity/api.hpp"
#include "obligation/budget/budget_paths.hpp"
#include "obligation/budget/budget_register.hpp"
#include "obligation/budget/budget_request.hpp"
#include "obligation/budget/budget_rights.hpp"
#include "obligation/budget/budget_steps.hpp"
#include "obligation/budget/budget_views.hpp"
#include "obligation/coordination.hpp"
#include "obligation/generation.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "text/text.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// The line of the address, for its agency, for those who answer for that now and for who watches
/// the plan; for others it is not there.
Result<BudgetLine> line_in(const Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("budget_line"));
    auto line = TRY(BudgetStore{transaction}.find(code));
    const auto plan = TRY(plan_today(transaction, line.plan, context.today()));
    const bool is_own = TRY(may_about(context, transaction, see_work, line));
    const bool watches = context.may(watch_plans, organisation::scope_of(plan.coordinator));
    if (!is_own && !watches) return failure(Failure::not_found, "obligation.budget.not_found");
    return line;
}

/// A page of the lines of one agency, the actor's or one that it took over.
Result<BudgetSection> section_of(database::Transaction& transaction,
                                 const organisation::AgencySummary& agency, BudgetLineId after,
                                 Date today)
{
    BudgetSection section{.code = agency.code, .agency = agency.name};
    auto lines = TRY(
        BudgetStore{transaction}.of_agency(agency.id, after, limits::budget_lines_per_page + 1));
    if (lines.size() > static_cast<std::size_t>(limits::budget_lines_per_page)) {
        lines.pop_back();
        section.next = std::to_string(lines.back().id.value);
    }
    section.lines = TRY(listed_lines(transaction, lines, today));
    return section;
}

/// What agencies left to this one; with a code of one of them the lines of that alone.
Result<std::vector<BudgetSection>> inherited_in(const Context& context,
                                                database::Transaction& transaction,
                                                const http::Request& request)
{
    const auto agency = organisation::agency_of(context.actor().agency);
    const auto only = request.query("cua").value_or("");
    const auto before = TRY(predecessors_of(transaction, agency, context.today()));
    std::vector<BudgetSection> sections;
    for (const auto one : before) {
        const auto left = TRY(organisation::agency_by_id(transaction, one, context.today()));
        if (!only.empty() && left.code != only) continue;
        const auto after = only.empty() ? BudgetLineId{} : budget_place(request);
        auto section = TRY(section_of(transaction, left, after, context.today()));
        if (!section.lines.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

Result<http::Response> show_own_budget(Context& context, const http::Request& request)
{
    TRY(context.require(see_work, context.actor().agency));
    const auto agency = organisation::agency_of(context.actor().agency);
    auto transaction = TRY(context.read());
    OwnBudgetPage page{.may_write = context.may(write_budget, context.actor().agency)};
    const auto own = TRY(organisation::agency_by_id(transaction, agency, context.today()));
    page.agency = own.name;
    page.plans = TRY(plans_going_on(context, transaction));
    page.inherited = TRY(inherited_in(context, transaction, request));
    if (!request.query("cua"))
        page.own = TRY(section_of(transaction, own, budget_place(request), context.today()));
    return own_budget_page(context, page);
}

/// Contents to be told need no money of their own.
Result<std::vector<plan::Item>> items_to_fund(database::Transaction& transaction, plan::PlanId plan)
{
    auto items = TRY(plan::items_in_force(transaction, plan));
    std::erase_if(items, [](const plan::Item& item) { return item.type == plan::ItemType::topic; });
    return items;
}

Result<http::Response> new_line_with(Context& context, const http::Request& request,
                                     std::optional<Error> error)
{
    TRY(context.require(write_budget, context.actor().agency));
    auto transaction = TRY(context.read());
    const auto code = TRY(request.path<std::string>("plan"));
    NewBudgetLinePage page{.code = code_in(request), .error = std::move(error)};
    page.plan = TRY(plan::summary_of(transaction, code));
    page.items = TRY(items_to_fund(transaction, page.plan.id));
    page.norms = TRY(norms_on(context.today()));
    page.typed.item = request.query("muc").value_or("");
    if (page.error) page.typed = typed_estimate(request);
    return new_budget_line_page(context, page);
}

Result<http::Response> show_new_line(Context& context, const http::Request& request)
{
    return new_line_with(context, request, {});
}

Result<std::string> added(Context& context, const http::Request& request)
{
    TRY(context.require(write_budget, context.actor().agency));
    NewBudgetLine wanted{.code = code_in(request),
                         .agency = organisation::agency_of(context.actor().agency)};
    const auto item = TRY(request.text("item"));
    wanted.estimate = TRY(estimate_in(request, context.today()));
    auto transaction = TRY(context.begin());
    const auto plan_code = TRY(request.path<std::string>("plan"));
    wanted.plan = TRY(plan::summary_of(transaction, plan_code));
    const auto items = TRY(items_to_fund(transaction, wanted.plan.id));
    const auto found = std::ranges::find(items, item, &plan::Item::code);
    if (found == items.end())
        return failure(Failure::invalid, "obligation.budget.item_unknown", "item");
    wanted.lineage = found->lineage;
    const auto line = TRY(add_budget_line(context, transaction, wanted));
    TRY(transaction.commit());
    return line.code;
}

Result<http::Response> post_new_line(Context& context, const http::Request& request)
{
    const auto code = added(context, request);
    if (code) return web::redirect_with(budget_line_path(*code), "obligation.budget.added");
    if (!web::is_about_form(code.error())) return tl::unexpected<Error>(code.error());
    return new_line_with(context, request, code.error());
}

Result<std::vector<std::string>> appraisers_of(database::Transaction& transaction,
                                               const std::vector<Appraisal>& appraisals, Date today)
{
    AgencyNames names{transaction, today};
    std::vector<std::string> all;
    all.reserve(appraisals.size());
    for (const auto& one : appraisals) {
        const auto* agency = TRY(names.of(one.agency));
        auto name = agency->name;
        if (one.account) {
            const auto account = TRY(identity::account_by_id(transaction, one.account));
            name += " (" + account.name + ")";
        }
        all.push_back(std::move(name));
    }
    return all;
}

Result<http::Response> line_with(Context& context, const http::Request& request,
                                 std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    const auto line = TRY(line_in(context, transaction, request));
    BudgetLinePage page{.spending_code = code_in(request), .error = std::move(error)};
    auto listed = TRY(listed_lines(transaction, {line}, context.today()));
    page.listed = std::move(listed.front());
    page.plan = TRY(plan_today(transaction, line.plan, context.today()));
    page.norms = TRY(norms_on(context.today()));
    BudgetStore store{transaction};
    page.appraisals = TRY(store.appraisals(line.id));
    page.appraisers = TRY(appraisers_of(transaction, page.appraisals, context.today()));
    page.spendings = TRY(store.spendings(line.id));
    page.may_write = TRY(may_about(context, transaction, write_budget, line));
    page.may_withdraw = TRY(may_withdraw(context, transaction, line));
    page.may_appraise = context.may(appraise_budget, organisation::scope_of(page.plan.coordinator));
    page.typed = typed_estimate(line.estimate);
    if (page.error && request.has("title")) page.typed = typed_estimate(request);
    if (page.error) {
        page.typed_amount = request.has("spent") ? request.raw("spent") : request.raw("amount");
        page.typed_note = request.has("voucher") ? request.raw("voucher") : request.raw("note");
        page.typed_day = request.raw("spent_on");
    }
    return budget_line_page(context, page);
}

Result<http::Response> show_line(Context& context, const http::Request& request)
{
    return line_with(context, request, {});
}

/// Finds, does, commits; a refused form is shown anew with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto line = TRY(line_in(context, transaction, request));
        TRY(take(transaction, line));
        TRY(transaction.commit());
        return line.code;
    }();
    if (done) return web::redirect_with(budget_line_path(*done), said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return line_with(context, request, done.error());
}

Result<http::Response> post_estimate(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.budget.changed",
                [&](database::Transaction& transaction, const BudgetLine& line) -> Result<void> {
                    TRY(require_writing(context, transaction, line));
                    const auto wanted = TRY(estimate_in(request, context.today()));
                    const auto seen = TRY(request.integer("version"));
                    return change_estimate(context, transaction, line, wanted, seen);
                });
}

Result<http::Response> post_appraisal(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.budget.appraised",
                [&](database::Transaction& transaction, const BudgetLine& line) -> Result<void> {
                    const auto plan = TRY(plan_today(transaction, line.plan, context.today()));
                    TRY(context.require(appraise_budget, organisation::scope_of(plan.coordinator)));
                    NewAppraisal wanted;
                    wanted.amount =
                        TRY(request.integer("amount", {.lowest = 0, .highest = limits::money_max}));
                    wanted.note =
                        TRY(request.maybe_text("note", limits::reason_length_max)).value_or("");
                    const auto seen = TRY(request.integer("version"));
                    return appraise_line(context, transaction, line, wanted, seen);
                });
}

Result<http::Response> post_spending(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.budget.spent",
                [&](database::Transaction& transaction, const BudgetLine& line) -> Result<void> {
                    TRY(require_writing(context, transaction, line));
                    Spending wanted{.code = code_in(request)};
                    wanted.amount =
                        TRY(request.integer("spent", {.lowest = 1, .highest = limits::money_max}));
                    wanted.spent_on = TRY(request.date("spent_on"));
                    wanted.note = TRY(request.text("voucher", limits::source_length_max));
                    return state_spending(context, transaction, line, wanted);
                });
}

Result<http::Response> post_spending_back(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.budget.spending_taken_back",
                [&](database::Transaction& transaction, const BudgetLine& line) -> Result<void> {
                    TRY(require_writing(context, transaction, line));
                    const auto spending = TRY(request.text("spending"));
                    return take_back_spending(context, transaction, line, spending);
                });
}

Result<http::Response> post_withdrawal(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.budget.withdrawn_now",
                [&](database::Transaction& transaction, const BudgetLine& line) -> Result<void> {
                    TRY(require_withdrawal(context, transaction, line));
                    const auto seen = TRY(request.integer("version"));
                    return withdraw_line(context, transaction, line, seen);
                });
}

Result<std::optional<AuditedPage>> page_of(database::Transaction& transaction, std::int64_t object,
                                           Date /*today*/)
{
    const auto line = TRY(BudgetStore{transaction}.find(BudgetLineId{object}));
    return AuditedPage{.title = text::shorten(line.estimate.title, limits::audited_title_length),
                       .path = budget_line_path(line.code)};
}

void add_audited(Module& module)
{
    module.audits({"obligation.budget.estimated", "ghi dự toán kinh phí"});
    module.audits({"obligation.budget.appraised", "thẩm định dự toán kinh phí"});
    module.audits({"obligation.budget.spent", "ghi một lần chi"});
    module.audits({"obligation.budget.spending_taken_back", "rút lại một lần chi"});
    module.audits({"obligation.budget.withdrawn", "bỏ một dòng kinh phí"});
    module.audits_about({"obligation.budget_line", "dòng kinh phí", page_of});
}

}  // namespace

void add_budget(Module& module)
{
    const auto staff = http::Access::holder_of(see_work.key);
    const auto writers = http::Access::holder_of(write_budget.key);
    const auto appraisers = http::Access::holder_of(appraise_budget.key);
    module.permission(write_budget);
    module.permission(appraise_budget);
    module.get("/kinh-phi", staff, show_own_budget);
    module.get("/kinh-phi/moi/{plan}", writers, show_new_line);
    module.post("/kinh-phi/moi/{plan}", writers, post_new_line);
    module.get("/kinh-phi/{budget_line}", http::Access::signed_in, show_line);
    module.post("/kinh-phi/{budget_line}/du-toan", writers, post_estimate);
    module.post("/kinh-phi/{budget_line}/tham-dinh", appraisers, post_appraisal);
    module.post("/kinh-phi/{budget_line}/chi", writers, post_spending);
    module.post("/kinh-phi/{budget_line}/chi/rut", writers, post_spending_back);
    module.post("/kinh-phi/{budget_line}/bo", http::Access::signed_in, post_withdrawal);
    add_budget_register(module);
    module.check({"obligation.budget", "Số đã chi của từng dòng kinh phí khớp với các lần chi",
                  check_budget});
    add_audited(module);
}

}  // namespace caicach::obligation
