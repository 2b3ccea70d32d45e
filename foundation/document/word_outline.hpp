#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/word_tags.hpp"
#include "document/word_template.hpp"
#include "document/xml.hpp"

namespace caicach::document
{

/// What a block that repeats or has a condition takes in.
enum class WordBlockShape {
    words,       ///< between two places of one paragraph
    paragraphs,  ///< between two paragraphs that hold nothing else, with the tables among them
    row,         ///< the row of a table in which both stand
};

struct OutlinedTag {
    WordTag tag{};
    pugi::xml_node paragraph{};
    std::string place{};
    std::string quote{};
    std::size_t partner{};  ///< of a beginning or an end; its own number where there is none
    WordBlockShape shape{WordBlockShape::words};
    std::vector<std::size_t> within{};  ///< the repetitions around it, from the outermost on
};

/// The tags of one part of a Word file, and what is wrong with how they stand.
struct WordOutline {
    std::vector<OutlinedTag> tags{};
    std::vector<pugi::xml_node> paragraphs{};  ///< in which tags stand, or signs that say "(("
    std::vector<TemplateFault> faults{};
};

/// `label` is what people call the part: "Thân văn bản".
[[nodiscard]] WordOutline word_outline(pugi::xml_node root, std::string_view label);

}  // namespace caicach::document
