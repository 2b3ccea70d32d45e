#pragma once
#include <span>
#include <string_view>

#include "html/html.hpp"
#include "manifest/context.hpp"
#include "newsroom/desk/article_form_views.hpp"
#include "newsroom/desk/article_views.hpp"

namespace caicach::newsroom
{

/// Within the form of an article: what goes along, the lines to put into its text, and the field
/// that brings another.
void file_fields(html::Writer& out, const ArticleFormPage& page);
/// On the page of an article.
void file_list(html::Writer& out, const Context& context, const ArticlePage& page);

}  // namespace caicach::newsroom
