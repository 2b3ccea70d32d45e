#include "obligation/target/measure_scope.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::array<std::string_view, 3> scope_names{"", "each", "together"};
constexpr std::array<std::string_view, 3> place_names{"", "part", "whole"};

/// Not all that plans name is an agency: "mỗi tháng", "từng lĩnh vực", "mỗi thủ tục".
constexpr std::array<std::string_view, 7> kinds_of_one_word{"xã", "phường", "huyện", "quận",
                                                            "sở", "ban",    "ubnd"};
constexpr std::array<std::string_view, 8> kinds_of_two_words{
    "cơ quan", "đơn vị", "địa phương", "đặc khu", "uỷ ban", "thị trấn", "thành phố", "ủy ban"};
/// "phù hợp với từng đơn vị", "đến từng xã": how, not of whom.
constexpr std::array<std::string_view, 5> words_of_manner{"với", "theo", "đến", "tới", "giữa"};
constexpr std::size_t words_behind_max = 10;

struct Word {
    std::string text{};
    bool ends_part{};      ///< a comma or more stands behind it
    bool ends_sentence{};  ///< more than a comma
    bool is_number{};
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "/mỗi" is a word, "1/3" is a number.
std::string with_room(std::string_view words)
{
    auto lower = text::lower(words);
    for (std::size_t i = 1; i + 1 < lower.size(); ++i)
        if (lower[i] == '/' && !(is_digit(lower[i - 1]) && is_digit(lower[i + 1]))) lower[i] = ' ';
    return text::squeeze(lower);
}

std::vector<Word> words_of(std::string_view sentence)
{
    std::vector<Word> words;
    const auto lower = with_room(sentence);
    for (auto piece : text::split(lower, ' ')) {
        Word word;
        while (!piece.empty() && std::string_view{"([\"'"}.find(piece.front()) != piece.npos)
            piece.remove_prefix(1);
        while (!piece.empty() && std::string_view{",;.:)]\"'"}.find(piece.back()) != piece.npos) {
            word.ends_part = true;
            word.ends_sentence |= piece.back() == ';' || piece.back() == '.';
            piece.remove_suffix(1);
        }
        word.text = std::string{piece};
        word.is_number = !piece.empty() && is_digit(piece.front());
        words.push_back(std::move(word));
    }
    return words;
}

bool is_number_of(const Word& word, const plan::Metric& metric)
{
    if (!word.is_number) return false;
    auto number = std::string_view{word.text};
    if (!metric.printed.empty() && number == metric.printed) return true;
    if (number.ends_with('%')) number.remove_suffix(1);
    constexpr double tolerance = 1e-9;
    const auto is_same = [&](double value) { return std::abs(value - metric.value) < tolerance; };
    if (const auto whole = text::parse_integer(number)) return is_same(static_cast<double>(*whole));
    const auto value = text::parse_decimal(number);
    return value && is_same(*value);
}

bool is_agency_kind(const std::vector<Word>& words, std::size_t at)
{
    if (at >= words.size()) return false;
    if (std::ranges::find(kinds_of_one_word, words[at].text) != kinds_of_one_word.end())
        return true;
    if (at + 1 == words.size() || words[at].ends_part) return false;
    const auto both = words[at].text + " " + words[at + 1].text;
    return std::ranges::find(kinds_of_two_words, both) != kinds_of_two_words.end();
}

/// "mỗi xã", and not "phù hợp với mỗi xã".
bool names_each(const std::vector<Word>& words, std::size_t at)
{
    if (words[at].text != "mỗi" && words[at].text != "từng") return false;
    if (at > 0 && std::ranges::find(words_of_manner, words[at - 1].text) != words_of_manner.end())
        return false;
    return is_agency_kind(words, at + 1);
}

/// "mỗi xã có ít nhất 01 …": no other number stands between, and the sentence goes on.
bool stands_before(const std::vector<Word>& words, std::size_t each, std::size_t number)
{
    for (auto at = each; at < number; ++at)
        if (words[at].ends_sentence || (at > each && words[at].is_number)) return false;
    return true;
}

/// "01 mô hình ở mỗi xã": near by, in the same part of the sentence, and no number behind it that
/// it could be said of. "100% kết quả của từng cơ quan" says whose, not of whom.
bool stands_behind(const std::vector<Word>& words, std::size_t number, std::size_t each)
{
    if (each - number > words_behind_max) return false;
    if (words[each].text == "từng" && words[each - 1].text == "của") return false;
    for (auto at = number; at < each; ++at)
        if (words[at].ends_part || (at > number && words[at].is_number)) return false;
    for (auto at = each; at < words.size(); ++at) {
        if (words[at].is_number) return false;
        if (words[at].ends_sentence) break;
    }
    return true;
}

}  // namespace

std::string_view name_of(MeasureScope scope)
{
    return scope_names[static_cast<std::size_t>(scope)];
}

std::optional<MeasureScope> measure_scope_from(std::string_view name)
{
    const auto* const found = std::ranges::find(scope_names, name);
    if (found == scope_names.end()) return {};
    return static_cast<MeasureScope>(found - scope_names.begin());
}

std::string_view name_of(MeasurePlace place)
{
    return place_names[static_cast<std::size_t>(place)];
}

std::optional<MeasurePlace> measure_place_from(std::string_view name)
{
    const auto* const found = std::ranges::find(place_names, name);
    if (found == place_names.end()) return {};
    return static_cast<MeasurePlace>(found - place_names.begin());
}

bool asks_each(std::string_view sentence, const plan::Metric& metric)
{
    const auto words = words_of(sentence);
    const auto found =
        std::ranges::find_if(words, [&](const Word& word) { return is_number_of(word, metric); });
    const auto number = static_cast<std::size_t>(found - words.begin());
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!names_each(words, at)) continue;
        // Of a number that stands in letters, or nowhere, the words are about all there is.
        if (number == words.size()) return true;
        if (at < number ? stands_before(words, at, number) : stands_behind(words, number, at))
            return true;
    }
    return false;
}

}  // namespace caicach::obligation
