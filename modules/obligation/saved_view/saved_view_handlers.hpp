#pragma once
#include <optional>

#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"
#include "obligation/saved_view/saved_view_part.hpp"

namespace caicach::obligation
{

/// The routes of views.
void add_saved_views(Module& module);

/// What a page shows of views; `query` is what it is narrowed to now.
[[nodiscard]] Result<ViewsPart> views_part(const Context& context,
                                           database::Transaction& transaction, ViewPage page,
                                           std::string_view plan, std::string_view query);

/// Where the page was asked for without any query and one's own view is its beginning: the way
/// there.
[[nodiscard]] Result<std::optional<http::Response>> begin_with_view(
    const Context& context, database::Transaction& transaction, const http::Request& request,
    ViewPage page, std::string_view plan);

}  // namespace caicach::obligation
