#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// Text as editors write it: CommonMark with GitHub's tables and struck-out words. Markup of HTML
/// in it is text like any other.
namespace caicach::document
{

enum class MarkdownKind : unsigned char {
    paragraph,
    heading,
    list,
    numbered_list,
    list_item,
    quote,
    table,
    table_head,
    table_row,
    table_cell,
    emphasis,
    strong,
    struck,
    link,
    picture,
    // What holds nothing else:
    text,
    code,
    code_block,
    rule,
    line_break,
};

/// Where a part begins or ends; what holds nothing else does both at once.
struct MarkdownStep {
    MarkdownKind kind{};
    bool is_end{};
    std::string text{};     ///< of text and code
    std::string address{};  ///< of a link or a picture
    int number{};           ///< level of a heading (1–6), first number of a list
};

/// A text from its beginning to its end: every part that begins ends behind what stands in it.
using Markdown = std::vector<MarkdownStep>;

/// too_large "document.limit.markdown" where it is longer, or holds more parts one in another, than
/// limits allow.
[[nodiscard]] Result<Markdown> read_markdown(std::string_view text);

/// Its words without any mark, a line for each paragraph; of a picture what it shows.
[[nodiscard]] std::string plain_text(std::span<const MarkdownStep> steps);

/// The steps of the part that begins at `at`, with its end.
[[nodiscard]] std::span<const MarkdownStep> part_at(std::span<const MarkdownStep> steps,
                                                    std::size_t at);

struct MarkdownPicture {
    std::string address{};
    std::string shows{};  ///< in words, for those who do not see it
};
[[nodiscard]] std::vector<MarkdownPicture> pictures_of(const Markdown& markdown);

}  // namespace caicach::document
