#include "organisation/agency_tree_handlers.hpp"

#include "organisation/agency_tree_views.hpp"
#include "organisation/day_asked.hpp"
#include "organisation/limits.hpp"

namespace caicach::organisation
{

Result<http::Response> show_agency_tree(Context& context, const http::Request& request)
{
    TreePage page{.today = context.today()};
    page.day = day_asked(request, page.today);
    const auto first = request.maybe_integer(
        "tu", {.lowest = 0, .highest = static_cast<std::int64_t>(limits::list_offset_max)});
    page.first = static_cast<std::size_t>(first ? first->value_or(0) : 0);
    const auto slug = TRY(request.maybe_text("goc", limits::name_length_max)).value_or("");
    auto transaction = TRY(context.read());
    AgencyId root{};
    if (!slug.empty()) root = TRY(agency_by_slug(transaction, slug, page.day)).id;
    page.branch = TRY(branch_of(transaction, root, page.day, page.first));
    page.kinds = TRY(kinds(transaction));
    return tree_page(context, page);
}

}  // namespace caicach::organisation
