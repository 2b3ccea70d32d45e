#include "text/legacy_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.hpp"

namespace caicach::text
{
namespace
{

struct Pair {
    char32_t code{};
    char32_t letter{};
};

template <std::size_t count>
char32_t mapped(const std::array<Pair, count>& table, char32_t code)
{
    const auto found = std::lower_bound(table.begin(), table.end(), code,
                                        [](const Pair& a, char32_t b) { return a.code < b; });
    return found != table.end() && found->code == code ? found->letter : code;
}

// TCVN 5712:1993, VN3: the letters that the fonts .VnTime, .VnArial … draw.
constexpr std::array<Pair, 74> tcvn3_table{{
    {0xA1, U'Ă'}, {0xA2, U'Â'}, {0xA3, U'Ê'}, {0xA4, U'Ô'}, {0xA5, U'Ơ'}, {0xA6, U'Ư'},
    {0xA7, U'Đ'}, {0xA8, U'ă'}, {0xA9, U'â'}, {0xAA, U'ê'}, {0xAB, U'ô'}, {0xAC, U'ơ'},
    {0xAD, U'ư'}, {0xAE, U'đ'}, {0xB5, U'à'}, {0xB6, U'ả'}, {0xB7, U'ã'}, {0xB8, U'á'},
    {0xB9, U'ạ'}, {0xBB, U'ằ'}, {0xBC, U'ẳ'}, {0xBD, U'ẵ'}, {0xBE, U'ắ'}, {0xC6, U'ặ'},
    {0xC7, U'ầ'}, {0xC8, U'ẩ'}, {0xC9, U'ẫ'}, {0xCA, U'ấ'}, {0xCB, U'ậ'}, {0xCC, U'è'},
    {0xCE, U'ẻ'}, {0xCF, U'ẽ'}, {0xD0, U'é'}, {0xD1, U'ẹ'}, {0xD2, U'ề'}, {0xD3, U'ể'},
    {0xD4, U'ễ'}, {0xD5, U'ế'}, {0xD6, U'ệ'}, {0xD7, U'ì'}, {0xD8, U'ỉ'}, {0xDC, U'ĩ'},
    {0xDD, U'í'}, {0xDE, U'ị'}, {0xDF, U'ò'}, {0xE1, U'ỏ'}, {0xE2, U'õ'}, {0xE3, U'ó'},
    {0xE4, U'ọ'}, {0xE5, U'ồ'}, {0xE6, U'ổ'}, {0xE7, U'ỗ'}, {0xE8, U'ố'}, {0xE9, U'ộ'},
    {0xEA, U'ờ'}, {0xEB, U'ở'}, {0xEC, U'ỡ'}, {0xED, U'ớ'}, {0xEE, U'ợ'}, {0xEF, U'ù'},
    {0xF1, U'ủ'}, {0xF2, U'ũ'}, {0xF3, U'ú'}, {0xF4, U'ụ'}, {0xF5, U'ừ'}, {0xF6, U'ử'},
    {0xF7, U'ữ'}, {0xF8, U'ứ'}, {0xF9, U'ự'}, {0xFA, U'ỳ'}, {0xFB, U'ỷ'}, {0xFC, U'ỹ'},
    {0xFD, U'ý'}, {0xFE, U'ỵ'},
}};

// Where Windows-1258 differs from Latin-1; 0x80–0x9F hold the signs of Windows-1252.
constexpr std::array<Pair, 28> windows1258_table{{
    {0x80, U'€'},  {0x82, U'‚'}, {0x84, U'„'},  {0x85, U'…'},  {0x8B, U'‹'},  {0x91, U'‘'},
    {0x92, U'’'},  {0x93, U'“'}, {0x94, U'”'},  {0x95, U'•'},  {0x96, U'–'},  {0x97, U'—'},
    {0x99, U'™'},  {0x9B, U'›'}, {0xC3, U'Ă'},  {0xCC, 0x300}, {0xD0, U'Đ'},  {0xD2, 0x309},
    {0xD5, U'Ơ'},  {0xDD, U'Ư'}, {0xDE, 0x303}, {0xE3, U'ă'},  {0xEC, 0x301}, {0xF0, U'đ'},
    {0xF2, 0x323}, {0xF5, U'ơ'}, {0xFD, U'ư'},  {0xFE, U'₫'},
}};

// What a VNI mark does to the letter before it, all in lower case: the mark's own code, the
// combining characters that it stands for. Marks on ă and â carry the tone with them.
struct VniMark {
    char32_t code{};
    char32_t shape{};  ///< breve or circumflex, or none
    char32_t tone{};
};

constexpr char32_t grave = 0x300;
constexpr char32_t acute = 0x301;
constexpr char32_t circumflex = 0x302;
constexpr char32_t tilde = 0x303;
constexpr char32_t breve = 0x306;
constexpr char32_t hook = 0x309;
constexpr char32_t dot = 0x323;

constexpr std::array<VniMark, 17> vni_marks{{
    {0xF8, 0, grave},
    {0xF9, 0, acute},
    {0xFB, 0, hook},
    {0xF5, 0, tilde},
    {0xEF, 0, dot},
    {0xE2, circumflex, 0},
    {0xE0, circumflex, grave},
    {0xE1, circumflex, acute},
    {0xE5, circumflex, hook},
    {0xE3, circumflex, tilde},
    {0xE4, circumflex, dot},
    {0xEA, breve, 0},
    {0xE8, breve, grave},
    {0xE9, breve, acute},
    {0xFA, breve, hook},
    {0xFC, breve, tilde},
    {0xEB, breve, dot},
}};

// Letters that VNI writes as one character.
constexpr std::array<Pair, 18> vni_letters{{
    {0xC6, U'Ỉ'},
    {0xCC, U'Ì'},
    {0xCD, U'Í'},
    {0xCE, U'Ỵ'},
    {0xD1, U'Đ'},
    {0xD2, U'Ị'},
    {0xD3, U'Ĩ'},
    {0xD4, U'Ơ'},
    {0xD6, U'Ư'},
    {0xE6, U'ỉ'},
    {0xEC, U'ì'},
    {0xED, U'í'},
    {0xEE, U'ỵ'},
    {0xF1, U'đ'},
    {0xF2, U'ị'},
    {0xF3, U'ĩ'},
    {0xF4, U'ơ'},
    {0xF6, U'ư'},
}};

bool is_capital(char32_t code) { return code >= 0xC0 && code <= 0xDE; }

// The mark that `code` puts on `letter` (a plain letter, ơ or ư), if it can stand there.
std::optional<VniMark> vni_mark_on(char32_t letter, char32_t code)
{
    const auto small = is_capital(code) ? code + 0x20 : code;
    const auto mark = std::find_if(vni_marks.begin(), vni_marks.end(),
                                   [&](const VniMark& m) { return m.code == small; });
    if (mark == vni_marks.end()) return std::nullopt;
    constexpr std::u32string_view takes_tone = U"aeouyAEOUYơưƠƯ";
    constexpr std::u32string_view takes_circumflex = U"aeoAEO";
    constexpr std::u32string_view takes_breve = U"aA";
    const auto allowed = mark->shape == circumflex ? takes_circumflex
                         : mark->shape == breve    ? takes_breve
                                                   : takes_tone;
    if (allowed.find(letter) == std::u32string_view::npos) return std::nullopt;
    return *mark;
}

}  // namespace

char32_t tcvn3_letter(char32_t code) { return mapped(tcvn3_table, code); }
char32_t windows1258_letter(char32_t code) { return mapped(windows1258_table, code); }

std::string vni_to_vietnamese(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        at += character.size;
        if (const auto mark = vni_mark_on(before, character.code)) {
            if (mark->shape != 0) append(result, mark->shape);
            if (mark->tone != 0) append(result, mark->tone);
            before = 0;
            continue;
        }
        before = mapped(vni_letters, character.code);
        append(result, before);
    }
    return result;
}

}  // namespace caicach::text
