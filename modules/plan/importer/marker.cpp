#include "plan/importer/marker.hpp"

#include <array>

#include "plan/importer/words.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace caicach::plan::importer
{
namespace
{

struct Bullet {
    std::string_view mark{};
    Marker::Kind kind{};
    int depth{};
};

constexpr std::array<Bullet, 16> bullets{{
    {"*", Marker::Kind::star, 48},
    {"❖", Marker::Kind::star, 48},
    {"-", Marker::Kind::minus, 60},
    {"–", Marker::Kind::minus, 60},
    {"—", Marker::Kind::minus, 60},
    {"−", Marker::Kind::minus, 60},
    {"+", Marker::Kind::plus, 70},
    {"•", Marker::Kind::dot, 65},
    {"·", Marker::Kind::dot, 65},
    {"●", Marker::Kind::dot, 65},
    {"▪", Marker::Kind::dot, 65},
    {"■", Marker::Kind::dot, 65},
    {"◦", Marker::Kind::dot, 72},
    {"✓", Marker::Kind::dot, 65},
    {"→", Marker::Kind::dot, 65},
    {"\xEF\x82\xB7", Marker::Kind::dot, 65},
}};

std::size_t blanks_after(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

std::optional<Marker> bullet_of(std::string_view text)
{
    for (const auto& bullet : bullets) {
        if (!text.starts_with(bullet.mark)) continue;
        const auto end = blanks_after(text, bullet.mark.size());
        // "-2" and "- 2030" after a year are figures, "---" a rule.
        const auto rest = text.substr(end);
        if (rest.empty() || rest.front() == '-' || rest.front() == '_') return std::nullopt;
        if (end == bullet.mark.size() && rest.front() >= '0' && rest.front() <= '9') {
            return std::nullopt;
        }
        return Marker{bullet.kind, {}, end, bullet.depth};
    }
    return std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The figures that a text begins with: "1", "1.2.", "120.".
struct Figures {
    std::size_t label_end{};
    std::size_t end{};  ///< behind the last point, if one closes them
    int parts{};
    bool is_long{};  ///< one has three digits
};
std::optional<Figures> figures_of(std::string_view text)
{
    constexpr std::size_t digits_max = 3;
    constexpr int parts_max = 4;
    Figures figures;
    auto& at = figures.end;
    while (at < text.size() && is_digit(text[at])) {
        const auto begin = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at - begin > digits_max) return std::nullopt;
        figures.is_long = figures.is_long || at - begin == digits_max;
        ++figures.parts;
        figures.label_end = at;
        if (at >= text.size() || text[at] != '.') break;
        ++at;
    }
    if (figures.parts == 0 || figures.parts > parts_max) return std::nullopt;
    return figures;
}

/// "1." "1)" "1/" and "1.2." "1.2.3"; never "1.234" or "15/7/2021".
std::optional<Marker> number_of(std::string_view text)
{
    const auto figures = figures_of(text);
    if (!figures) return std::nullopt;
    const auto parts = figures->parts;
    auto at = figures->end;
    const bool dotted = at > figures->label_end;
    if (!dotted && parts == 1) {
        if (at >= text.size() || (text[at] != ')' && text[at] != '/')) return std::nullopt;
        ++at;
    }
    const auto end = blanks_after(text, at);
    // "1.Sở" is a label that lost its blank; "1/2 số xã" and "3.5%" are figures.
    if (end >= text.size()) return std::nullopt;
    const bool blank = end > at;
    const bool capital = begins_with_capital(text.substr(end));
    if (!blank && !capital) return std::nullopt;
    // "120. Tổ chức" of a long list; "100) …" and "1.234" are figures.
    if (figures->is_long && (parts > 1 || !dotted || !blank || !capital)) return std::nullopt;
    return Marker{Marker::Kind::number, std::string{text.substr(0, figures->label_end)}, end,
                  30 + 2 * (parts - 1)};
}

std::optional<Marker> roman_of(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && (text[at] == 'I' || text[at] == 'V' || text[at] == 'X')) ++at;
    if (at == 0 || !roman_value(text.substr(0, at))) return std::nullopt;
    auto after = at;
    while (after < text.size() && text[after] == ' ') ++after;
    if (after >= text.size()) return std::nullopt;
    const auto mark = text[after];
    if (mark != '.' && mark != ')' && mark != '/' && mark != '-' && mark != ':') {
        return std::nullopt;
    }
    // "III/2026" is the rest of "quý III/2026", which a line end parted.
    if (mark == '/' && after + 1 < text.size() && is_digit(text[after + 1])) return std::nullopt;
    const auto end = blanks_after(text, after + 1);
    if (end >= text.size()) return std::nullopt;
    return Marker{Marker::Kind::roman, std::string{text.substr(0, at)}, end, 20};
}

/// A label is one letter of the alphabet, "đ" among them.
bool is_letter(std::string_view label)
{
    const auto folded = text::fold(label);
    return folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z';
}

/// "(a)" "(1)" "(ii)": what stands in the bracket; empty where it is no label.
std::string_view bracketed_label(std::string_view body)
{
    std::size_t size = text::character_at(body, 0).size;
    if (is_digit(body[0])) {
        while (size < body.size() && size < 2 && is_digit(body[size])) ++size;
    } else if (body.starts_with("ii") || body.starts_with("iv")) {
        while (size < body.size() && (body[size] == 'i' || body[size] == 'v')) ++size;
    }
    const auto label = body.substr(0, size);
    const bool known = is_letter(label) || is_digit(label[0]) || label[0] == 'i';
    const bool closed = size < body.size() && body[size] == ')';
    return known && closed && !begins_with_capital(label) ? label : std::string_view{};
}

std::optional<Marker> bracket_of(std::string_view text)
{
    if (text.size() < 2 || text.front() != '(') return std::nullopt;
    const auto label = bracketed_label(text.substr(1));
    const auto end = blanks_after(text, label.size() + 2);
    if (label.empty() || end >= text.size()) return std::nullopt;
    return Marker{Marker::Kind::paren, std::string{label}, end, 50};
}

/// "a)" "đ)" "a." "a/" and "(a)" "(1)" "(i)"; "A." is a division above the Roman ones.
std::optional<Marker> letter_of(std::string_view text)
{
    if (text.starts_with('(')) return bracket_of(text);
    if (text.empty()) return std::nullopt;
    const std::size_t size = text::character_at(text, 0).size;
    const auto label = text.substr(0, size);
    if (!is_letter(label) || size >= text.size()) return std::nullopt;
    const auto mark = text[size];
    if (mark != ')' && mark != '.' && mark != '/') return std::nullopt;
    const auto end = blanks_after(text, size + 1);
    if (end >= text.size() || (end == size + 1 && mark != ')')) return std::nullopt;
    const bool capital = begins_with_capital(label);
    if (capital && mark == ')') return std::nullopt;
    return Marker{capital ? Marker::Kind::upper : Marker::Kind::letter, std::string{label}, end,
                  capital ? 10 : 40};
}

/// "Phần thứ nhất", "PHẦN THỨ HAI": numbered in words.
std::optional<Marker> spoken_part(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> ordinals{
        {{"nhat", "I"}, {"hai", "II"}, {"ba", "III"}, {"tu", "IV"}, {"nam", "V"}, {"sau", "VI"}}};
    const Words words{text.substr(0, 40)};
    if (words.match(0, "phan thu") == 0 || !words[0].capital) return std::nullopt;
    for (const auto& [ordinal, label] : ordinals) {
        if (!words.is(2, ordinal)) continue;
        auto end = static_cast<std::size_t>(words[2].end);
        if (end < text.size() && (text[end] == '.' || text[end] == ':')) ++end;
        return Marker{Marker::Kind::part, std::string{label}, blanks_after(text, end), 4};
    }
    return std::nullopt;
}

/// "Nhiệm vụ 1: …", "Hoạt động 2. …": tasks counted by what they are called.
std::optional<Marker> counted_task(std::string_view text)
{
    const Words words{text.substr(0, 60)};
    constexpr int below_numbers = 36;
    for (const auto* name : {"nhiem vu", "hoat dong", "noi dung", "giai phap", "chi tieu",
                             "muc tieu", "cong viec", "chuyen de"}) {
        auto at = words.match(0, name);
        if (at == 0 || !words[0].capital) continue;
        if (words.is(at, "so") || words.is(at, "thu")) ++at;
        const bool number = at + 1 < words.size() && words[at].digits && words[at].end < 24;
        if (!number || (!words.is(at + 1, ":") && !words.is(at + 1, "."))) return std::nullopt;
        const auto end = blanks_after(text, words[at + 1].end);
        if (end >= text.size()) return std::nullopt;
        return Marker{Marker::Kind::number, std::string{words.slice(at, at + 1)}, end,
                      below_numbers};
    }
    return std::nullopt;
}

/// "Phần I", "Chương II", "Mục 1", "Điều 3.": a keyword, a number, and its mark if any.
std::optional<Marker> keyword_of(std::string_view text)
{
    struct Keyword {
        std::string_view word{};
        Marker::Kind kind{};
        int depth{};
    };
    static constexpr std::array<Keyword, 8> keywords{{
        {"Phần ", Marker::Kind::part, 4},
        {"PHẦN ", Marker::Kind::part, 4},
        {"Chương ", Marker::Kind::part, 6},
        {"CHƯƠNG ", Marker::Kind::part, 6},
        {"Mục ", Marker::Kind::part, 15},
        {"MỤC ", Marker::Kind::part, 15},
        {"Điều ", Marker::Kind::article, 25},
        {"ĐIỀU ", Marker::Kind::article, 25},
    }};
    if (auto part = spoken_part(text)) return part;
    if (auto task = counted_task(text)) return task;
    for (const auto& keyword : keywords) {
        if (!text.starts_with(keyword.word)) continue;
        auto at = keyword.word.size();
        const auto begin = at;
        while (at < text.size() && text[at] != ' ' && text[at] != '.' && text[at] != ':') ++at;
        const auto label = text.substr(begin, at - begin);
        if (!small_number(label) && !roman_value(label)) return std::nullopt;
        if (at < text.size() && (text[at] == '.' || text[at] == ':'))
            ++at;
        else if (keyword.kind == Marker::Kind::article)
            return std::nullopt;
        return Marker{keyword.kind, std::string{label}, blanks_after(text, at), keyword.depth};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Marker> marker_of(std::string_view text)
{
    if (text.empty()) return std::nullopt;
    if (auto marker = keyword_of(text)) return marker;
    if (auto marker = bullet_of(text)) return marker;
    if (auto marker = number_of(text)) return marker;
    if (auto marker = roman_of(text)) return marker;
    return letter_of(text);
}

}  // namespace caicach::plan::importer
