#include "evidence/figure_handlers.hpp"

#include <algorithm>
#include <utility>

#include "evidence/coverage.hpp"
#include "evidence/figure_request.hpp"
#include "evidence/figure_views.hpp"
#include "evidence/paths.hpp"
#include "evidence/permissions.hpp"
#include "evidence/typed_fact.hpp"
#include "evidence/window_figures.hpp"

namespace caicach::evidence
{
namespace
{

void leave_out_unseen(const Context& context, std::vector<organisation::Total>& amounts)
{
    std::erase_if(amounts, [&](const organisation::Total& total) {
        return !may_see_facts(context, total.agency);
    });
}

/// Of all agencies that the person sees.
Result<std::int64_t> sum_of(const Context& context, database::Transaction& transaction,
                            const Figure& figure, const Months& months, Rollup rollup)
{
    if (const auto coverage = coverage_figure(figure.key)) {
        return coverage_together(
            transaction, *coverage, months, rollup, context.today(),
            [&](organisation::AgencyId agency) { return may_see_facts(context, agency); });
    }
    auto amounts = TRY(amounts_of(transaction, figure, months, rollup, context.today()));
    leave_out_unseen(context, amounts);
    std::int64_t sum = 0;
    for (const auto& amount : amounts) sum += amount.amount;
    return sum;
}

Result<http::Response> show_figures(Context& context, const http::Request& /*request*/)
{
    TRY(context.require(see_facts, context.actor().agency));
    auto transaction = TRY(context.read());
    FiguresPage page{.year = context.today().year()};
    const auto months = year_of(context.today());
    auto all = TRY(figures(context, transaction));
    page.lines.reserve(all.size());
    for (auto& figure : all) {
        const auto sum = TRY(sum_of(context, transaction, figure, months, Rollup::as_then));
        page.lines.push_back({.figure = std::move(figure), .amount = sum});
    }
    return figures_page(context, page);
}

Result<void> add_lines(const Context& context, database::Transaction& transaction,
                       const Months& months, FigurePage& page)
{
    auto amounts = TRY(amounts_of(transaction, page.figure, months, page.rollup, context.today()));
    leave_out_unseen(context, amounts);
    const auto day = page.rollup == Rollup::as_now ? context.today() : months.to;
    page.sum = TRY(sum_of(context, transaction, page.figure, months, page.rollup));
    if (const auto coverage = coverage_figure(page.figure.key))
        page.sum_text =
            coverage->is_whole() ? "Số cơ quan của nhóm" : "Tính chung, mỗi cơ quan một lần";
    page.lines.reserve(amounts.size());
    for (const auto& amount : amounts) {
        const auto agency = TRY(organisation::agency_by_id(transaction, amount.agency, day));
        const bool is_coverage = coverage_figure(page.figure.key).has_value();
        const auto path =
            page.rollup == Rollup::as_now && is_coverage
                ? facts_path_of(page.figure, window_of(months), agency.slug) + "&theo=hien-nay"
            : page.rollup == Rollup::as_now
                ? figure_address(page.figure, months, page.rollup) + "&co-quan=" + agency.slug
                : facts_path_of(page.figure, window_of(months), agency.slug);
        page.lines.push_back({.agency = agency.name, .amount = amount.amount, .path = path});
    }
    return {};
}

/// Of the agency that the address names.
Result<void> add_origins(const Context& context, database::Transaction& transaction,
                         const http::Request& request, const Months& months, FigurePage& page)
{
    const auto slug = request.query("co-quan").value_or("");
    if (slug.empty() || page.rollup != Rollup::as_now) return {};
    // How many agencies a group has comes from no fact.
    const auto coverage = coverage_figure(page.figure.key);
    if (coverage && coverage->is_whole()) return {};
    const auto opened = TRY(organisation::agency_by_slug(transaction, slug, context.today()));
    TRY(context.require(see_facts, organisation::scope_of(opened.id)));
    page.opened = opened.name;
    const auto origins =
        TRY(origins_of(transaction, page.figure, months, opened.id, context.today()));
    page.origins.reserve(origins.size());
    for (const auto& origin : origins) {
        const auto agency =
            TRY(organisation::agency_by_id(transaction, origin.agency, months.from));
        page.origins.push_back(
            {.agency = agency.name,
             .amount = origin.amount,
             .share = origin.share,
             .path = facts_path_of(page.figure, window_of(months), agency.slug)});
    }
    return {};
}

Result<http::Response> show_figure(Context& context, const http::Request& request)
{
    TRY(context.require(see_facts, context.actor().agency));
    const auto key = TRY(request.path<std::string>("figure"));
    auto transaction = TRY(context.read());
    FigurePage page;
    page.figure = TRY(figure_of(context, transaction, key));
    if (request.query("theo").value_or("") == "hien-nay") page.rollup = Rollup::as_now;
    const auto asked = months_in(context, request);
    const auto months = asked ? *asked : year_of(context.today());
    page.as_then_path = figure_address(page.figure, months, Rollup::as_then);
    page.as_now_path = figure_address(page.figure, months, Rollup::as_now);
    page.from = months.from.vietnamese();
    page.to = months.to.vietnamese();
    if (!asked) {
        page.error = asked.error();
        page.from = request.query("tu").value_or("");
        page.to = request.query("den").value_or("");
        return figure_page(context, page);
    }
    TRY(add_lines(context, transaction, months, page));
    TRY(add_origins(context, transaction, request, months, page));
    return figure_page(context, page);
}

}  // namespace

void add_figure_pages(Module& module)
{
    const auto staff = http::Access::holder_of(see_facts.key);
    module.get("/so-lieu", staff, show_figures);
    module.get("/so-lieu/{figure}", staff, show_figure);
    module.menu({.text = "Số liệu", .path = "/so-lieu", .order = 15, .permission = &see_facts});
}

}  // namespace caicach::evidence
