#pragma once
#include <string>
#include <string_view>

namespace caicach::document
{

/// What a file is, by its first bytes.
enum class FileKind {
    zip,  ///< docx, odt, xlsx … : the archive's parts tell which
    pdf,
    png,
    jpeg,
    tiff,
    webp,
    gif,
    mp3,
    wav,
    ogg,
    packed,     ///< rar, 7z, gz, xz, bz2, tar: archives that we never open
    ole,        ///< old Word (.doc), or a docx with a password
    rich_text,  ///< .rtf
    html,       ///< or SVG: what a browser would run
    text,
    unknown,  ///< bytes that are no text
    empty,
};

/// Looks at the whole of a small file or the first 64 KB of a large one.
[[nodiscard]] FileKind kind_of(std::string_view bytes);

/// "docx" of "Kế hoạch.DOCX"; empty without an ending.
[[nodiscard]] std::string ending_of(std::string_view name);

}  // namespace caicach::document
