#include "text/text.hpp"
#include "text/utf8.hpp"

namespace caicach::text
{
namespace
{

// The plain letter below each Latin letter with marks; '.' where there is none. The rows begin at
// U+00C0 (Latin-1, Extended-A, the horned letters of Extended-B) and at U+1E00 (Additional).
constexpr std::string_view low_letters =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll."
    ".llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "................................oo.............uu...............";
constexpr std::string_view high_letters =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
constexpr char32_t low_first = 0xC0;
constexpr char32_t high_first = 0x1E00;

char plain_letter(char32_t code)
{
    if (code >= low_first && code - low_first < low_letters.size()) {
        return low_letters[code - low_first];
    }
    if (code >= high_first && code - high_first < high_letters.size()) {
        return high_letters[code - high_first];
    }
    return '.';
}

bool is_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

char lower_ascii(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

// Calls `letter(char, offset)` or `others(bytes, offset)` with what every character folds to; both
// variants share it.
template <class Letter, class Others>
void fold_each(std::string_view text, Letter letter, Others others)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const char first = text[at];
        if (static_cast<unsigned char>(first) < 0x80) {
            letter(lower_ascii(first), at);
            ++at;
            continue;
        }
        const auto character = character_at(text, at);
        if (const char plain = plain_letter(character.code); plain != '.') {
            letter(plain, at);
        } else if (!is_mark(character.code)) {
            others(text.substr(at, character.size), at);
        }
        at += character.size;
    }
}

}  // namespace

std::string fold(std::string_view text)
{
    // Nothing folds to more bytes than it has: the place is made once and cut at the end.
    std::string folded(text.size(), '\0');
    std::size_t end = 0;
    fold_each(
        text, [&](char letter, std::size_t) { folded[end++] = letter; },
        [&](std::string_view bytes, std::size_t) {
            end += bytes.copy(&folded[end], bytes.size());
        });
    folded.resize(end);
    return folded;
}

Folded fold_with_origin(std::string_view text)
{
    Folded folded;
    folded.text.resize(text.size());
    folded.origin.resize(text.size() + 1);
    std::size_t end = 0;
    const auto put = [&](char byte, std::size_t offset) {
        folded.text[end] = byte;
        folded.origin[end] = static_cast<std::uint32_t>(offset);
        ++end;
    };
    fold_each(text, put, [&](std::string_view bytes, std::size_t offset) {
        for (const char byte : bytes) put(byte, offset);
    });
    folded.text.resize(end);
    folded.origin.resize(end + 1);
    folded.origin[end] = static_cast<std::uint32_t>(text.size());
    return folded;
}

bool starts_with_folded(std::string_view text, std::string_view prefix)
{
    const auto wanted = fold(prefix);
    // Marks may stand as characters of their own (NFD), two at most after a Vietnamese letter.
    constexpr std::size_t bytes_a_letter_max = 7;
    return fold(text.substr(0, wanted.size() * bytes_a_letter_max)).starts_with(wanted);
}

}  // namespace caicach::text
