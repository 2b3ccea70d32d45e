#pragma once
#include "html/html.hpp"
#include "manifest/context.hpp"
#include "newsroom/desk/article_views.hpp"

namespace caicach::newsroom
{

/// What the board and the agency said to one another, and the field to say more.
void remarks(html::Writer& out, const Context& context, const ArticlePage& page);
/// The revisions, each with what it changed.
void history(html::Writer& out, const ArticlePage& page);
/// Whether the board changed what the agency had sent, and where to see it.
void board_changes(html::Writer& out, const ArticlePage& page);

}  // namespace caicach::newsroom
