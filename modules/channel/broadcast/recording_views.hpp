#pragma once
#include "channel/broadcast/script_page_handlers.hpp"
#include "html/html.hpp"

namespace caicach::channel
{

/// The sound of an approved script: what is there, what is being made, and the ways to another.
void sound_section(html::Writer& out, const Context& context, const ScriptPage& page);
/// How far the one in the making is, alone.
[[nodiscard]] http::Response making_part(const ScriptPage& page);

}  // namespace caicach::channel
