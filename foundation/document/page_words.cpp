#include "document/page_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "document/limits.hpp"

namespace caicach::document
{
namespace
{

constexpr std::size_t number_count = 11;  // the twelfth column is the text
using Numbers = std::array<float, number_count>;
enum Column : std::size_t { level = 0, left = 6, top = 7, width = 8, height = 9, confidence = 10 };

// Digits, a point, digits: what these tables hold, ten times faster than a general reader.
const char* read_number(const char* at, const char* end, float& number)
{
    const bool is_negative = at < end && *at == '-';
    if (is_negative) ++at;
    double value = 0;
    while (at < end && *at >= '0' && *at <= '9') value = value * 10 + (*at++ - '0');
    if (at < end && *at == '.') {
        double unit = 0.1;
        for (++at; at < end && *at >= '0' && *at <= '9'; ++at, unit /= 10) {
            value += unit * (*at - '0');
        }
    }
    number = static_cast<float>(is_negative ? -value : value);
    return at;
}

// False where the line has not eleven numbers before its text.
bool split_line(std::string_view line, Numbers& numbers, std::string_view& text)
{
    const auto* at = line.data();
    const auto* end = at + line.size();
    for (auto& number : numbers) {
        const auto* after = read_number(at, end, number);
        if (after == at || after == end || *after != '\t') return false;
        at = after + 1;
    }
    text = {at, static_cast<std::size_t>(end - at)};
    return true;
}

Box box_of(const Numbers& numbers, float scale)
{
    return {numbers[left] * scale, numbers[top] * scale, (numbers[left] + numbers[width]) * scale,
            (numbers[top] + numbers[height]) * scale};
}

// Two letters or digits in a row are a word, however unsure; specks and strokes have none.
bool has_letters(std::string_view text)
{
    std::size_t run = 0;
    for (const char c : text) {
        const bool is_letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                               (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3;
        run = is_letter ? run + 1 : static_cast<unsigned char>(c) >= 0x80 ? run : 0;
        if (run >= 2) return true;
    }
    return false;
}

bool is_sane(const Box& box)
{
    constexpr float side_max = 20'000;
    return box.left > -side_max && box.top > -side_max && box.right < side_max &&
           box.bottom < side_max && box.right >= box.left && box.bottom >= box.top;
}

// Takes the lines of a table one by one.
class WordReader
{
public:
    explicit WordReader(const WordOptions& options) : m_options(options) {}

    // False beyond a limit. The first line names the columns, and odd lines come from words with
    // line breaks in them: those are passed over.
    bool take(std::string_view line)
    {
        constexpr float page_level = 1;
        constexpr float line_level = 4;
        constexpr float word_level = 5;
        std::string_view text;
        if (!split_line(line, m_numbers, text)) return true;
        const auto box = box_of(m_numbers, m_options.scale);
        const auto kind = m_numbers[level];
        if (kind == line_level) m_line_box = box;
        if (kind == page_level) return begin_page(box);
        return kind != word_level || add_word(box, text);
    }

    std::vector<PageWords> pages{};

private:
    bool begin_page(const Box& box)
    {
        if (pages.size() >= static_cast<std::size_t>(limits::pdf_pages_max)) return false;
        pages.push_back({.number = static_cast<int>(pages.size()) + 1, .box = box});
        return true;
    }
    bool add_word(Box box, std::string_view text)
    {
        const bool is_blank = text.find_first_not_of(" \r") == std::string_view::npos;
        const bool is_sure = m_numbers[confidence] >= m_options.confidence_min || has_letters(text);
        if (pages.empty() || is_blank || !is_sure || !is_sane(box)) return true;
        if (pages.back().words.size() >= limits::page_words_max) return false;
        if (m_options.takes_line_height) {
            box.top = m_line_box.top;
            box.bottom = m_line_box.bottom;
        }
        pages.back().words.push_back({box, text});
        return true;
    }

    const WordOptions& m_options;
    Numbers m_numbers{};
    Box m_line_box{};
};

}  // namespace

void Box::include(const Box& other)
{
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
}

Result<std::vector<PageWords>> parse_words(std::string_view tsv, const WordOptions& options)
{
    WordReader reader{options};
    while (!tsv.empty()) {
        const auto end = std::min(tsv.find('\n'), tsv.size());
        if (!reader.take(tsv.substr(0, end))) {
            return failure(Failure::too_large, "document.limit.text", {},
                           {std::to_string(limits::lines_max)});
        }
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
    }
    return std::move(reader.pages);
}

}  // namespace caicach::document
