#include "attachment/file_kind.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <vector>

#include "attachment/limits.hpp"
#include "document/archive.hpp"
#include "document/file_kind.hpp"
#include "text/text.hpp"

namespace caicach::attachment
{

namespace
{

struct KindWords {
    FileKind kind{};
    std::string_view key{};
    std::string_view text{};
    std::string_view media_type{};
    std::string_view endings{};  ///< the first one is given where a name has none of them
};

constexpr std::string_view any_bytes = "application/octet-stream";

constexpr std::array kinds{
    KindWords{FileKind::pdf, "pdf", "PDF", "application/pdf", "pdf"},
    KindWords{FileKind::docx, "docx", "Word (.docx)",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    KindWords{FileKind::odt, "odt", "OpenDocument (.odt)",
              "application/vnd.oasis.opendocument.text", "odt"},
    KindWords{FileKind::xlsx, "xlsx", "Excel (.xlsx)",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    KindWords{FileKind::ods, "ods", "OpenDocument (.ods)",
              "application/vnd.oasis.opendocument.spreadsheet", "ods"},
    KindWords{FileKind::png, "png", "ảnh PNG", "image/png", "png"},
    KindWords{FileKind::jpeg, "jpeg", "ảnh JPEG", "image/jpeg", "jpg jpeg"},
    KindWords{FileKind::tiff, "tiff", "ảnh TIFF", "image/tiff", "tif tiff"},
    KindWords{FileKind::webp, "webp", "ảnh WebP", "image/webp", "webp"},
    KindWords{FileKind::gif, "gif", "ảnh GIF", "image/gif", "gif"},
    KindWords{FileKind::text, "text", "văn bản thuần (.txt, .md)", "text/plain; charset=utf-8",
              "txt md csv"},
    KindWords{FileKind::zip, "zip", "tệp nén (.zip)", "application/zip", "zip"},
    KindWords{FileKind::packed, "packed", "tệp nén (.rar, .7z, .tar, .gz)", any_bytes, ""},
    KindWords{FileKind::old_office, "old_office",
              "Word, Excel đời cũ (.doc, .xls) hoặc tệp có mật khẩu", any_bytes, ""},
    KindWords{FileKind::rich_text, "rich_text", "RTF (.rtf)", any_bytes, ""},
    KindWords{FileKind::web_page, "web_page", "trang web (.html, .svg)", any_bytes, "html"},
    KindWords{FileKind::mp3, "mp3", "âm thanh MP3", "audio/mpeg", "mp3"},
    KindWords{FileKind::wav, "wav", "âm thanh WAV", "audio/wav", "wav"},
    KindWords{FileKind::ogg, "ogg", "âm thanh Ogg", "audio/ogg", "ogg oga opus"},
};

const KindWords& words_of(FileKind kind)
{
    const auto* found = std::ranges::find(kinds, kind, &KindWords::kind);
    VERIFY(found != kinds.end());
    return *found;
}

/// An office file is an archive with a part of a certain name; OpenDocument says its type in its
/// first part, which is not packed. Whether it can be read is for the reader to say.
Result<FileKind> kind_of_archive(std::string_view bytes)
{
    const auto archive = TRY(document::Archive::open(bytes));
    const auto names = TRY(archive.part_names());
    const auto has = [&](std::string_view name) {
        return std::ranges::find(names, name) != names.end();
    };
    if (has("[Content_Types].xml") && has("word/document.xml")) return FileKind::docx;
    if (has("[Content_Types].xml") && has("xl/workbook.xml")) return FileKind::xlsx;
    constexpr std::size_t type_bytes_max = 200;
    constexpr std::string_view type = "mimetypeapplication/vnd.oasis.opendocument.";
    const auto head = bytes.substr(0, type_bytes_max);
    const auto at = head.find(type);
    if (at == std::string_view::npos || !has("content.xml")) return FileKind::zip;
    const auto name = head.substr(at + type.size());
    if (name.starts_with("text")) return FileKind::odt;
    return name.starts_with("spreadsheet") ? FileKind::ods : FileKind::zip;
}

}  // namespace

std::string_view key_of(FileKind kind) { return words_of(kind).key; }
std::string_view text_of(FileKind kind) { return words_of(kind).text; }
std::string_view media_type_of(FileKind kind) { return words_of(kind).media_type; }

std::optional<FileKind> file_kind_from_key(std::string_view key)
{
    const auto* found = std::ranges::find(kinds, key, &KindWords::key);
    if (found == kinds.end()) return std::nullopt;
    return found->kind;
}

bool can_be_kept(FileKind kind) { return !words_of(kind).endings.empty(); }

bool is_redrawn(FileKind kind)
{
    return kind == FileKind::png || kind == FileKind::jpeg || kind == FileKind::webp ||
           kind == FileKind::gif;
}

Result<std::optional<FileKind>> kind_of_content(std::string_view bytes)
{
    switch (document::kind_of(bytes.substr(0, limits::piece_bytes))) {
        case document::FileKind::zip: {
            const auto kind = kind_of_archive(bytes);
            // What cannot be opened is no archive; what is too tight is refused as such.
            if (!kind && kind.error().kind != Failure::invalid) return tl::unexpected(kind.error());
            return kind ? std::optional(*kind) : std::nullopt;
        }
        case document::FileKind::pdf:
            return FileKind::pdf;
        case document::FileKind::png:
            return FileKind::png;
        case document::FileKind::jpeg:
            return FileKind::jpeg;
        case document::FileKind::tiff:
            return FileKind::tiff;
        case document::FileKind::webp:
            return FileKind::webp;
        case document::FileKind::gif:
            return FileKind::gif;
        case document::FileKind::mp3:
            return FileKind::mp3;
        case document::FileKind::wav:
            return FileKind::wav;
        case document::FileKind::ogg:
            return FileKind::ogg;
        case document::FileKind::text:
            return FileKind::text;
        case document::FileKind::packed:
            return FileKind::packed;
        case document::FileKind::ole:
            return FileKind::old_office;
        case document::FileKind::rich_text:
            return FileKind::rich_text;
        case document::FileKind::html:
            return FileKind::web_page;
        case document::FileKind::empty:
        case document::FileKind::unknown:
            break;
    }
    return std::nullopt;
}

std::string name_with_ending(std::string_view name, FileKind kind)
{
    const auto endings = text::words(words_of(kind).endings);
    VERIFY(!endings.empty());
    const auto ending = document::ending_of(name);
    if (std::ranges::find(endings, ending) != endings.end()) return std::string(name);
    // A picture that was redrawn changes its ending; another wrong ending may belong to the name.
    const auto before = file_kind_from_key(ending);
    const bool was_picture = before && is_redrawn(*before) && is_redrawn(kind);
    if (was_picture) name = name.substr(0, name.rfind('.'));
    return fmt::format("{}.{}", name, endings.front());
}

}  // namespace caicach::attachment
