#include "newsroom/desk/article_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "newsroom/desk/article_file_views.hpp"
#include "newsroom/desk/remark_views.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/rich_text.hpp"

namespace caicach::newsroom
{
namespace
{

using html::Writer;

bool may(const ArticlePage& page, Act act)
{
    return std::ranges::find(page.acts, act) != page.acts.end();
}

web::Tone tone_of(ArticleState state)
{
    switch (state) {
        case ArticleState::draft:
        case ArticleState::submitted:
            return web::Tone::info;
        case ArticleState::returned:
            return web::Tone::warning;
        case ArticleState::approved:
        case ArticleState::published:
            return web::Tone::success;
        case ArticleState::withdrawn:
            return web::Tone::neutral;
    }
    return web::Tone::neutral;
}

/// What the state means, and what comes next.
std::string standing_of(const ArticlePage& page)
{
    const auto& article = page.article;
    switch (article.state) {
        case ArticleState::draft:
            return "Đang viết. Xong thì gửi ban biên tập; còn lấy lại được khi chưa duyệt.";
        case ArticleState::submitted:
            return page.is_own && may(page, Act::edit)
                       ? "Đang chờ duyệt. Bài của mình do người khác duyệt."
                       : "Đang chờ ban biên tập duyệt; đã tính vào kết quả của cơ quan.";
        case ArticleState::returned:
            return "Ban biên tập trả lại: " + article.reason;
        case ArticleState::approved:
            return "Đã duyệt, sẽ tự đăng lúc " +
                   vietnamese_moment(article.publish_at.value_or(Instant{})) + ".";
        case ArticleState::published:
            return "Đã đăng lúc " + vietnamese_moment(article.published_at.value_or(Instant{})) +
                   " và đã tính vào kết quả của cơ quan.";
        case ArticleState::withdrawn:
            return "Đã gỡ: " + article.reason + " Địa chỉ của bài vẫn còn và nói rõ điều đó.";
    }
    return {};
}

void facts(Writer& out, const ArticlePage& page)
{
    const auto& article = page.article;
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (!value.empty()) web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Cơ quan", page.agency);
        row("Mục", page.section);
        row("Chủ đề", page.theme);
        row("Viết cho", text_of(article.audience));
        row("Ngôn ngữ", text_of(article.language));
        row("Nguồn", page.text.text.source);
        if (article.sent_at) row("Gửi lần đầu", vietnamese_moment(*article.sent_at));
        if (article.state == ArticleState::published) {
            const auto path = news_path(article.slug);
            web::fact(rows, "Trang công khai", [&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", path, "</a>"});
            });
        }
    });
}

/// One click that changes its state.
void post(Writer& buttons, const Context& context, const ArticlePage& page, std::string_view text,
          std::string_view below, web::Emphasis emphasis)
{
    const auto version = std::to_string(page.article.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto action = article_path(page.article.code, below);
    web::post_button(buttons, {.text = text,
                               .action = action,
                               .csrf = context.surroundings().csrf,
                               .emphasis = emphasis,
                               .values = values});
}

void buttons_of(Writer& out, const Context& context, const ArticlePage& page)
{
    const auto edit = article_path(page.article.code, "sua");
    const auto correct = article_path(page.article.code, "dinh-chinh");
    constexpr auto secondary = web::Emphasis::secondary;
    web::form_actions(out, [&](Writer& buttons) {
        if (may(page, Act::submit))
            post(buttons, context, page, "Gửi ban biên tập", "gui", web::Emphasis::primary);
        if (may(page, Act::edit)) web::link_button(buttons, {.text = "Sửa bài", .path = edit});
        if (may(page, Act::take_back))
            post(buttons, context, page, "Lấy lại để sửa", "lay-lai", secondary);
        if (may(page, Act::hold)) post(buttons, context, page, "Hoãn đăng", "hoan", secondary);
        if (may(page, Act::correct))
            web::link_button(buttons, {.text = "Đính chính", .path = correct});
        const auto version = new_version_path(page.article.code);
        if (page.may_write)
            web::link_button(buttons,
                             {.text = page.article.language == Language::vi ? "Viết bản tiếng Anh"
                                                                            : "Viết bản tiếng Việt",
                              .path = version});
        if (may(page, Act::discard)) post(buttons, context, page, "Bỏ bài", "bo", secondary);
    });
}

void approval_form(Writer& out, const Context& context, const ArticlePage& page)
{
    if (!may(page, Act::approve)) return;
    const auto action = article_path(page.article.code, "duyet");
    const auto version = std::to_string(page.article.version);
    out({"<h2 id=\"duyet\">Duyệt</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::date_field(fields, {.name = "publish_on",
                                 .label = "Ngày đăng",
                                 .value = page.form.value("publish_on"),
                                 .hint = "Để trống: đăng ngay.",
                                 .error = page.fault.at("publish_on"),
                                 .requirement = web::Requirement::optional});
        web::number_field(fields, {.field = {.name = "publish_hour",
                                             .label = "Giờ đăng",
                                             .value = page.form.value("publish_hour"),
                                             .hint = "0 đến 23; để trống là 8 giờ.",
                                             .error = page.fault.at("publish_hour"),
                                             .requirement = web::Requirement::optional},
                                   .unit = "giờ"});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Duyệt và đăng"});
        });
    });
}

/// Why it goes back to its agency, or from its readers.
void reason_form(Writer& out, const Context& context, const ArticlePage& page)
{
    const bool is_return = may(page, Act::send_back);
    if (!is_return && !may(page, Act::withdraw)) return;
    const auto action = article_path(page.article.code, is_return ? "tra-lai" : "go");
    const auto version = std::to_string(page.article.version);
    const std::string_view heading = is_return ? "Trả lại cơ quan" : "Gỡ bài";
    out({"<h2 id=\"ly-do\">", heading, "</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_area(fields, {.name = "reason",
                                .label = is_return ? "Cần sửa gì" : "Lý do gỡ, người đọc sẽ thấy",
                                .value = page.form.value("reason"),
                                .error = page.fault.at("reason"),
                                .length_max = limits::note_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = is_return ? "Trả lại" : "Gỡ bài",
                                         .emphasis = web::Emphasis::secondary,
                                         .tone = web::Tone::danger});
        });
    });
}

void hints(Writer& out, const ArticlePage& page)
{
    const bool is_open = may(page, Act::edit) || may(page, Act::approve);
    if (!is_open || page.hints.empty()) return;
    out({"<h2>Gợi ý cho dễ đọc</h2><ul>"});
    for (const auto& one : page.hints) out({"<li>", one, "</li>"});
    out({"</ul>"});
}

void text(Writer& out, const ArticlePage& page)
{
    out({"<h2>Nội dung</h2><p><strong>", page.text.text.summary, "</strong></p>"});
    web::rich_text(out, page.body);
}

}  // namespace

http::Response article_page(const Context& context, const ArticlePage& page)
{
    auto frame = web::frame_of(context, page.article.title);
    frame.crumbs = {{"Viết tin, bài", desk_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.article.title, .caption = page.agency});
            web::notice(out, {.tone = tone_of(page.article.state), .text = standing_of(page)});
            board_changes(out, page);
            facts(out, page);
            buttons_of(out, context, page);
            hints(out, page);
            text(out, page);
            file_list(out, context, page);
            approval_form(out, context, page);
            reason_form(out, context, page);
            remarks(out, context, page);
            history(out, page);
        },
        page.fault.status);
}

}  // namespace caicach::newsroom
