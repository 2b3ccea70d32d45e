#include "plan/cut.hpp"

#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::size_t words_looked_for = 4;

std::string joined(const std::vector<SourceLine>& lines, int first, int last)
{
    std::string text;
    for (const auto& line : lines) {
        if (line.number >= first && line.number <= last) text += line.text + " ";
    }
    return text::squeeze(text);
}

/// The first words of a text, without a label such as "-" or "b)" before them.
std::string beginning(std::string_view text)
{
    const auto words = text::words(text);
    if (words.empty()) return {};
    const auto skipped = words.size() > 1 && words.front().size() <= 2 ? 1U : 0U;
    const auto last = std::min(words.size() - 1, skipped + words_looked_for - 1);
    const auto* from = words[skipped].data();
    return {from, static_cast<std::size_t>(words[last].data() + words[last].size() - from)};
}

}  // namespace

Cut cut_after(const std::string& title, const std::vector<SourceLine>& lines, int after)
{
    const auto last = lines.empty() ? after : lines.back().number;
    const auto rest = joined(lines, after + 1, last);
    const auto words = beginning(rest);
    const auto at = words.empty() ? std::string::npos : title.find(words);
    if (at == std::string::npos || at == 0) {
        const auto first = lines.empty() ? title : joined(lines, lines.front().number, after);
        return {.first = first, .second = rest, .after_line = after};
    }
    return {.first = std::string{text::trim(std::string_view{title}.substr(0, at))},
            .second = title.substr(at),
            .after_line = after};
}

}  // namespace caicach::plan
