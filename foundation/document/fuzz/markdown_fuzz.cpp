// Any bytes as Markdown: what begins ends, and no word of it is lost.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/markdown.hpp"

using caicach::document::MarkdownKind;
using caicach::document::part_at;
using caicach::document::plain_text;
using caicach::document::read_markdown;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = read_markdown({reinterpret_cast<const char*>(data), size});
    if (!read) return 0;
    std::size_t bytes = 0;
    for (std::size_t at = 0; at < read->size(); ++at) {
        const auto& step = (*read)[at];
        bytes += step.text.size();
        if (!step.is_end) VERIFY(part_at(*read, at).back().kind == step.kind);
    }
    VERIFY(plain_text(*read).size() >= bytes);
    return 0;
}
