#include "document/file_kind.hpp"

#include <algorithm>

#include "text/legacy.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

// Some writers put a mark or empty lines before the first tag or "%PDF".
constexpr std::size_t start_bytes_max = 1024;

bool looks_like_html(std::string_view bytes)
{
    const auto start = text::lower(text::trim(bytes.substr(0, start_bytes_max)));
    return start.starts_with("<!doctype html") || start.starts_with("<html") ||
           start.starts_with("<head");
}

// Every other byte of UTF-16 may be zero, but no letter is: that is how programs begin.
bool has_empty_letters(std::string_view bytes)
{
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        if (bytes[i] == '\0' && bytes[i + 1] == '\0') return true;
    }
    return false;
}

// Text has no controls but those of lines; bytes of anything else have them early.
bool looks_like_text(std::string_view bytes)
{
    const auto encoding = text::detect_encoding(bytes).encoding;
    if (encoding == text::Encoding::utf16le || encoding == text::Encoding::utf16be) {
        return !has_empty_letters(bytes);
    }
    const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
    constexpr std::ptrdiff_t controls_share = 200;
    return controls * controls_share <= static_cast<std::ptrdiff_t>(bytes.size());
}

}  // namespace

FileKind kind_of(std::string_view bytes)
{
    using namespace std::string_view_literals;
    constexpr std::size_t sample_bytes_max = 64 * 1024;
    if (bytes.empty()) return FileKind::empty;
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) {
        return FileKind::zip;
    }
    if (bytes.substr(0, start_bytes_max).find("%PDF-") != std::string_view::npos) {
        return FileKind::pdf;
    }
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return FileKind::png;
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return FileKind::jpeg;
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return FileKind::tiff;
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return FileKind::ole;
    if (bytes.starts_with("{\\rtf")) return FileKind::rich_text;
    if (looks_like_html(bytes)) return FileKind::html;
    const auto sample = bytes.substr(0, sample_bytes_max);
    if (text::trim(sample).empty()) return FileKind::empty;
    return looks_like_text(sample) ? FileKind::text : FileKind::unknown;
}

std::string ending_of(std::string_view name)
{
    const auto slash = name.rfind('/');
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    const auto point = name.rfind('.');
    return point == std::string_view::npos ? std::string{} : text::lower(name.substr(point + 1));
}

}  // namespace caicach::document
