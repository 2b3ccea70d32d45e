#pragma once
#include <string>
#include <vector>

#include "html/html.hpp"
#include "obligation/saved_view/saved_view.hpp"

/// The list of kept filters on a page that has filters, and the form that keeps the present one.
namespace caicach::obligation
{

struct ViewsPart {
    ViewPage page{};
    std::string plan{};   ///< its code; empty where the page is of none
    std::string query{};  ///< that the page is narrowed to, as it reads it
    std::vector<SavedView> views{};
    bool may_share{};
};
void write_views(html::Writer& out, const Context& context, const ViewsPart& part);

/// An address that shows all, also where the page begins with a view.
[[nodiscard]] std::string all_path(ViewPage page, std::string_view plan);

}  // namespace caicach::obligation
