#include "notification/sending/segments.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "text/text.hpp"

namespace caicach::notification
{
namespace
{

// TS 23.040, 9.2.3.24.1: joined segments lose six bytes to the header that joins them.
constexpr std::int64_t gsm_alone = 160;
constexpr std::int64_t gsm_joined = 153;
constexpr std::int64_t ucs_alone = 70;
constexpr std::int64_t ucs_joined = 67;

// TS 23.038, 6.2.1 without ASCII letters, digits and what stands beside them.
constexpr std::u32string_view gsm_signs =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
constexpr std::u32string_view gsm_pairs = U"\f^{}\\[~]|€";  // 6.2.1.1: two septets each

bool is_letter_or_digit(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

/// Septets that it takes; 0: GSM-7 does not have it.
std::int64_t septets(char32_t c)
{
    if (is_letter_or_digit(c) || gsm_signs.find(c) != std::u32string_view::npos) return 1;
    return gsm_pairs.find(c) != std::u32string_view::npos ? 2 : 0;
}

std::int64_t words16(char32_t c) { return c > 0xFFFF ? 2 : 1; }

std::vector<char32_t> characters(std::string_view text)
{
    std::vector<char32_t> all;
    all.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = character_at(text, at);
        all.push_back(code);
        at += size;
    }
    return all;
}

Segments filled(const std::vector<char32_t>& text, auto size_of, std::int64_t alone,
                std::int64_t joined)
{
    std::int64_t units = 0;
    std::int64_t count = 1;
    std::int64_t used = 0;
    for (const auto c : text) {
        const std::int64_t size = size_of(c);
        units += size;
        if (used + size > joined) {
            ++count;
            used = 0;
        }
        used += size;
    }
    if (units <= alone)
        return {.count = text.empty() ? 0 : 1, .units = units, .left = alone - units};
    return {.count = count, .units = units, .left = joined - used};
}

/// Signs of typography that every telephone has a plain form of.
std::string_view plain_form(char32_t c)
{
    constexpr std::array<std::pair<char32_t, std::string_view>, 9> forms{{{U'“', "\""},
                                                                          {U'”', "\""},
                                                                          {U'‘', "'"},
                                                                          {U'’', "'"},
                                                                          {U'–', "-"},
                                                                          {U'—', "-"},
                                                                          {U'…', "..."},
                                                                          {U'•', "-"},
                                                                          {U'\u00A0', " "}}};
    const auto* const found =
        std::ranges::find(forms, c, [](const auto& form) { return form.first; });
    return found == forms.end() ? std::string_view{} : found->second;
}

}  // namespace

Segments segments_of(std::string_view text)
{
    const auto all = characters(text);
    const bool is_gsm = std::ranges::all_of(all, [](char32_t c) { return septets(c) > 0; });
    auto made = is_gsm ? filled(all, septets, gsm_alone, gsm_joined)
                       : filled(all, words16, ucs_alone, ucs_joined);
    made.is_gsm = is_gsm;
    return made;
}

std::string without_marks(std::string_view text)
{
    const auto composed = text::nfc(text);
    std::string out;
    for (std::size_t at = 0; at < composed.size();) {
        const auto [code, size] = character_at(composed, at);
        const auto letter = std::string_view(composed).substr(at, size);
        at += size;
        if (code < 0x80) {
            out += letter;
        } else if (const auto plain = plain_form(code); !plain.empty()) {
            out += plain;
        } else {
            const auto folded = text::fold(letter);
            out += text::lower(letter) == letter ? folded : text::upper(folded);
        }
    }
    return out;
}

}  // namespace caicach::notification
