#include "evidence/subject_list_handlers.hpp"

#include <utility>

#include "evidence/fact_rows.hpp"
#include "evidence/figure_request.hpp"
#include "evidence/limits.hpp"
#include "evidence/list_request.hpp"
#include "evidence/paths.hpp"
#include "evidence/permissions.hpp"
#include "evidence/subject.hpp"
#include "evidence/subject_list_views.hpp"
#include "evidence/typed_fact.hpp"
#include "web/components/frame.hpp"

namespace caicach::evidence
{
namespace
{

/// The agency's own people see all that is about it; those of who recorded, what they recorded.
Result<void> require_sight(const Context& context, const FactsAboutPage& page)
{
    if (may_see_facts(context, page.agency.id)) return {};
    if (page.by.id && may_see_facts(context, page.by.id)) return {};
    return context.require(see_facts, organisation::scope_of(page.agency.id));
}

std::string address_of(const std::string& path, const FactsAboutPage& page)
{
    auto address = path + "?co-quan=" + page.agency.slug;
    if (page.by.id) address += "&boi=" + page.by.slug;
    const auto& query = page.query;
    if (!query.product.empty()) address += "&loai=" + query.product;
    if (query.standing) address += "&tinh-trang=" + std::string{name_of(*query.standing)};
    if (query.from) address += "&tu=" + query.from->iso();
    if (query.to) address += "&den=" + query.to->iso();
    return address;
}

/// Whose page, what is asked, and whether the person may see it.
Result<FactsAboutPage> asked_page(const Context& context, database::Transaction& transaction,
                                  const http::Request& request)
{
    FactsAboutPage page;
    page.agency = TRY(organisation::agency_asked_by_slug(context, transaction,
                                                         request.query("co-quan").value_or("")));
    const auto by = request.query("boi").value_or("");
    if (!by.empty()) page.by = TRY(organisation::agency_by_slug(transaction, by, context.today()));
    TRY(require_sight(context, page));
    page.from = request.query("tu").value_or("");
    page.to = request.query("den").value_or("");
    auto& query = page.query;
    query.agency = page.by.id;
    const auto product = request.query("loai").value_or("");
    if (has_subjects(product)) query.product = product;
    if (request.query("tinh-trang").value_or("") == name_of(Standing::counts))
        query.standing = Standing::counts;
    query.before = place_from(request.query("sau").value_or(""));
    const auto read = read_days(request, query);
    if (!read) page.error = read.error();
    return page;
}

Result<void> add_lines(database::Transaction& transaction, FactsAboutPage& page)
{
    auto facts = TRY(facts_about(transaction, page.agency.id, page.query));
    page.lines.reserve(facts.size());
    for (auto& [fact, by, manner] : facts)
        page.lines.push_back({.fact = std::move(fact),
                              .by = std::move(by),
                              .manner = std::string{label_of(manner)}});
    return {};
}

Result<http::Response> show_facts_about(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto page = TRY(asked_page(context, transaction, request));
    page.agencies = TRY(agencies_to_see(context, transaction));
    if (page.error) return facts_about_page(context, page);
    page.query.limit = limits::facts_per_page + 1;
    TRY(add_lines(transaction, page));
    page.csv_path = address_of(facts_about_csv_path(), page);
    if (page.lines.size() > static_cast<std::size_t>(limits::facts_per_page)) {
        page.lines.pop_back();
        const auto& last = page.lines.back().fact;
        page.next_path = address_of(facts_about_path(), page) +
                         "&sau=" + text_of({.happened_on = last.happened_on, .id = last.id});
    }
    return facts_about_page(context, page);
}

http::Response csv_response(std::string text, std::string_view name)
{
    http::Response response{200, "text/csv; charset=utf-8", std::move(text)};
    return response.set_download_name(name);
}

Result<http::Response> download_facts_about(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto page = TRY(asked_page(context, transaction, request));
    if (page.error) return tl::unexpected<Error>(*page.error);
    page.query.limit = limits::listed_subjects_max;
    TRY(add_lines(transaction, page));
    return csv_response(facts_about_csv(page.lines), "Được kiểm tra " + page.agency.slug + ".csv");
}

/// Of each line, the facts that say so.
std::vector<std::string> paths_of(const CoveragePage& page, const CoverageFigure& figure)
{
    std::vector<std::string> paths;
    paths.reserve(page.list.lines.size());
    for (const auto& line : page.list.lines) {
        if (line.facts == 0) {
            paths.emplace_back();
            continue;
        }
        paths.push_back(facts_about_path() + "?co-quan=" + line.agency.slug +
                        "&boi=" + line.by_slug + "&loai=" + figure.product + "&tinh-trang=counts" +
                        days_of(page.months));
    }
    return paths;
}

Result<CoveragePage> coverage_in(Context& context, database::Transaction& transaction,
                                 const http::Request& request)
{
    const auto key = TRY(request.path<std::string>("figure"));
    const auto slug = TRY(request.path<std::string>("agency"));
    CoveragePage page;
    page.agency = TRY(organisation::agency_by_slug(transaction, slug, context.today()));
    if (!may_see_facts(context, page.agency.id))
        TRY(context.require(see_facts, organisation::scope_of(page.agency.id)));
    const auto coverage = coverage_figure(key);
    if (!coverage) return failure(Failure::not_found, "evidence.figure.not_found");
    page.figure = TRY(figure_of(context, transaction, key));
    page.months = TRY(months_in(context, request));
    const auto rollup =
        request.query("theo").value_or("") == "hien-nay" ? Rollup::as_now : Rollup::as_then;
    page.list = TRY(coverage_list(transaction, *coverage, page.months, rollup, page.agency.id,
                                  context.today()));
    page.paths = paths_of(page, *coverage);
    page.figure_path = figure_address(page.figure, page.months, rollup);
    page.csv_path = coverage_csv_path(key, slug) + "?tu=" + page.months.from.iso() +
                    "&den=" + page.months.to.iso() +
                    (rollup == Rollup::as_now ? "&theo=hien-nay" : "");
    return page;
}

Result<http::Response> show_coverage(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(coverage_in(context, transaction, request));
    return coverage_page(context, page);
}

Result<http::Response> download_coverage(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(coverage_in(context, transaction, request));
    return csv_response(coverage_csv(page), "Số cơ quan được kiểm tra.csv");
}

}  // namespace

void add_subject_lists(Module& module)
{
    const auto staff = http::Access::holder_of(see_facts.key);
    module.get("/minh-chung/ve-co-quan", http::Access::signed_in, show_facts_about);
    module.get("/minh-chung/ve-co-quan.csv", http::Access::signed_in, download_facts_about);
    module.get("/so-lieu/{figure}/co-quan/{agency}", staff, show_coverage);
    module.get("/so-lieu/{figure}/co-quan/{agency}/bang.csv", staff, download_coverage);
}

}  // namespace caicach::evidence
