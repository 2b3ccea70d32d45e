#include "channel/broadcast/sound_views.hpp"

#include "text/text.hpp"

namespace caicach::channel
{

void sound_player(html::Writer& out, std::string_view path)
{
    out({"<audio class=\"player\" controls preload=\"none\" src=\"", html::url(path),
         "\"><a href=\"", html::url(path), "\">Nghe</a></audio>"});
}

void passage(html::Writer& out, const ScriptPart& part)
{
    out({"<section>"});
    if (!part.heading.empty()) out({"<h2>", part.heading, "</h2>"});
    for (const auto line : text::split(part.text, '\n'))
        out({"<p class=\"rich-text\">", line, "</p>"});
    out({"</section>"});
}

}  // namespace caicach::channel
