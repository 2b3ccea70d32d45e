#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::attachment
{

/// The kinds of file that we keep. The enumerator is the key stored.
/// The last two are known only to be named where they are refused.
enum class FileKind { pdf, docx, odt, xlsx, ods, png, jpeg, tiff, text, old_office, rich_text };

[[nodiscard]] std::string_view key_of(FileKind kind);         ///< "docx"
[[nodiscard]] std::string_view text_of(FileKind kind);        ///< "Word (.docx)", for people
[[nodiscard]] std::string_view media_type_of(FileKind kind);  ///< "application/pdf"
[[nodiscard]] std::optional<FileKind> file_kind_from_key(std::string_view key);

/// What the bytes say; nothing when they are none of ours.
[[nodiscard]] Result<std::optional<FileKind>> detect_file_kind(const std::string& path);

}  // namespace caicach::attachment
