#include "document/page_typewriter.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "text/text.hpp"

namespace caicach::document
{
namespace
{

// The middle one of the widths of a letter; 0 where there are too few words to tell.
float letter_width(std::span<const Word> words)
{
    constexpr std::size_t words_min = 20;
    std::vector<float> widths;
    for (const auto& word : words) {
        const auto letters = text::length(word.text);
        if (letters > 1) widths.push_back(word.box.width() / static_cast<float>(letters));
    }
    if (widths.size() < words_min) return 0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return *middle;
}

// How many widths of a letter the word is wider than its letters; nothing where no whole number.
std::optional<int> surplus(const Word& word, float width)
{
    constexpr float off_max = 0.15F;  // of a letter
    const auto letters = static_cast<float>(text::length(word.text));
    const auto more = word.box.width() / width - letters;
    const auto whole = std::round(more);
    if (std::abs(more - whole) > off_max || whole < 0 || whole > letters) return std::nullopt;
    return static_cast<int>(whole);
}

}  // namespace

void space_like_a_typewriter(PageWords& page)
{
    constexpr std::size_t sample_max = 100;
    constexpr float fitting_min = 0.8F;
    const auto sample = std::span{page.words}.first(std::min(page.words.size(), sample_max));
    const auto width = letter_width(sample);
    if (width <= 0) return;
    const auto fitting = std::ranges::count_if(
        sample, [&](const Word& word) { return surplus(word, width).has_value(); });
    if (static_cast<float>(fitting) < fitting_min * static_cast<float>(sample.size())) return;
    for (auto& word : page.words) {
        word.box.right -= static_cast<float>(surplus(word, width).value_or(0)) * width;
    }
}

}  // namespace caicach::document
