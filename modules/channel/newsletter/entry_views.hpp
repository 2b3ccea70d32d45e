#pragma once
#include "channel/newsletter/issue_views.hpp"
#include "html/html.hpp"

namespace caicach::channel
{

/// The articles of an issue in their order, with what moves them.
void entry_list(html::Writer& out, const Context& context, const IssuePage& page);
/// Articles that are not in it yet.
void candidate_list(html::Writer& out, const Context& context, const IssuePage& page);

}  // namespace caicach::channel
