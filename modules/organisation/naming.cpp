#include "organisation/naming.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include "organisation/limits.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

using Pair = std::pair<std::string_view, std::string_view>;

// Abbreviations that are read as words whatever agency they stand in; those of one agency alone are
// its aliases.
constexpr std::array abbreviations{
    Pair{"ubnd", "ủy ban nhân dân"},
    Pair{"ubmttq", "ủy ban mặt trận tổ quốc"},
    Pair{"ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"},
    Pair{"mttq", "mặt trận tổ quốc"},
    Pair{"mttqvn", "mặt trận tổ quốc việt nam"},
    Pair{"hđnd", "hội đồng nhân dân"},
    Pair{"bql", "ban quản lý"},
    Pair{"kkt", "khu kinh tế"},
    Pair{"kcn", "khu công nghiệp"},
    Pair{"cchc", "cải cách hành chính"},
    Pair{"vp", "văn phòng"},
    Pair{"tp", "thành phố"},
    Pair{"vhtt", "văn hóa thông tin"},
    Pair{"vhttdl", "văn hóa thể thao và du lịch"},
    Pair{"ptth", "phát thanh và truyền hình"},
};

// Both spellings are taught; only at the end of a word do they differ ("toàn" has one).
constexpr std::array tone_places{
    Pair{"oà", "òa"}, Pair{"oá", "óa"}, Pair{"oả", "ỏa"}, Pair{"oã", "õa"}, Pair{"oạ", "ọa"},
    Pair{"oè", "òe"}, Pair{"oé", "óe"}, Pair{"oẻ", "ỏe"}, Pair{"oẽ", "õe"}, Pair{"oẹ", "ọe"},
    Pair{"uỳ", "ùy"}, Pair{"uý", "úy"}, Pair{"uỷ", "ủy"}, Pair{"uỹ", "ũy"}, Pair{"uỵ", "ụy"},
};

std::string spoken_word(std::string_view word)
{
    for (const auto& [from, to] : abbreviations)
        if (word == from) return std::string(to);
    for (const auto& [from, to] : tone_places) {
        if (!word.ends_with(from)) continue;
        const auto head = word.substr(0, word.size() - from.size());
        // "quý" is q-u-ý in both spellings: its u belongs to the consonant.
        if (head.ends_with('q')) break;
        return std::string(head).append(to);
    }
    return std::string(word);
}

}  // namespace

std::string spoken_form(std::string_view name)
{
    const auto lower = text::lower(text::nfc(name));
    std::vector<std::string> spoken;
    for (const auto word : text::words(lower)) spoken.push_back(spoken_word(word));
    return text::join(std::span<const std::string>(spoken), " ");
}

std::string name_key(std::string_view name) { return text::fold(spoken_form(name)); }

std::string search_pattern(std::string_view typed)
{
    // Not name_key: "th" typed so far may become "thanh tra", it is no abbreviation yet.
    const auto folded = text::fold(typed);
    std::string pattern;
    std::size_t count = 0;
    for (const auto word : text::words(folded)) {
        if (++count > limits::search_words_max) break;
        pattern.append("% ").append(word);
    }
    if (!pattern.empty()) pattern += '%';
    return pattern;
}

double similarity(std::string_view key, std::string_view other)
{
    const auto longer = std::max(key.size(), other.size());
    if (longer == 0) return 1;
    // One row of the Levenshtein table: distances from key[0, i) to every beginning of other.
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < key.size(); ++i) {
        auto diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < other.size(); ++j) {
            const auto replaced = diagonal + (key[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return 1 - static_cast<double>(row.back()) / static_cast<double>(longer);
}

std::string initials(std::string_view name)
{
    const auto folded = text::fold(name);
    std::string letters;
    for (const auto word : text::words(folded)) {
        const bool is_number = word.front() >= '0' && word.front() <= '9';
        letters.append(is_number ? word : word.substr(0, 1));
    }
    return text::upper(letters);
}

}  // namespace caicach::organisation
