#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "document/markdown.hpp"
#include "newsroom/article/article.hpp"
#include "text/reference.hpp"

/// What would make an article easier to read. Hints hinder nobody.
namespace caicach::newsroom
{

[[nodiscard]] text::ReferenceFile hints_table();

/// In words for its writer: "Tiêu đề 31 từ: nên dưới 20."
[[nodiscard]] Result<std::vector<std::string>> hints_for(const ArticleText& text,
                                                         const document::Markdown& body, Date day);

}  // namespace caicach::newsroom
