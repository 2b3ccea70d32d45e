#include "newsroom/desk/article_form_views.hpp"

#include <array>

#include "newsroom/desk/article_file_views.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "once/once.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/page_script.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

constexpr std::array audiences{Audience::everyone, Audience::citizens, Audience::businesses,
                               Audience::officials};
constexpr std::array languages{Language::vi, Language::en};

void agency_field(Writer& fields, const ArticleFormPage& page)
{
    if (page.article) return;
    if (page.agencies.size() < 2) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        return;
    }
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.id == page.agency.id});
    web::combobox_field(
        fields, {.field = {.name = "agency", .label = "Cơ quan", .error = page.fault.at("agency")},
                 .choices = choices});
}

/// Not asked where no theme is open.
void theme_field(Writer& fields, const ArticleFormPage& page)
{
    if (page.themes.empty()) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.themes.size());
    for (const auto& one : page.themes)
        choices.push_back({.value = one.code,
                           .label = one.name,
                           .is_chosen = page.form.value("theme") == one.code});
    web::select_field(fields,
                      {.field = {.name = "theme",
                                 .label = "Chủ đề",
                                 .hint = "Hết ngày của chủ đề, bài rời trang đầu và các mục.",
                                 .error = page.fault.at("theme"),
                                 .requirement = web::Requirement::optional},
                       .choices = choices,
                       .none_text = "Không theo chủ đề nào"});
}

void place_fields(Writer& fields, const ArticleFormPage& page)
{
    if (page.is_correction) return;
    std::vector<web::Choice> sections;
    sections.reserve(page.sections.size());
    for (const auto& one : page.sections)
        sections.push_back({.value = one.key,
                            .label = one.text,
                            .is_chosen = page.form.value("section") == one.key});
    web::select_field(
        fields, {.field = {.name = "section", .label = "Mục", .error = page.fault.at("section")},
                 .choices = sections});
    theme_field(fields, page);
    std::vector<web::Choice> readers;
    readers.reserve(std::size(audiences));
    for (const auto one : audiences)
        readers.push_back({.value = key_of(one),
                           .label = text_of(one),
                           .is_chosen = page.form.value("audience") == key_of(one)});
    web::select_field(
        fields,
        {.field = {.name = "audience", .label = "Viết cho ai", .error = page.fault.at("audience")},
         .choices = readers});
    std::vector<web::Choice> tongues;
    tongues.reserve(std::size(languages));
    for (const auto one : languages)
        tongues.push_back({.value = key_of(one),
                           .label = text_of(one),
                           .is_chosen = page.form.value("language") == key_of(one)});
    web::select_field(
        fields,
        {.field = {.name = "language", .label = "Ngôn ngữ", .error = page.fault.at("language")},
         .choices = tongues});
}

void text_fields(Writer& fields, const ArticleFormPage& page)
{
    web::text_field(fields, {.name = "title",
                             .label = "Tiêu đề",
                             .value = page.form.value("title"),
                             .error = page.fault.at("title"),
                             .length_max = limits::title_length_max});
    web::text_area(fields, {.name = "summary",
                            .label = "Tóm tắt",
                            .value = page.form.value("summary"),
                            .hint = "Một, hai câu: ai làm gì, người dân được gì.",
                            .error = page.fault.at("summary"),
                            .length_max = limits::summary_length_max});
    web::text_area(fields,
                   {.name = "body",
                    .label = "Nội dung",
                    .value = page.form.value("body"),
                    .hint = "Dòng trống ngăn các đoạn. **đậm**, *nghiêng*, ## đề mục, - gạch đầu "
                            "dòng, [chữ](địa chỉ). Ảnh thêm ở phần “Ảnh và tệp”.",
                    .error = page.fault.at("body"),
                    .length_max = limits::body_length_max});
    web::text_field(fields, {.name = "source",
                             .label = "Nguồn",
                             .value = page.form.value("source"),
                             .hint = "Để trống nếu do cơ quan viết.",
                             .error = page.fault.at("source"),
                             .requirement = web::Requirement::optional,
                             .length_max = limits::source_length_max});
    if (page.is_correction)
        web::text_area(fields, {.name = "note",
                                .label = "Đính chính điều gì",
                                .value = page.form.value("note"),
                                .hint = "Hiện dưới bài cho người đọc: “Số hồ sơ là 120, không phải "
                                        "102.”",
                                .error = page.fault.at("note"),
                                .length_max = limits::note_length_max});
}

/// For a correction, which is not to be published for the sake of a picture.
void bring_button(Writer& buttons, const ArticleFormPage& page)
{
    if (!page.is_correction) return;
    const auto action = article_path(page.article->code, "tep");
    web::submit_button(
        buttons, {.text = "Thêm ảnh, tệp", .emphasis = web::Emphasis::secondary, .action = action});
}

std::string action_of(const ArticleFormPage& page)
{
    if (!page.article) return desk_path();
    return article_path(page.article->code, page.is_correction ? "dinh-chinh" : "noi-dung");
}

}  // namespace

http::Response article_form_page(const Context& context, const ArticleFormPage& page)
{
    const std::string_view title = page.is_correction ? "Đính chính bài đã đăng"
                                   : page.article     ? "Sửa bài"
                                                      : "Viết bài";
    auto frame = web::frame_of(context, std::string(title));
    frame.crumbs = {{"Viết tin, bài", desk_path()}};
    const auto action = action_of(page);
    const std::string_view button = page.is_correction ? "Đăng bản đính chính" : "Lưu bài";
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = title, .caption = page.agency.name});
            web::form(out,
                      {.action = action,
                       .csrf = context.surroundings().csrf,
                       .takes_files = true,
                       .keeps_draft = true,
                       .taken_keys = page.taken_keys},
                      [&](Writer& fields) {
                          web::hidden(fields, {.name = once::field, .value = page.key});
                          web::hidden(fields,
                                      {.name = "version", .value = page.form.value("version")});
                          if (const auto original = page.form.value("original"); !original.empty())
                              web::hidden(fields, {.name = "original", .value = original});
                          agency_field(fields, page);
                          place_fields(fields, page);
                          text_fields(fields, page);
                          file_fields(fields, page);
                          web::form_actions(fields, [&](Writer& buttons) {
                              web::submit_button(buttons, {.text = button});
                              bring_button(buttons, page);
                          });
                      });
            web::page_script(out, "editing.js");
        },
        page.fault.status);
}

}  // namespace caicach::newsroom
