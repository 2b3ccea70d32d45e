#pragma once
#include "document/page_words.hpp"

namespace caicach::document
{

/// In a type whose letters are all of one width, a letter made of two glyphs ("ế" of "ê" and its
/// mark) counts as two: its word seems to reach into the next. Where most words of the page are as
/// wide as their letters ask, all become so. Other pages stay as they are.
void space_like_a_typewriter(PageWords& page);

}  // namespace caicach::document
