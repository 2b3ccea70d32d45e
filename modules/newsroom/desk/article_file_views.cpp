#include "newsroom/desk/article_file_views.hpp"

#include <algorithm>
#include <string>

#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/portal/public_files.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

void small_picture(Writer& out, const ListedFile& one)
{
    if (!one.file.is_picture) return;
    const auto path = attachment::download_path(one.stored);
    out({"<img class=\"article-file__picture\" src=\"", html::url(path), "\" alt=\"",
         one.file.shows, "\" loading=\"lazy\">"});
}

/// To be copied; where there is script, a button puts it where one is writing.
void line(Writer& out, const ListedFile& one)
{
    const auto text = line_of(one.file);
    out({"<code class=\"article-file__line\">", text,
         "</code> <button type=\"button\" class=\"ds-button button-small\" "
         "data-variant=\"secondary\" data-insert=\"",
         text, "\" data-insert-into=\"body\" hidden>Chèn vào bài<span class=\"visually-hidden\">: ",
         one.file.shows, "</span></button>"});
}

void lines(Writer& out, const ArticleFormPage& page)
{
    if (page.files.empty()) return;
    out(
        {"<p>Chép dòng của ảnh hoặc tệp vào chỗ cần hiện trong “Nội dung”:</p>"
         "<ul class=\"article-files\">"});
    for (const auto& one : page.files) {
        out({"<li class=\"article-file\">"});
        small_picture(out, one);
        out({"<div>"});
        line(out, one);
        out({"</div></li>"});
    }
    out({"</ul>"});
}

void ticks(Writer& out, const ArticleFormPage& page)
{
    std::vector<std::string> values;
    std::vector<std::string> labels;
    values.reserve(page.files.size());
    labels.reserve(page.files.size());
    for (const auto& one : page.files) {
        if (one.file.is_picture) continue;
        values.push_back(std::to_string(one.file.number));
        labels.push_back(one.file.shows + " (" + words_of(one.stored) + ")");
    }
    if (values.empty()) return;
    std::vector<web::Choice> choices;
    choices.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto is_ticked = [&](int number) { return std::to_string(number) == values[i]; };
        choices.push_back({.value = values[i],
                           .label = labels[i],
                           .is_chosen = std::ranges::any_of(page.ticked, is_ticked)});
    }
    web::checkbox_group(out, {.field = {.name = "files",
                                        .label = "Tệp đăng kèm dưới bài",
                                        .requirement = web::Requirement::optional},
                              .choices = choices});
}

}  // namespace

void file_fields(Writer& out, const ArticleFormPage& page)
{
    const std::string_view after = page.is_correction
                                       ? "Chọn rồi bấm “Thêm ảnh, tệp”; bài chưa đăng lại."
                                       : "Chọn rồi bấm “Lưu bài”; trang này mở lại để chèn ảnh.";
    const auto hint = "Ảnh (JPEG, PNG, WebP, GIF), PDF, Word, Excel; tối đa 20 MB, mỗi bài " +
                      std::to_string(limits::files_max) + " ảnh, tệp. " + std::string(after);
    out({"<section id=\"tep\" aria-labelledby=\"tep-ten\"><h2 id=\"tep-ten\">Ảnh và tệp</h2>"});
    lines(out, page);
    ticks(out, page);
    web::file_field(out, {.field = {.name = "file",
                                    .label = "Thêm ảnh hoặc tệp",
                                    .hint = hint,
                                    .error = page.fault.at("file"),
                                    .requirement = web::Requirement::optional},
                          .accept = ".jpg,.jpeg,.png,.webp,.gif,.pdf,.docx,.odt,.xlsx,.ods",
                          .bytes_max = limits::file_bytes_max});
    web::text_field(
        out, {.name = "shows",
              .label = "Ảnh cho thấy gì, hoặc tên của tệp",
              .value = page.form.value("shows"),
              .hint = "Với ảnh thì bắt buộc, để người không xem được ảnh cũng hiểu: “Cán bộ xã trả "
                      "kết quả tại nhà bà con”.",
              .error = page.fault.at("shows"),
              .requirement = web::Requirement::optional,
              .length_max = limits::shows_length_max});
    out({"</section>"});
}

void file_list(Writer& out, const Context& context, const ArticlePage& page)
{
    if (page.files.empty()) return;
    const bool may_drop = std::ranges::find(page.acts, Act::edit) != page.acts.end();
    out({"<h2 id=\"tep\">Ảnh và tệp</h2><ul class=\"article-files\">"});
    for (const auto& one : page.files) {
        const auto path = attachment::download_path(one.stored);
        const auto words = words_of(one.stored);
        out({"<li class=\"article-file\">"});
        small_picture(out, one);
        out({"<div><a href=\"", html::url(path), "\">", one.file.shows, "</a> <span>(", words,
             html::when(!one.file.is_kept, "; chưa dùng trong bài"), ")</span>"});
        if (may_drop && !one.file.is_kept) {
            const auto action = article_file_path(page.article.code, one.file.number) + "/bo";
            const auto label = "Bỏ " + reference_of(one.file);
            web::post_button(out, {.text = label,
                                   .action = action,
                                   .csrf = context.surroundings().csrf,
                                   .emphasis = web::Emphasis::tertiary,
                                   .is_small = true});
        }
        out({"</div></li>"});
    }
    out({"</ul>"});
}

}  // namespace caicach::newsroom
