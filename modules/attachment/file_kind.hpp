#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::attachment
{

/// What a file is by its content. The enumerator is the key stored.
enum class FileKind {
    pdf,
    docx,
    odt,
    xlsx,
    ods,
    png,
    jpeg,
    tiff,
    webp,  ///< taken in, kept as PNG or JPEG
    gif,   ///< the same
    text,
    zip,       ///< only where a use asks for archives
    web_page,  ///< only what this program made itself: handed out as bytes, never to be shown
    mp3,
    wav,
    ogg,
    // Known only to be named where they are refused.
    packed,
    old_office,
    rich_text,
};

[[nodiscard]] std::string_view key_of(FileKind kind);         ///< "docx"
[[nodiscard]] std::string_view text_of(FileKind kind);        ///< "Word (.docx)", for people
[[nodiscard]] std::string_view media_type_of(FileKind kind);  ///< "application/pdf"
[[nodiscard]] std::optional<FileKind> file_kind_from_key(std::string_view key);

/// Whether a use may name it at all.
[[nodiscard]] bool can_be_kept(FileKind kind);
/// Pictures are redrawn; everything else stays byte for byte.
[[nodiscard]] bool is_redrawn(FileKind kind);

/// What the bytes say; nothing when they are none of ours. too_large (document.limit.bomb) for an
/// archive that would unpack to more than it can honestly hold.
[[nodiscard]] Result<std::optional<FileKind>> kind_of_content(std::string_view bytes);

/// The name with an ending that belongs to the kind: what is saved as "thư.html" would be opened
/// by a browser, whatever type we sent.
[[nodiscard]] std::string name_with_ending(std::string_view name, FileKind kind);

}  // namespace caicach::attachment
