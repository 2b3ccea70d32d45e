#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/saved_view/saved_view.hpp"

namespace caicach::obligation
{

/// A view with where it leads; empty where that is a plan nobody named.
struct ListedView {
    SavedView view{};
    std::string path{};
};

struct ViewsPage {
    std::vector<ListedView> views{};
    std::string refused{};  ///< code of the view whose form was refused; empty: the new one
    NewView typed{};        ///< where a new one was refused
    std::optional<Error> error{};
};
[[nodiscard]] http::Response views_page(const Context& context, const ViewsPage& page);

}  // namespace caicach::obligation
