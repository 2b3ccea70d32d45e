#pragma once
#include <optional>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/review_page.hpp"

namespace caicach::plan
{

/// A change with the items that it is about.
struct ShownChange {
    Change change{};
    std::optional<Item> before{};
    std::optional<Item> after{};
};
struct ChangesPage {
    ReviewPage review{};
    std::vector<ShownChange> changes{};
};
[[nodiscard]] http::Response changes_page(const Context& context, const ChangesPage& page);

}  // namespace caicach::plan
