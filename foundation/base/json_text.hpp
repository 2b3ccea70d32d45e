#pragma once
#include <string>
#include <string_view>

namespace caicach
{

/// Adds `text` as a JSON string, quotes included (RFC 8259, section 7), escaped as RFC 8785 wants
/// it. Bytes that are no UTF-8, as a file's name may hold, become U+FFFD: whoever reads the line
/// takes it whole or not at all.
void append_json_text(std::string& out, std::string_view text);

}  // namespace caicach
