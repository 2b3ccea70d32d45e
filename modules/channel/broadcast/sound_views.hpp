#pragma once
#include <string_view>

#include "channel/broadcast/script.hpp"
#include "html/html.hpp"

/// What all pages about programmes show alike.
namespace caicach::channel
{

/// A sound in the page, which the browser fetches when somebody listens.
void sound_player(html::Writer& out, std::string_view path);
/// The words of a passage as they are read aloud.
void passage(html::Writer& out, const ScriptPart& part);

}  // namespace caicach::channel
