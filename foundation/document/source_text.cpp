#include "document/source_text.hpp"

#include <utility>

#include "text/text.hpp"

namespace caicach::document
{

SourceText from_plain_text(std::string_view text, std::string format)
{
    SourceText source;
    source.format = std::move(format);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    int paragraph = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        source.lines.push_back({text::nfc(line), {.paragraph = ++paragraph}});
    }
    return source;
}

}  // namespace caicach::document
