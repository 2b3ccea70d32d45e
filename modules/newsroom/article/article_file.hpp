#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "document/markdown.hpp"

/// What came with an article: pictures for its text, files listed under it. The text names them
/// shortly: "anh-3" is its third file, a picture; "tep-4" its fourth, none.
namespace caicach::newsroom
{

struct ArticleFile {
    int number{};  ///< within its article
    attachment::AttachmentId attachment{};
    std::string sha256{};
    bool is_picture{};
    std::string shows{};  ///< a picture in words; of a file what readers see as its name
    bool is_kept{};       ///< a revision carries it: it stays
};

/// "anh-3" or "tep-4".
[[nodiscard]] std::string reference_of(const ArticleFile& file);
/// As the writer puts it into the text: "![Quầy một cửa](anh-3)".
[[nodiscard]] std::string line_of(const ArticleFile& file);
/// Nothing where the address is none of ours.
[[nodiscard]] std::optional<int> number_in(std::string_view address);

/// invalid "newsroom.article.picture" (of which nothing is said), "newsroom.article.picture_from"
/// (one that did not come with the article: it would not be shown), "newsroom.article.file_unknown"
/// of the field "body".
[[nodiscard]] Result<void> check_references(const document::Markdown& text,
                                            std::span<const ArticleFile> files);
/// The numbers of those that the text names, each once, in their order.
[[nodiscard]] std::vector<int> numbers_in(const document::Markdown& text);
/// Their addresses in place of their short names.
void lead_to_files(document::Markdown& text, std::span<const ArticleFile> files,
                   const std::function<std::string(const ArticleFile&)>& address);

}  // namespace caicach::newsroom
