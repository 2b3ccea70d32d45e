#include "database/postgres/vietnamese.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "text/text.hpp"

namespace caicach::database::postgres
{

namespace
{

/// Code points of Latin letters with marks, as Vietnamese and its neighbours have them: Latin-1 and
/// Extended-A, ơ and ư, the combining marks, and Latin Extended Additional's Vietnamese part.
constexpr std::array<std::pair<unsigned, unsigned>, 5> folded_ranges{
    {{0xC0, 0x17F}, {0x1A0, 0x1A1}, {0x1AF, 0x1B0}, {0x300, 0x323}, {0x1EA0, 0x1EF9}}};

std::string utf8(unsigned code_point)
{
    std::string text;
    if (code_point < 0x800) {
        text += static_cast<char>(0xC0U | (code_point >> 6U));
    } else {
        text += static_cast<char>(0xE0U | (code_point >> 12U));
        text += static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU));
    }
    text += static_cast<char>(0x80U | (code_point & 0x3FU));
    return text;
}

/// The two lists of translate(): made from text::fold itself, so that the two cannot disagree.
/// Letters that fold into two are few and foreign (œ); they stay, as do those that only vanish
/// when they stand alone.
std::pair<std::string, std::string> translation()
{
    std::pair<std::string, std::string> lists;
    std::string vanishing;
    for (const auto& [first, last] : folded_ranges) {
        for (unsigned code_point = first; code_point <= last; ++code_point) {
            const std::string letter = utf8(code_point);
            const std::string folded = text::fold(letter);
            if (folded == letter) continue;
            if (folded.empty()) {
                vanishing += letter;
            } else if (text::length(folded) == 1) {
                lists.first += letter;
                lists.second += folded;
            }
        }
    }
    lists.first += vanishing;
    return lists;
}

}  // namespace

std::string vietnamese_setup()
{
    const auto [from, to] = translation();
    return fmt::format(
        "CREATE COLLATION IF NOT EXISTS vi (provider = icu, locale = 'vi', deterministic = true);"
        "CREATE OR REPLACE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT "
        "PARALLEL SAFE AS $$ SELECT lower(translate(normalize($1, NFC), '{}', '{}') "
        "COLLATE \"C\") $$;",
        from, to);
}

}  // namespace caicach::database::postgres
