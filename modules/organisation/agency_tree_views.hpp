#pragma once
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/agency_tree.hpp"

namespace caicach::organisation
{

/// A branch of the tree of a day.
struct TreePage {
    Branch branch{};
    std::vector<Kind> kinds{};
    Date day{};
    Date today{};
    std::size_t first{};  ///< how many units stand before this page
};
[[nodiscard]] http::Response tree_page(const Context& context, const TreePage& page);

}  // namespace caicach::organisation
