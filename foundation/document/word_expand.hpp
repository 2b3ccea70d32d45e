#pragma once
#include "base/result.hpp"
#include "document/word_outline.hpp"
#include "document/xml.hpp"
#include "json/value.hpp"

namespace caicach::document
{

/// Fills a part whose outline has no faults, in its place. too_large "document.limit.official".
[[nodiscard]] Result<void> expand_word(pugi::xml_node root, const WordOutline& outline,
                                       const json::Value& values);

}  // namespace caicach::document
