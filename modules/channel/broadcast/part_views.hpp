#pragma once
#include "channel/broadcast/script_page_handlers.hpp"
#include "html/html.hpp"

namespace caicach::channel
{

/// The passages, with what may be done to each.
void part_list(html::Writer& out, const Context& context, const ScriptPage& page);
/// A passage that is written here, and articles that could be taken.
void part_sources(html::Writer& out, const Context& context, const ScriptPage& page);

}  // namespace caicach::channel
