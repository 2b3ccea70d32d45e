#include "plan/importer/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/text.hpp"
#include "text/utf8.hpp"

namespace caicach::plan
{
namespace
{

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/// One name for the many dashes and quotation marks.
std::string plain_mark(std::string_view mark)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> marks{{
        {"–", "-"},
        {"—", "-"},
        {"−", "-"},
        {"‑", "-"},
        {"“", "\""},
        {"”", "\""},
        {"„", "\""},
        {"‘", "'"},
        {"’", "'"},
        {"≧", "≥"},
        {"≦", "≤"},
        {"％", "%"},
    }};
    for (const auto& [from, to] : marks) {
        if (mark == from) return std::string{to};
    }
    return std::string{mark};
}

/// Case of the character of the original that made a folded one.
bool is_capital(std::string_view character) { return text::lower(character) != character; }

bool starts_capital(std::string_view text, std::size_t at)
{
    const auto size = text::character_at(text, at).size;
    const auto character = text.substr(at, size);
    if (size == 1) return character[0] >= 'A' && character[0] <= 'Z';
    return is_capital(character);
}

}  // namespace

Words::Words(std::string_view text) : m_text{text}
{
    constexpr std::size_t longest_heading = 300;
    m_all_capitals = text.size() < longest_heading && is_upper_case(text);
    const auto folded = text::fold_with_origin(m_text);
    const std::string_view all = folded.text;
    constexpr std::size_t bytes_a_word = 4;
    m_words.reserve(all.size() / bytes_a_word + 1);
    for (std::size_t at = 0; at < all.size();) {
        const auto c = all[at];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            ++at;
            continue;
        }
        Word word;
        auto end = at;
        if (is_letter_or_digit(c)) {
            while (end < all.size() && is_letter_or_digit(all[end])) ++end;
            word.letters = true;
            word.folded = all.substr(at, end - at);
            word.digits =
                std::ranges::all_of(word.folded, [](char d) { return d >= '0' && d <= '9'; });
            word.capital = starts_capital(m_text, folded.origin[at]);
        } else {
            end = at + text::character_at(all, at).size;
            word.folded = plain_mark(all.substr(at, end - at));
        }
        word.begin = folded.origin[at];
        word.end = folded.origin[end];
        m_words.push_back(std::move(word));
        at = end;
    }
}

std::size_t Words::match(std::size_t at, std::string_view phrase) const
{
    while (!phrase.empty()) {
        const auto blank = phrase.find(' ');
        if (!is(at, phrase.substr(0, blank))) return 0;
        ++at;
        phrase.remove_prefix(blank == std::string_view::npos ? phrase.size() : blank + 1);
    }
    return at;
}

std::string_view Words::slice(std::size_t from, std::size_t to) const
{
    if (from >= to || from >= m_words.size()) return {};
    to = std::min(to, m_words.size());
    const auto begin = m_words[from].begin;
    return std::string_view{m_text}.substr(begin, m_words[to - 1].end - begin);
}

std::size_t Words::at_offset(std::size_t offset) const
{
    const auto found = std::ranges::lower_bound(m_words, offset, {}, &Word::begin);
    return static_cast<std::size_t>(found - m_words.begin());
}

std::optional<int> small_number(std::string_view digits)
{
    int value{};
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || value < 0) {
        return std::nullopt;
    }
    return value;
}

/// "hai", "sáu"; with their diacritics, for "sâu" and "sau" count nothing. "Năm" is a year far more
/// often than a five, and "tư" seldom a four: both stay words.
static std::optional<int> spelled_number(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, int>, 9> spelled{{
        {"một", 1},
        {"hai", 2},
        {"ba", 3},
        {"bốn", 4},
        {"sáu", 6},
        {"bảy", 7},
        {"tám", 8},
        {"chín", 9},
        {"mười", 10},
    }};
    const auto lower = text::lower(word);
    const auto found = std::ranges::find(spelled, lower, [](const auto& row) { return row.first; });
    return found == spelled.end() ? std::nullopt : std::optional{found->second};
}

std::optional<Number> number_at(const Words& words, std::size_t at)
{
    if (at >= words.size()) return std::nullopt;
    const auto& word = words[at];
    if (!word.digits) {
        constexpr std::size_t longest = 4;
        if (!word.letters || word.folded.size() > longest) return std::nullopt;
        const auto value = spelled_number(words.slice(at, at + 1));
        if (!value) return std::nullopt;
        return Number{static_cast<double>(*value), at + 1, true};
    }
    if (word.folded.size() > 12) return std::nullopt;
    std::string digits = word.folded;
    auto end = at + 1;
    bool whole = true;
    // Vietnamese figures: a point parts thousands, a comma the decimals.
    while (words.is(end, ".") && words.glued(end - 1) && words.glued(end) &&
           words[end + 1].digits && words[end + 1].folded.size() == 3 && digits.size() < 12) {
        digits += words[end + 1].folded;
        end += 2;
    }
    if ((words.is(end, ",") || words.is(end, ".")) && words.glued(end - 1) && words.glued(end) &&
        words[end + 1].digits && words[end + 1].folded.size() <= 3) {
        digits += '.';
        digits += words[end + 1].folded;
        end += 2;
        whole = false;
    }
    double value{};
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return Number{value, end, whole};
}

std::optional<int> roman_value(std::string_view text)
{
    int value = 0;
    int last = 0;
    if (text.empty() || text.size() > 6) return std::nullopt;
    for (auto at = text.size(); at-- > 0;) {
        int digit = 0;
        switch (text[at]) {
            case 'i':
            case 'I':
                digit = 1;
                break;
            case 'v':
            case 'V':
                digit = 5;
                break;
            case 'x':
            case 'X':
                digit = 10;
                break;
            default:
                return std::nullopt;
        }
        value += digit < last ? -digit : digit;
        last = std::max(last, digit);
    }
    return value;
}

bool begins_with_capital(std::string_view text) { return !text.empty() && starts_capital(text, 0); }

bool begins_with_small_letter(std::string_view text)
{
    if (text.empty()) return false;
    const auto folded = text::fold(text.substr(0, text::character_at(text, 0).size));
    const bool letter = !folded.empty() && folded[0] >= 'a' && folded[0] <= 'z';
    return letter && !starts_capital(text, 0);
}

bool is_upper_case(std::string_view text)
{
    // Most lines tell by their first small letter.
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (std::ranges::any_of(text, is_small) || text::upper(text) != text) return false;
    std::size_t capitals = 0;
    for (const char c : text::fold(text)) capitals += is_small(c) ? 1 : 0;
    return capitals >= 2;
}

std::string with_capital(std::string_view text)
{
    if (text.empty()) return {};
    const auto size = text::character_at(text, 0).size;
    return text::upper(text.substr(0, size)) + std::string{text.substr(size)};
}

}  // namespace caicach::plan
