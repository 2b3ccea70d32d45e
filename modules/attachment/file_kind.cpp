#include "attachment/file_kind.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "attachment/limits.hpp"
#include "document/file_kind.hpp"

namespace caicach::attachment
{

namespace
{

struct KindWords {
    FileKind kind{};
    std::string_view key{};
    std::string_view text{};
    std::string_view media_type{};
};

constexpr std::array kinds{
    KindWords{FileKind::pdf, "pdf", "PDF", "application/pdf"},
    KindWords{FileKind::docx, "docx", "Word (.docx)",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    KindWords{FileKind::odt, "odt", "OpenDocument (.odt)",
              "application/vnd.oasis.opendocument.text"},
    KindWords{FileKind::xlsx, "xlsx", "Excel (.xlsx)",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    KindWords{FileKind::ods, "ods", "OpenDocument (.ods)",
              "application/vnd.oasis.opendocument.spreadsheet"},
    KindWords{FileKind::png, "png", "ảnh PNG", "image/png"},
    KindWords{FileKind::jpeg, "jpeg", "ảnh JPEG", "image/jpeg"},
    KindWords{FileKind::tiff, "tiff", "ảnh TIFF", "image/tiff"},
    KindWords{FileKind::text, "text", "văn bản thuần (.txt, .md)", "text/plain; charset=utf-8"},
    KindWords{FileKind::old_office, "old_office",
              "Word, Excel đời cũ (.doc, .xls) hoặc tệp có mật khẩu", "application/octet-stream"},
    KindWords{FileKind::rich_text, "rich_text", "RTF (.rtf)", "application/rtf"},
};

const KindWords& words_of(FileKind kind)
{
    const auto* found = std::ranges::find(kinds, kind, &KindWords::kind);
    VERIFY(found != kinds.end());
    return *found;
}

/// At most `count` bytes from `offset`.
std::string read_at(std::ifstream& file, std::streamoff offset, std::size_t count)
{
    std::string bytes(count, '\0');
    file.clear();
    file.seekg(offset);
    file.read(bytes.data(), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

/// An office file is an archive whose list of parts, at its end, names the main one; OpenDocument
/// says its type in the first part. Whether it can be read is for the reader to say.
std::optional<FileKind> kind_of_archive(std::string_view head, std::string_view tail)
{
    const auto type = head.substr(0, 200);
    if (type.find("mimetypeapplication/vnd.oasis.opendocument.text") != std::string_view::npos)
        return FileKind::odt;
    if (type.find("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") !=
        std::string_view::npos)
        return FileKind::ods;
    if (tail.find("word/document.xml") != std::string_view::npos) return FileKind::docx;
    if (tail.find("xl/workbook.xml") != std::string_view::npos) return FileKind::xlsx;
    return std::nullopt;
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

Result<std::optional<FileKind>> detect_file_kind(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return internal_failure("cannot open " + path);
    const auto size = static_cast<std::size_t>(file.tellg());
    const auto head = read_at(file, 0, limits::piece_bytes);
    switch (document::kind_of(head)) {
        case document::FileKind::zip: {
            const auto tail_size = std::min(size, limits::zip_tail_bytes);
            const auto from = static_cast<std::streamoff>(size - tail_size);
            return kind_of_archive(head, read_at(file, from, tail_size));
        }
        case document::FileKind::pdf:
            return FileKind::pdf;
        case document::FileKind::png:
            return FileKind::png;
        case document::FileKind::jpeg:
            return FileKind::jpeg;
        case document::FileKind::tiff:
            return FileKind::tiff;
        case document::FileKind::text:
            return FileKind::text;
        case document::FileKind::ole:
            return FileKind::old_office;
        case document::FileKind::rich_text:
            return FileKind::rich_text;
        default:
            return std::nullopt;
    }
}

}  // namespace caicach::attachment
