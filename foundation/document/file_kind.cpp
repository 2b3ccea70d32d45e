#include "document/file_kind.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "text/legacy.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

// Some writers put a mark or empty lines before the first tag or "%PDF".
constexpr std::size_t start_bytes_max = 1024;

bool begins_with_any(std::string_view text, std::span<const std::string_view> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

// Four letters, the length in four bytes, then what the container holds.
bool is_riff_of(std::string_view bytes, std::string_view content)
{
    constexpr std::string_view container = "RIFF";
    constexpr std::size_t content_at = 8;
    return bytes.starts_with(container) && bytes.size() >= content_at + content.size() &&
           bytes.substr(content_at).starts_with(content);
}

// A tag, or at once a frame: eleven bits set, a version that is not reserved, and layer III.
bool looks_like_mp3(std::string_view bytes)
{
    constexpr std::string_view tag = "ID3";
    constexpr char highest_version = 4;
    if (bytes.starts_with(tag))
        return bytes.size() > tag.size() && bytes[tag.size()] <= highest_version;
    if (bytes.size() < 2 || bytes[0] != '\xFF') return false;
    constexpr unsigned sync_and_layer = 0xE6;
    constexpr unsigned version = 0x18;
    constexpr unsigned reserved_version = 0x08;
    const auto second = static_cast<unsigned char>(bytes[1]);
    return (second & sync_and_layer) == 0xE2 && (second & version) != reserved_version;
}

std::optional<FileKind> audio_kind_of(std::string_view bytes)
{
    if (is_riff_of(bytes, "WAVE")) return FileKind::wav;
    if (bytes.starts_with("OggS")) return FileKind::ogg;
    if (looks_like_mp3(bytes)) return FileKind::mp3;
    return std::nullopt;
}

// What a browser would run: web pages, and drawings (SVG), which may carry scripts too.
bool looks_like_html(std::string_view bytes)
{
    constexpr std::array<std::string_view, 8> tags{
        "<!doctype html", "<!doctype svg", "<html", "<head", "<body", "<script", "<iframe", "<svg"};
    auto start = text::lower(text::trim(bytes.substr(0, start_bytes_max)));
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (start.starts_with(mark)) start.erase(0, mark.size());
    if (!start.starts_with("<?xml") && !start.starts_with("<!--")) {
        return begins_with_any(start, tags);
    }
    return start.find("<svg") != std::string::npos || start.find("<html") != std::string::npos;
}

bool looks_packed(std::string_view bytes)
{
    using namespace std::string_view_literals;
    constexpr std::array<std::string_view, 5> beginnings{"Rar!\x1A\x07"sv, "7z\xBC\xAF\x27\x1C"sv,
                                                         "\x1F\x8B\x08"sv,
                                                         "\xFD"
                                                         "7zXZ\0"sv,
                                                         "BZh"sv};
    constexpr std::size_t tar_mark_at = 257;
    return begins_with_any(bytes, beginnings) ||
           (bytes.size() > tar_mark_at && bytes.substr(tar_mark_at).starts_with("ustar"));
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
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return FileKind::png;
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return FileKind::jpeg;
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return FileKind::tiff;
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return FileKind::ole;
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return FileKind::gif;
    if (is_riff_of(bytes, "WEBP")) return FileKind::webp;
    if (const auto audio = audio_kind_of(bytes)) return *audio;
    if (looks_packed(bytes)) return FileKind::packed;
    if (bytes.starts_with("{\\rtf")) return FileKind::rich_text;
    if (looks_like_html(bytes)) return FileKind::html;
    // Last: a file that begins as something else is that, wherever it hides a "%PDF-".
    if (bytes.substr(0, start_bytes_max).find("%PDF-") != std::string_view::npos) {
        return FileKind::pdf;
    }
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
