#include "document/page_rows.hpp"

#include <algorithm>
#include <charconv>

namespace caicach::document
{
namespace
{

// A word belongs to a row when their middles are no further apart than this part of the smaller.
constexpr float middle_distance_max = 0.6F;

Box box_of(std::span<const Word> words)
{
    Box box = words.front().box;
    for (const auto& word : words) box.include(word.box);
    return box;
}

int note_number(std::string_view text)
{
    constexpr int note_max = 200;
    int number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    return is_whole && number > 0 && number <= note_max ? number : 0;
}

// A small number set high, right behind a word or at the start of a note.
bool is_note_mark(const Word& word, const TextLine& line, const TextRules& rules)
{
    constexpr float small = 0.8F;
    if (!rules.has_exact_boxes || note_number(word.text) == 0) return false;
    const bool is_small = word.box.height() < small * line.box.height();
    return is_small && word.box.bottom < line.box.bottom - 0.15F * line.box.height();
}

// "1 Theo Luật …" below the text, in smaller letters, where 1 was marked above.
bool is_note_number(const TextLine& line, const TextRules& rules)
{
    constexpr float smaller = 0.95F;
    if (!rules.has_exact_boxes || line.words.size() < 2) return false;
    const auto number = note_number(line.words.front().text);
    return number > 0 && rules.notes_seen.contains(number) &&
           line.words[1].box.height() < smaller * rules.body_height;
}

// "23/CT-" at the end of a line: the number goes on in the next.
bool breaks_in_word(std::string_view text)
{
    return text.size() > 1 && text.ends_with('-') && text[text.size() - 2] != ' ';
}

}  // namespace

std::vector<TextLine> page_rows(PageWords& page)
{
    auto& words = page.words;
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
        const auto x = a.box.middle();
        const auto y = b.box.middle();
        return x != y ? x < y : a.box.left < b.box.left;
    });
    std::vector<TextLine> rows;
    std::size_t begin = 0;
    float middle = 0;
    float height = 0;
    for (std::size_t i = 0; i <= words.size(); ++i) {
        if (i < words.size() && i > begin) {
            const auto& box = words[i].box;
            const auto reach = middle_distance_max * std::min(height, box.height());
            if (box.middle() - middle < reach) {
                // The tallest word says where the row is, not a mark above it.
                if (box.height() > height) {
                    height = box.height();
                    middle = box.middle();
                }
                continue;
            }
        }
        if (i > begin) {
            const auto first = words.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto last = words.begin() + static_cast<std::ptrdiff_t>(i);
            std::sort(first, last,
                      [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
            const std::span<const Word> span{&words[begin], i - begin};
            rows.push_back({span, box_of(span)});
        }
        if (i == words.size()) break;
        begin = i;
        middle = words[i].box.middle();
        height = words[i].box.height();
    }
    return rows;
}

float body_height(const PageWords& page)
{
    if (page.words.empty()) return 12;
    std::vector<float> heights;
    heights.reserve(page.words.size());
    for (const auto& word : page.words) heights.push_back(word.box.height());
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return std::max(*middle, 1.0F);
}

void append_words(std::string& text, const TextLine& line, TextRules& rules, bool is_first)
{
    // A change of type splits a word without leaving space.
    constexpr float no_space = 0.09F;
    const bool is_note = is_first && is_note_number(line, rules);
    const Word* before = nullptr;
    for (const auto& word : line.words) {
        const bool is_start = before == nullptr;
        const bool is_mark = (is_start && is_first) ? is_note || is_note_mark(word, line, rules)
                                                    : is_note_mark(word, line, rules);
        const bool touches =
            !is_start && word.box.left - before->box.right < no_space * rules.body_height;
        const bool glued = touches || (is_mark && !is_start) || (is_start && breaks_in_word(text));
        if (!text.empty() && !glued) text += ' ';
        if (is_mark) {
            text += "<sup>";
            text += word.text;
            text += "</sup>";
            rules.notes_seen.insert(note_number(word.text));
        } else {
            text += word.text;
        }
        before = &word;
    }
}

}  // namespace caicach::document
