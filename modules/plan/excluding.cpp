#include "plan/excluding.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace caicach::plan
{

std::string excluding_in(std::string_view statement)
{
    // A mark stands before them, so that "loại trừ", "khấu trừ" are not taken for it.
    constexpr std::array<std::string_view, 9> phrases{
        "(ngoại trừ ",  ", ngoại trừ ",     "(trừ ",         ", trừ ",     "(không bao gồm ",
        "(không tính ", ", không bao gồm ", ", không tính ", " (không kể "};
    auto begin = std::string_view::npos;
    for (const auto phrase : phrases) {
        const auto at = statement.find(phrase);
        if (at == std::string_view::npos) continue;
        begin = std::min(begin, at + phrase.size());
    }
    if (begin == std::string_view::npos) return {};
    const auto rest = statement.substr(begin);
    return std::string{text::trim(rest.substr(0, rest.find_first_of(");.")))};
}

}  // namespace caicach::plan
