#include "plan/public_handlers.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "plan/edition_store.hpp"
#include "plan/item_search.hpp"
#include "plan/item_store.hpp"
#include "plan/paths.hpp"
#include "plan/public_views.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::size_t items_per_page = 50;
constexpr int plans_shown_max = 200;
constexpr int plans_on_front_page = 4;
constexpr int hits_shown_max = 50;

int number_in(const http::Request& request, std::string_view name, int highest)
{
    const auto text = request.query(name).value_or("");
    int number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return 0;
    return std::clamp(number, 0, highest);
}

std::string page_path(const Edition& edition, const ItemFilter& filter, std::size_t first)
{
    auto query = filter.query();
    if (first > 0) query += (query.empty() ? "?tu=" : "&tu=") + std::to_string(first);
    return plan_path(edition) + query;
}

/// Keeps the items of this page of the list, and tells where the others are.
void take_page(PlanPage& page, const std::vector<std::size_t>& found, std::size_t first)
{
    page.found = found.size();
    page.first = std::min(first, found.size());
    const auto last = std::min(page.first + items_per_page, found.size());
    if (page.first > 0) {
        const auto before = page.first > items_per_page ? page.first - items_per_page : 0;
        page.previous_path = page_path(page.edition, page.filter, before);
    }
    if (last < found.size()) page.next_path = page_path(page.edition, page.filter, last);
    for (auto at = page.first; at < last; ++at) page.shown.push_back(found[at]);
}

Result<std::vector<FoundItem>> find_items(database::Transaction& transaction,
                                          const std::string& words)
{
    std::vector<FoundItem> found;
    if (words.empty()) return found;
    auto editions = EditionStore{transaction};
    auto items = ItemStore{transaction};
    const auto hits = TRY(search_items(transaction, words, hits_shown_max));
    for (const auto id : hits) {
        auto item = TRY(items.find(id));
        auto edition = TRY(editions.find(item.edition));
        found.push_back({std::move(edition), std::move(item)});
    }
    return found;
}

}  // namespace

Result<void> add_plans_in_force(Context& context, database::Transaction& transaction,
                                const PublicPagesAsked& asked)
{
    auto editions = EditionStore{transaction};
    const auto newest = TRY(editions.in_force(0, plans_on_front_page));
    for (const auto& edition : newest) {
        PublicPage page{.title = edition.document.title, .path = plan_path(edition)};
        std::vector<PlanPageLink> links;
        TRY(context.publish(
            transaction,
            PlanPagesAsked{.plan = edition.plan, .slug = edition.slug, .links = &links}));
        page.parts.reserve(links.size());
        for (auto& link : links)
            page.parts.push_back({.title = std::move(link.text), .path = std::move(link.path)});
        asked.pages->push_back(std::move(page));
    }
    return {};
}

Result<http::Response> show_plans(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    PlansPage page{.year = number_in(request, "nam", 2100), .this_year = context.today().year()};
    const auto typed = text::clean_input(request.query("tim").value_or("").substr(0, 200));
    page.words = text::trim(typed);
    page.years = TRY(editions.years());
    page.editions = TRY(editions.in_force(page.year, plans_shown_max));
    page.found = TRY(find_items(transaction, page.words));
    return plans_page(context, page);
}

Result<http::Response> show_plan(Context& context, const http::Request& request,
                                 InForceCache& cache)
{
    const auto slug = TRY(request.path<std::string>("plan"));
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    PlanPage page;
    page.edition = TRY(editions.in_force_by_slug(slug));
    page.is_over = last_year(page.edition.document) < context.today().year();
    page.filter = filter_of(request);
    if (page.edition.slug != slug)
        return http::moved(plan_path(page.edition) + page.filter.query());
    page.content = TRY(cache.content(transaction, page.edition.id));
    page.total = page.content->items.size();
    const auto found = TRY(passing(transaction, page.edition, page.content->items, page.filter));
    take_page(page, found, static_cast<std::size_t>(number_in(request, "tu", 1'000'000)));
    const auto day = page.edition.day();
    page.agencies = TRY(cache.agencies(transaction, day, context.now()));
    TRY(context.publish(transaction, PlanPagesAsked{.plan = page.edition.plan,
                                                    .slug = page.edition.slug,
                                                    .links = &page.links}));
    return plan_page(context, page);
}

}  // namespace caicach::plan
