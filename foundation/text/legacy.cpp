#include "text/legacy.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/legacy_tables.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace caicach::text
{
namespace
{

constexpr std::size_t bytes_looked_at_max = 64 * 1024;

// Words that any page of an office contains, sorted by bytes. How many of the marked words of a
// text are among them tells whether an encoding was guessed right.
constexpr std::array common_words = {
    "ban",    "biện",   "báo",  "bảo",   "bộ",    "cho",   "chính", "chỉ",    "chủ",  "các",
    "cách",   "cán",    "có",   "công",  "của",   "cơ",    "cải",   "cấp",    "dân",  "dụng",
    "giải",   "gồm",    "hiện", "hiệu",  "hoạch", "huyện", "hành",  "hình",   "hồ",   "hội",
    "hợp",    "kết",    "kế",   "luật",  "là",    "lý",    "lượng", "mục",    "một",  "nghị",
    "nghiệp", "nhiệm",  "nhà",  "năm",   "nước",  "nội",   "phát",  "phòng",  "phối", "phường",
    "phục",   "quyết",  "quan", "quyền", "quả",   "quản",  "rộng",  "sở",     "số",   "thành",
    "thông",  "thường", "thủ",  "thực",  "tin",   "tiếp",  "triển", "truyền", "trên", "trình",
    "tuyên",  "tại",    "tế",   "tục",   "tỉnh",  "từ",    "tổ",    "tới",    "và",   "vào",
    "vụ",     "về",     "với",  "xã",    "yêu",   "đơn",   "được",  "đến",    "để",   "định",
    "đồng",   "độ",     "ủy",
};

bool is_common(std::string_view word)
{
    return std::find(common_words.begin(), common_words.end(), word) != common_words.end();
}

struct Count {
    std::size_t marked{};  ///< words with a letter beyond ASCII
    std::size_t common{};  ///< … which are among the common words
};

// How Vietnamese a text looks, from 0 to 1. In a page of an office a third of the marked words are
// common ones; in wrongly read text hardly any is.
double likeness(std::string_view text)
{
    constexpr double expected_share = 0.3;
    constexpr std::size_t common_min = 2;
    Count count;
    const auto composed = lower(nfc(text));
    for (const auto word : words(composed)) {
        if (length(word) == word.size()) continue;
        ++count.marked;
        if (is_common(word)) ++count.common;
    }
    if (count.common < common_min) return 0;
    const auto share = static_cast<double>(count.common) / static_cast<double>(count.marked);
    return std::min(1.0, share / expected_share);
}

template <class Letter>
std::string map_letters(std::string_view text, Letter letter)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        append(result, letter(character.code));
        at += character.size;
    }
    return nfc(result);
}

// Single bytes as the characters of the same number.
std::string latin1(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 2);
    for (const char byte : bytes) append(text, static_cast<unsigned char>(byte));
    return text;
}

std::string utf16(std::string_view bytes, bool is_little)
{
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(is_little ? b << 8 | a : a << 8 | b);
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto code = unit(at);
        const bool is_high = code >= 0xD800 && code <= 0xDBFF;
        if (is_high && at + 3 < bytes.size()) {
            const auto low = unit(at + 2);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        append(text, code);
    }
    return text;
}

// Latin text in UTF-16 has a zero in every second byte.
std::optional<Encoding> utf16_without_mark(std::string_view bytes)
{
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '\0') ++zeros[at % 2];
    }
    const auto quarter = bytes.size() / 4;
    if (bytes.size() < 4 || zeros[0] + zeros[1] < quarter) return std::nullopt;
    return zeros[1] > zeros[0] ? Encoding::utf16le : Encoding::utf16be;
}

}  // namespace

std::string_view name(Encoding encoding)
{
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::utf16le:
            return "UTF-16 LE";
        case Encoding::utf16be:
            return "UTF-16 BE";
        case Encoding::windows1258:
            return "Windows-1258";
        case Encoding::tcvn3:
            return "TCVN3 (ABC)";
        case Encoding::vni:
            return "VNI Windows";
        case Encoding::unknown:
            break;
    }
    return "không rõ";
}

EncodingGuess detect_encoding(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 1};
    if (bytes.starts_with("\xFF\xFE")) return {Encoding::utf16le, 1};
    if (bytes.starts_with("\xFE\xFF")) return {Encoding::utf16be, 1};
    const auto sample = bytes.substr(0, bytes_looked_at_max);
    if (const auto wide = utf16_without_mark(sample)) return {*wide, 0.9};
    if (is_utf8(bytes)) return {Encoding::utf8, 1};
    EncodingGuess best;
    for (const auto encoding : {Encoding::windows1258, Encoding::tcvn3, Encoding::vni}) {
        const auto confidence = likeness(to_utf8(sample, encoding));
        if (confidence > best.confidence) best = {encoding, confidence};
    }
    return best;
}

std::string to_utf8(std::string_view bytes, Encoding encoding)
{
    switch (encoding) {
        case Encoding::utf16le:
        case Encoding::utf16be: {
            const bool is_little = encoding == Encoding::utf16le;
            const bool has_mark = bytes.starts_with(is_little ? "\xFF\xFE" : "\xFE\xFF");
            return nfc(utf16(has_mark ? bytes.substr(2) : bytes, is_little));
        }
        case Encoding::windows1258:
            return map_letters(latin1(bytes), windows1258_letter);
        case Encoding::tcvn3:
        case Encoding::vni:
            return repair_mojibake(latin1(bytes), encoding);
        case Encoding::utf8:
        case Encoding::unknown:
            break;
    }
    return nfc(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
}

EncodingGuess detect_mojibake(std::string_view text)
{
    auto sample = text.substr(0, bytes_looked_at_max);
    std::size_t latin = 0;
    std::size_t beyond = 0;
    for (std::size_t at = 0; at < sample.size();) {
        const auto character = character_at(sample, at);
        if (character.code >= 0xA0 && character.code <= 0xFF) ++latin;
        // Half of the marked letters of true Vietnamese lie here (ă, đ, ơ, ư and ạ to ỹ).
        if ((character.code >= 0x100 && character.code <= 0x1B0) ||
            (character.code >= 0x1EA0 && character.code <= 0x1EFF)) {
            ++beyond;
        }
        at += character.size;
    }
    if (latin == 0 || beyond > latin / 4) return {Encoding::utf8, 1};
    EncodingGuess best{Encoding::utf8, 0.5};
    for (const auto encoding : {Encoding::tcvn3, Encoding::vni}) {
        const auto confidence = likeness(repair_mojibake(sample, encoding));
        if (confidence > best.confidence) best = {encoding, confidence};
    }
    return best;
}

std::string repair_mojibake(std::string_view text, Encoding encoding)
{
    if (encoding == Encoding::tcvn3) return map_letters(text, tcvn3_letter);
    if (encoding == Encoding::vni) return nfc(vni_to_vietnamese(text));
    return std::string{text};
}

}  // namespace caicach::text
