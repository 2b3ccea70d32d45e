#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/api.hpp"
#include "plan/edition.hpp"
#include "plan/in_force_cache.hpp"
#include "plan/item_filter.hpp"

namespace caicach::plan
{

/// One plan in force, as everyone sees it.
struct PlanPage {
    Edition edition{};
    InForceCache::Content content{};
    std::vector<std::size_t> shown{};   ///< positions in `content` of the items on this page
    InForceCache::Agencies agencies{};  ///< to filter by
    ItemFilter filter{};
    std::size_t first{};                ///< ordinal of the first item shown, from 0
    std::size_t found{};                ///< items that pass the filter
    std::size_t total{};                ///< items of the plan
    bool is_over{};                     ///< its last year is
    std::vector<PlanPageLink> links{};  ///< to what other modules show of it
    std::string previous_path{};
    std::string next_path{};
};
[[nodiscard]] http::Response plan_page(const Context& context, const PlanPage& page);

/// A hit of the search over all plans.
struct FoundItem {
    Edition edition{};
    Item item{};
};
struct PlansPage {
    std::vector<Edition> editions{};
    std::vector<int> years{};
    int year{};       ///< 0: all
    int this_year{};  ///< plans that ended before it stand apart
    std::string words{};
    std::vector<FoundItem> found{};
};
[[nodiscard]] http::Response plans_page(const Context& context, const PlansPage& page);

}  // namespace caicach::plan
