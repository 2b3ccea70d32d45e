#pragma once
#include "document/markdown.hpp"
#include "web/components/content.hpp"

namespace caicach::web
{

/// What an editor wrote, as part of a page that has its h1 already: "#" is an h2. Addresses pass
/// the scheme check, nothing of it is raw.
void rich_text(html::Writer& out, const document::Markdown& text);

}  // namespace caicach::web
