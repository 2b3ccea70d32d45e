#pragma once
#include <optional>

#include "http/request.hpp"
#include "manifest/module.hpp"
#include "newsroom/article/article_files.hpp"

namespace caicach::newsroom
{

/// What goes along with an article, and who may look at it before it is public.
void add_article_files(Module& module);

/// A file that a form of an article brings, safe on disk; nothing where none was chosen. It waits
/// for the scanner: before any transaction. Faults are of the field "file".
[[nodiscard]] Result<std::optional<attachment::KeptFile>> file_in(Context& context,
                                                                  const http::Request& request);
/// Makes it the article's, with its words from the same form.
[[nodiscard]] Result<ArticleFile> bring_from(Context& context, database::Transaction& transaction,
                                             const http::Request& request, const Article& article,
                                             const attachment::KeptFile& kept);
/// Of the form, whether ticked before or not: those that go along.
[[nodiscard]] std::vector<int> ticked_in(const http::Request& request);

}  // namespace caicach::newsroom
