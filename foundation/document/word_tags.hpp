#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The language of an office's own Word template: the words between (( and )). Pure.
namespace caicach::document
{

enum class WordTagKind {
    field,   ///< ((so_van_ban))
    repeat,  ///< ((moi:viec_cham)): once for each
    when,    ///< ((neu:co_viec_cham)): where there is something
    unless,  ///< ((khong:co_viec_cham)): where there is nothing
    end,     ///< ((het:viec_cham))
};

struct WordTag {
    WordTagKind kind{};
    std::string name{};
    std::size_t from{};  ///< in the text, its signs included
    std::size_t to{};
};

struct WordTags {
    std::vector<WordTag> tags{};
    std::vector<std::size_t> escapes{};   ///< of "(((", which says "((": the sign that goes
    std::vector<std::size_t> unclosed{};  ///< where "((" stands without an end
};

/// In the order of the text.
[[nodiscard]] WordTags word_tags(std::string_view text);

}  // namespace caicach::document
