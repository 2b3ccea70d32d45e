#pragma once
#include <string>

#include "base/utf8.hpp"

/// Reading and writing single characters of UTF-8; for loops that must not allocate.
namespace caicach::text
{

// Read where the log reads them too.
using caicach::Character;
using caicach::character_at;
using caicach::not_a_character;

/// Adds a character; those beyond U+10FFFF and surrogates become U+FFFD.
void append(std::string& text, char32_t code);

}  // namespace caicach::text
