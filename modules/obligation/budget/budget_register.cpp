#include "obligation/budget/budget_register.hpp"

#include <charconv>

#include "http/percent.hpp"
#include "obligation/board/board.hpp"
#include "obligation/board/downloads.hpp"
#include "obligation/budget/budget_paths.hpp"
#include "obligation/budget/budget_views.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"

namespace caicach::obligation
{
namespace
{

/// What the list is narrowed to; an agency that is unknown finds nothing.
struct NarrowedLines {
    BudgetQuery query{};
    std::string address{};  ///< "?co-quan=SYT", or nothing
    std::string words{};
};

Result<NarrowedLines> narrowed_in(database::Transaction& transaction, const http::Request& request,
                                  const Watched& watched)
{
    NarrowedLines narrowed{.query = {.plan = watched.plan.id}};
    const auto add = [&](std::string_view name, std::string_view value, std::string_view words) {
        narrowed.address += narrowed.address.empty() ? '?' : '&';
        narrowed.address += std::string{name} + "=" + http::percent_encoded(value);
        narrowed.words += (narrowed.words.empty() ? "" : "; ") + std::string{words};
    };
    const std::string code{request.query("co-quan").value_or("")};
    if (!code.empty()) {
        const auto agency = organisation::agency_by_code(transaction, code, watched.today);
        narrowed.query.agency = agency ? agency->id : organisation::AgencyId{1};
        add("co-quan", code, agency ? agency->name : code);
    }
    narrowed.query.source = budget_source_from(request.query("nguon").value_or(""));
    if (narrowed.query.source)
        add("nguon", name_of(*narrowed.query.source), label_of(*narrowed.query.source));
    narrowed.query.only_gone = request.query("muc") == gone_items;
    if (narrowed.query.only_gone) add("muc", gone_items, "mục không còn trong kế hoạch");
    return narrowed;
}

Result<http::Response> show_register(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    BudgetRegisterPage page{.plan = watched.plan};
    BudgetStore store{transaction};
    PlanBudget budget{.plan_code = page.plan.code};
    budget.sums = TRY(store.sums(page.plan.id));
    budget.of_gone = TRY(store.sums_of_gone(page.plan.id));
    AgencyNames names{transaction, watched.today};
    page.by_agency = TRY(budget_by_agency(budget, names));
    page.by_source = budget_by_source(budget);
    const auto narrowed = TRY(narrowed_in(transaction, request, watched));
    page.query = narrowed.address;
    page.narrowed = narrowed.words;
    auto lines = TRY(
        store.of_plan(narrowed.query, budget_place(request), limits::budget_lines_per_page + 1));
    if (lines.size() > static_cast<std::size_t>(limits::budget_lines_per_page)) {
        lines.pop_back();
        page.next_path = budget_register_path(page.plan.code) + page.query +
                         (page.query.empty() ? "?sau=" : "&sau=") +
                         std::to_string(lines.back().id.value);
    }
    page.lines = TRY(listed_lines(transaction, lines, watched.today));
    return budget_register_page(context, page);
}

Result<TakenTable> table_to_take(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    const auto narrowed = TRY(narrowed_in(transaction, request, watched));
    const auto lines =
        TRY(BudgetStore{transaction}.of_plan(narrowed.query, {}, limits::exported_tasks_max));
    const auto listed = TRY(listed_lines(transaction, lines, watched.today));
    TakenTable taken{.table = budget_lines_table(listed),
                     .name = file_name_of("Kinh phí", watched.plan)};
    taken.table.title = "Kinh phí";
    return taken;
}

Result<http::Response> export_csv(Context& context, const http::Request& request)
{
    const auto taken = TRY(table_to_take(context, request));
    return csv_download(taken);
}

Result<http::Response> export_xlsx(Context& context, const http::Request& request)
{
    const auto taken = TRY(table_to_take(context, request));
    return xlsx_download(context, taken);
}

}  // namespace

BudgetLineId budget_place(const http::Request& request)
{
    const auto digits = request.query("sau").value_or("");
    BudgetLineId place;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), place.value);
    const bool is_whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
    return is_whole && place.value > 0 ? place : BudgetLineId{};
}

void add_budget_register(Module& module)
{
    const auto watchers = http::Access::holder_of(watch_plans.key);
    module.get("/theo-doi/{plan}/kinh-phi", watchers, show_register);
    module.get("/theo-doi/{plan}/kinh-phi.csv", watchers, export_csv);
    module.get("/theo-doi/{plan}/kinh-phi.xlsx", watchers, export_xlsx);
}

}  // namespace caicach::obligation
