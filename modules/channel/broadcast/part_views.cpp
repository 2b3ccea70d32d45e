#include "channel/broadcast/part_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

struct PartButton {
    std::string_view text{};
    std::string_view below{};  ///< the script: "doan/len"
    web::HiddenValue what{};   ///< which passage or article
    web::Emphasis emphasis{web::Emphasis::secondary};
};
void part_button(Writer& out, const Context& context, const Script& script,
                 const PartButton& button)
{
    const auto version = std::to_string(script.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}, button.what};
    const auto action = scripts_path(script.code, button.below);
    web::post_button(out, {.text = button.text,
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = button.emphasis,
                           .values = values,
                           .is_small = true});
}

/// What is in the boxes of a passage, and what is wrong there.
struct PartWords {
    std::string_view heading{};
    std::string_view text{};
    std::string_view heading_fault{};
    std::string_view text_fault{};
    std::string suffix{};  ///< of the ids, where the names stand several times
};
void word_fields(Writer& fields, const PartWords& words)
{
    const auto heading_id = "heading" + words.suffix;
    const auto text_id = "text" + words.suffix;
    web::text_field(fields, {.name = "heading",
                             .label = "Tên đoạn",
                             .value = words.heading,
                             .hint = "Cho người đọc dễ theo dõi; không đọc lên loa.",
                             .error = words.heading_fault,
                             .id = heading_id,
                             .requirement = web::Requirement::optional,
                             .length_max = limits::part_heading_length_max});
    web::text_area(fields, {.name = "text",
                            .label = "Lời đọc",
                            .value = words.text,
                            .hint = "Câu ngắn, đọc lên nghe được; viết đủ chữ thay cho viết tắt.",
                            .error = words.text_fault,
                            .id = text_id,
                            .length_max = limits::part_text_length_max});
}

void part_form(Writer& out, const Context& context, const ScriptPage& page, std::size_t at)
{
    const auto& part = page.parts[at].part;
    const auto place = std::to_string(at + 1);
    const bool is_back = page.form.value("part") == place && page.fault.status != 200;
    const auto version = std::to_string(page.script.version);
    const auto action = scripts_path(page.script.code, "doan/sua");
    const PartWords words{.heading = is_back ? page.form.value("heading") : part.heading,
                          .text = is_back ? page.form.value("text") : part.text,
                          .heading_fault = is_back ? page.fault.at("heading") : std::string_view{},
                          .text_fault = is_back ? page.fault.at("text") : std::string_view{},
                          .suffix = is_back ? std::string{} : "-" + place};
    out({"<details class=\"quiet-details\"", html::when(is_back, " open"),
         "><summary>Sửa lời đọc</summary>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::hidden(fields, {.name = "part", .value = place});
        word_fields(fields, words);
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(
                buttons,
                {.text = "Lưu đoạn", .emphasis = web::Emphasis::secondary, .is_small = true});
        });
    });
    out({"</details>"});
}

void part_buttons(Writer& out, const Context& context, const ScriptPage& page, std::size_t at)
{
    const auto place = std::to_string(at + 1);
    const auto name = "Đoạn " + place;
    const web::HiddenValue which{.name = "part", .value = place};
    out({"<div class=\"form__actions\" role=\"group\" aria-label=\"", name, "\">"});
    if (at > 0)
        part_button(out, context, page.script, {.text = "Lên", .below = "doan/len", .what = which});
    if (at + 1 < page.parts.size())
        part_button(out, context, page.script,
                    {.text = "Xuống", .below = "doan/xuong", .what = which});
    part_button(out, context, page.script,
                {.text = "Bỏ đoạn",
                 .below = "doan/bo",
                 .what = which,
                 .emphasis = web::Emphasis::tertiary});
    out({"</div>"});
}

void part_item(Writer& out, const Context& context, const ScriptPage& page, std::size_t at)
{
    const auto& one = page.parts[at];
    const auto heading =
        one.part.heading.empty() ? "Đoạn " + std::to_string(at + 1) : one.part.heading;
    const auto length = duration_text(one.seconds);
    out({"<li class=\"news-item\"><h3>", heading, "</h3><p class=\"news-note\">Khoảng ", length});
    if (!one.article_path.empty())
        out({" · <a href=\"", html::url(one.article_path), "\">Bài gốc</a>"});
    out({"</p>"});
    if (one.is_withdrawn)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Bài gốc đã được gỡ. Hãy bỏ đoạn này trước khi gửi duyệt."});
    for (const auto line : text::split(one.part.text, '\n')) out({"<p>", line, "</p>"});
    if (page.may(ScriptAct::edit)) {
        part_buttons(out, context, page, at);
        part_form(out, context, page, at);
    }
    out({"</li>"});
}

void own_part_form(Writer& out, const Context& context, const ScriptPage& page)
{
    const bool is_back = page.fault.status != 200 && page.form.value("part") == "moi";
    const auto version = std::to_string(page.script.version);
    const auto action = scripts_path(page.script.code, "doan");
    const PartWords words{.heading = is_back ? page.form.value("heading") : std::string_view{},
                          .text = is_back ? page.form.value("text") : std::string_view{},
                          .heading_fault = is_back ? page.fault.at("heading") : std::string_view{},
                          .text_fault = is_back ? page.fault.at("text") : std::string_view{},
                          .suffix = is_back ? "" : "-moi"};
    out({"<h2 id=\"loi-dan\">Thêm lời dẫn hoặc đoạn tự viết</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .keeps_draft = true},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = "version", .value = version});
                  web::hidden(fields, {.name = "part", .value = "moi"});
                  word_fields(fields, words);
                  web::form_actions(fields, [&](Writer& buttons) {
                      web::submit_button(
                          buttons, {.text = "Thêm đoạn", .emphasis = web::Emphasis::secondary});
                  });
              });
}

}  // namespace

void part_list(Writer& out, const Context& context, const ScriptPage& page)
{
    out({"<h2 id=\"doan\">Lời đọc</h2>"});
    if (page.parts.empty())
        web::empty_state(out, {.title = "Chưa có đoạn nào",
                               .text = "Lấy bài đã đăng hoặc viết lời dẫn ở phần dưới. Đoạn đứng "
                                       "đầu đọc trước."});
    out({"<ol class=\"news-list\">"});
    for (std::size_t i = 0; i < page.parts.size(); ++i) part_item(out, context, page, i);
    out({"</ol>"});
}

void part_sources(Writer& out, const Context& context, const ScriptPage& page)
{
    if (!page.may(ScriptAct::edit)) return;
    own_part_form(out, context, page);
    out({"<h2 id=\"bai\">Lấy bài đã đăng</h2>"});
    if (page.articles.empty()) {
        out({"<p>Không còn bài nào đăng gần đây.</p>"});
        return;
    }
    const std::array columns{web::Column{.name = "Bài"}, web::Column{.name = "Đăng lúc"},
                             web::Column{.name = "Chọn"}};
    web::table(out, {.caption = "Bài đăng gần đây", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.articles) {
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(one.path), "\">", one.title, "</a>"});
            });
            rows.cell(vietnamese_moment(one.published_at));
            rows.cell([&](Writer& cell) {
                part_button(cell, context, page.script,
                            {.text = "Lấy làm lời đọc",
                             .below = "doan/bai",
                             .what = {.name = "article", .value = one.slug}});
            });
            rows.end();
        }
    });
}

}  // namespace caicach::channel
