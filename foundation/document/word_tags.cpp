#include "document/word_tags.hpp"

#include <array>
#include <utility>

#include "text/text.hpp"

namespace caicach::document
{

namespace
{

constexpr std::string_view opening = "((";
constexpr std::string_view closing = "))";

constexpr std::array<std::pair<std::string_view, WordTagKind>, 4> words{
    {{"moi:", WordTagKind::repeat},
     {"neu:", WordTagKind::when},
     {"khong:", WordTagKind::unless},
     {"het:", WordTagKind::end}}};

WordTag tag_of(std::string_view inside)
{
    inside = text::trim(inside);
    for (const auto& [word, kind] : words) {
        if (inside.starts_with(word))
            return {.kind = kind, .name = std::string(text::trim(inside.substr(word.size())))};
    }
    return {.name = std::string(inside)};
}

}  // namespace

WordTags word_tags(std::string_view text)
{
    WordTags found;
    for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at)) {
        const auto behind = at + opening.size();
        if (text.substr(behind).starts_with('(')) {
            found.escapes.push_back(behind);
            at = behind + 1;
            continue;
        }
        const auto end = text.find(closing, behind);
        const auto next = text.find(opening, behind);
        if (end == std::string_view::npos || next < end) {
            found.unclosed.push_back(at);
            at = behind;
            continue;
        }
        auto tag = tag_of(text.substr(behind, end - behind));
        tag.from = at;
        tag.to = end + closing.size();
        at = tag.to;
        found.tags.push_back(std::move(tag));
    }
    return found;
}

}  // namespace caicach::document
