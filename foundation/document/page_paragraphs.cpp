#include "document/page_paragraphs.hpp"

#include <algorithm>
#include <cmath>

#include "text/text.hpp"

namespace caicach::document
{
namespace
{

// All in heights of the body text.
constexpr float near = 0.2F;        // two edges that stand in one line
constexpr float rough = 0.8F;       // the same on a recognised page, which may lie askew
constexpr float indent_min = 0.7F;  // an indent, not an unevenness
constexpr float space = 0.25F;      // between two words
constexpr float gap_more = 0.3F;    // between paragraphs, beyond that between lines
constexpr float gap_max = 1.2F;     // between lines, however widely they are set

bool starts_lower(std::string_view word)
{
    return text::lower(word) == word && text::upper(word) != word;
}

bool is_capitals(const TextLine& line)
{
    return std::all_of(line.words.begin(), line.words.end(),
                       [](const Word& word) { return text::upper(word.text) == word.text; });
}

// "-", "+", "•", "a)", "1.", "(2)", "IV.": what stands before an item of a list.
bool is_item_mark(std::string_view word)
{
    constexpr std::size_t mark_bytes_max = 6;
    if (word.empty() || word.size() > mark_bytes_max) return false;
    if (word == "-" || word == "+" || word == "*" || word == "•" || word == "–") return true;
    const char last = word.back();
    return (last == '.' || last == ')') && word.size() <= 5;
}

class Joiner
{
public:
    Joiner(Measure measure, const TextRules& rules)
        : m_measure(measure),
          m_height(rules.body_height),
          m_edge_slack((rules.has_exact_boxes ? near : rough) * rules.body_height)
    {
    }

    // Does `line` go on with the paragraph that began with `first` and whose last line is `before`?
    [[nodiscard]] bool continues(const TextLine& line, const TextLine& before,
                                 const TextLine& first) const
    {
        const auto usual_gap = std::min(m_measure.usual_gap, gap_max * m_height);
        if (line.box.top - before.box.bottom > usual_gap + gap_more * m_height) return false;
        // Another size of type is another paragraph: a title, a note.
        const auto ratio = line.box.height() / before.box.height();
        if (ratio < 0.75F || ratio > 1.33F) return false;
        if (!was_wrapped(before, line)) return false;
        return is_placed_as_continuation(line, before, first);
    }

private:
    [[nodiscard]] bool is_same(float a, float b) const
    {
        return std::fabs(a - b) < near * m_height;
    }
    // Of two lines in turn: one middle, but not one left edge.
    [[nodiscard]] bool are_centred(const TextLine& a, const TextLine& b) const
    {
        const bool one_middle = std::fabs(a.box.centre() - b.box.centre()) < 0.5F * m_height;
        return one_middle && !is_same(a.box.left, b.box.left);
    }
    [[nodiscard]] bool was_wrapped(const TextLine& before, const TextLine& line) const
    {
        const auto next_width = space * m_height + line.words.front().box.width();
        if (are_centred(before, line)) {
            // A title in capitals and what explains it are two paragraphs.
            if (is_capitals(before) && !is_capitals(line)) return false;
            return before.box.width() + next_width > m_measure.width - m_edge_slack;
        }
        return before.box.right + next_width > m_measure.right - m_edge_slack;
    }
    [[nodiscard]] bool is_placed_as_continuation(const TextLine& line, const TextLine& before,
                                                 const TextLine& first) const
    {
        const auto indent = line.box.left - m_measure.left;
        if (indent < indent_min * m_height) return true;
        if (are_centred(before, line)) return true;
        const bool is_second = before.box.top == first.box.top;
        if (is_same(line.box.left, before.box.left)) {
            // A block that stands in as a whole, or two items each of which fills its line?
            return !is_second || starts_lower(line.words.front().text);
        }
        if (line.box.left < before.box.left) return true;
        // Behind the number of an item that hangs out to the left.
        constexpr std::size_t words_looked_at = 3;
        const auto words = first.words.subspan(0, std::min(first.words.size(), words_looked_at));
        return !is_item_mark(line.words.front().text) &&
               std::any_of(words.begin(), words.end(),
                           [&](const Word& word) { return is_same(word.box.left, line.box.left); });
    }

    Measure m_measure;
    float m_height;
    float m_edge_slack;
};

}  // namespace

Measure measure_of(const std::vector<TextLine>& lines)
{
    if (lines.empty()) return {};
    Measure measure{lines.front().box.left, lines.front().box.right};
    std::vector<float> gaps;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        measure.left = std::min(measure.left, lines[i].box.left);
        measure.right = std::max(measure.right, lines[i].box.right);
        if (i > 0) gaps.push_back(lines[i].box.top - lines[i - 1].box.bottom);
    }
    measure.width = measure.right - measure.left;
    if (!gaps.empty()) {
        const auto quantile = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 3);
        std::nth_element(gaps.begin(), quantile, gaps.end());
        measure.usual_gap = *quantile;
    }
    return measure;
}

std::vector<std::string> join_lines(const std::vector<TextLine>& lines, Measure measure,
                                    TextRules& rules)
{
    std::vector<std::string> paragraphs;
    const Joiner joiner{measure, rules};
    const TextLine* first = nullptr;
    const TextLine* before = nullptr;
    for (const auto& line : lines) {
        const bool continues = first != nullptr && joiner.continues(line, *before, *first);
        if (!continues) {
            first = &line;
            paragraphs.emplace_back();
        }
        append_words(paragraphs.back(), line, rules, !continues);
        before = &line;
    }
    return paragraphs;
}

}  // namespace caicach::document
