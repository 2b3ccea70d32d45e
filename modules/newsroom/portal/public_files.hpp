#pragma once
#include <span>

#include "html/html.hpp"
#include "manifest/module.hpp"
#include "newsroom/article/article_files.hpp"

namespace caicach::newsroom
{

/// Pictures and files of published articles, for everybody: of the public revision alone.
void add_public_files(Module& module);

/// The files under an article; its pictures stand in its text.
void public_file_list(html::Writer& out, std::span<const ListedFile> files,
                      std::string_view heading);

/// "PDF, 1,2 MB".
[[nodiscard]] std::string words_of(const attachment::Attachment& stored);

}  // namespace caicach::newsroom
