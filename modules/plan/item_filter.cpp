#include "plan/item_filter.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_set>
#include <utility>
#include <variant>

#include "http/percent.hpp"
#include "plan/area.hpp"
#include "plan/item_search.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::size_t words_length_max = 200;
constexpr int hits_max = 1000;

std::string cut(std::string_view text) { return std::string{text.substr(0, words_length_max)}; }

using Targets = std::vector<organisation::Target>;

/// The agency itself and every group that it is a member of on the day.
Result<Targets> targets_of(database::Transaction& transaction, const std::string& slug, Date day)
{
    const auto agency = TRY(organisation::agency_by_slug(transaction, slug, day));
    Targets targets{agency.id};
    const auto groups = TRY(organisation::groups(transaction));
    for (const auto& group : groups) {
        if (group.is_open) continue;
        const auto members = TRY(organisation::members(transaction, group.id, day));
        const bool is_member =
            std::ranges::find(members.agencies, agency.id, &organisation::AgencySummary::id) !=
            members.agencies.end();
        if (is_member) targets.emplace_back(group.id);
    }
    return targets;
}

bool names_any(const Item& item, const Targets& targets)
{
    return std::ranges::any_of(roles, [&](Role role) {
        return std::ranges::any_of(item.agencies(role), [&](const Mention& mention) {
            return mention.target && std::ranges::find(targets, *mention.target) != targets.end();
        });
    });
}

}  // namespace

std::string ItemFilter::query(const FilterNames& names) const
{
    std::string text;
    http::append_to_query(text, names.words, words);
    http::append_to_query(text, names.agency, agency);
    if (type) http::append_to_query(text, names.type, name_of(*type));
    http::append_to_query(text, names.area, area);
    if (quarter > 0) http::append_to_query(text, names.quarter, std::to_string(quarter));
    return text;
}

ItemFilter filter_of(const http::Request& request, const FilterNames& names)
{
    ItemFilter filter;
    const auto take = [&](std::string_view name) {
        return text::clean_input(cut(request.query(name).value_or("")));
    };
    filter.words = std::string{text::trim(take(names.words))};
    filter.agency = take(names.agency);
    filter.type = item_type_from(take(names.type));
    const auto area = take(names.area);
    if (std::ranges::find(areas(), area, &Area::key) != areas().end()) filter.area = area;
    const auto quarter = take(names.quarter);
    if (quarter.size() == 1 && quarter[0] >= '1' && quarter[0] <= '4') {
        filter.quarter = quarter[0] - '0';
    }
    return filter;
}

bool falls_into(const Item& item, int year, int quarter)
{
    if (!item.schedule) return false;
    const auto first_month = (quarter - 1) * 3 + 1;
    const auto first = Date::create(year, first_month, 1);
    const auto last = Date::create(year, first_month + 2, days_in_month(year, first_month + 2));
    if (!first || !last) return false;
    const auto& schedule = *item.schedule;
    if (schedule.is_yearly_deadline()) {
        return first->month() <= schedule.due->month() && schedule.due->month() <= last->month();
    }
    if (schedule.kind == Schedule::Kind::deadline) {
        return schedule.due && *first <= *schedule.due && *schedule.due <= *last;
    }
    if (schedule.kind == Schedule::Kind::window) {
        return schedule.from && schedule.to && *schedule.from <= *last && *first <= *schedule.to;
    }
    return true;
}

Result<std::vector<std::size_t>> passing(database::Transaction& transaction, const Edition& edition,
                                         std::span<const Item> items, const ItemFilter& filter)
{
    std::vector<std::size_t> found(items.size());
    std::iota(found.begin(), found.end(), std::size_t{0});
    const auto keep = [&](auto passes) {
        std::erase_if(found, [&](std::size_t at) { return !passes(items[at]); });
    };
    if (filter.type) keep([&](const Item& item) { return item.type == *filter.type; });
    if (!filter.area.empty()) keep([&](const Item& item) { return item.area == filter.area; });
    if (filter.quarter > 0) {
        keep([&](const Item& item) {
            return falls_into(item, edition.document.year, filter.quarter);
        });
    }
    if (!filter.agency.empty()) {
        const auto targets = targets_of(transaction, filter.agency, edition.day());
        if (!targets && targets.error().kind != Failure::not_found) {
            return tl::unexpected<Error>(targets.error());
        }
        if (targets) keep([&](const Item& item) { return names_any(item, *targets); });
    }
    if (!filter.words.empty()) {
        const auto hits = TRY(search_items(transaction, filter.words, hits_max));
        std::unordered_set<std::int64_t> ids;
        for (const auto hit : hits) ids.insert(hit.value);
        keep([&](const Item& item) { return ids.contains(item.id.value); });
    }
    return found;
}

}  // namespace caicach::plan
