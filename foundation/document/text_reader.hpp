#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/source_text.hpp"

namespace caicach::document
{

/// The lines of a text file in any encoding that we know, each as it stands (TABs of tables and
/// marks of Markdown included; rows of Markdown tables get TABs). Text in TCVN3 or VNI is
/// converted, with a note; bytes in no known encoding are refused (document.text.unknown_encoding).
/// `format` is "txt" or "md".
[[nodiscard]] Result<SourceText> read_text(std::string_view bytes, std::string format);

}  // namespace caicach::document
