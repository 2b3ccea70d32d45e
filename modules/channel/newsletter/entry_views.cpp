#include "channel/newsletter/entry_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "channel/limits.hpp"
#include "channel/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

struct EntryButton {
    std::string_view text{};
    std::string_view below{};  ///< the issue: "bai/len"
    std::string_view slug{};   ///< of the article
    web::Emphasis emphasis{web::Emphasis::secondary};
};
void entry_button(Writer& out, const Context& context, const Issue& issue,
                  const EntryButton& button)
{
    const auto version = std::to_string(issue.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version},
                            web::HiddenValue{.name = "article", .value = button.slug}};
    const auto action = composing_path(issue.code, button.below);
    web::post_button(out, {.text = button.text,
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = button.emphasis,
                           .values = values,
                           .is_small = true});
}

void headline_form(Writer& out, const Context& context, const IssuePage& page, std::size_t at)
{
    const auto& issue = page.edition.issue;
    const auto& one = page.edition.articles[at];
    const bool is_wrong =
        page.fault.field == "headline" && page.form.value("article") == one.article.slug;
    const auto action = composing_path(issue.code, "bai/tieu-de");
    const auto version = std::to_string(issue.version);
    const auto id = "headline-" + std::to_string(at + 1);
    out({"<details class=\"quiet-details\"", html::when(is_wrong, " open"),
         "><summary>Tiêu đề riêng</summary>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::hidden(fields, {.name = "article", .value = one.article.slug});
        web::text_field(fields, {.name = "headline",
                                 .label = "Tiêu đề trong bản tin",
                                 .value = is_wrong ? page.form.value("headline") : one.own,
                                 .hint = "Để trống: lấy tiêu đề của bài.",
                                 .error = is_wrong ? page.fault.at("headline") : std::string_view{},
                                 .id = id,
                                 .requirement = web::Requirement::optional,
                                 .length_max = limits::headline_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(
                buttons,
                {.text = "Lưu tiêu đề", .emphasis = web::Emphasis::secondary, .is_small = true});
        });
    });
    out({"</details>"});
}

void entry_buttons(Writer& out, const Context& context, const IssuePage& page, std::size_t at)
{
    const auto& issue = page.edition.issue;
    const auto& slug = page.edition.articles[at].article.slug;
    const auto name = "Bài " + std::to_string(at + 1);
    out({"<div class=\"form__actions\" role=\"group\" aria-label=\"", name, "\">"});
    if (at > 0)
        entry_button(out, context, issue, {.text = "Lên", .below = "bai/len", .slug = slug});
    if (at + 1 < page.edition.articles.size())
        entry_button(out, context, issue, {.text = "Xuống", .below = "bai/xuong", .slug = slug});
    entry_button(out, context, issue,
                 {.text = "Bỏ khỏi số",
                  .below = "bai/bo",
                  .slug = slug,
                  .emphasis = web::Emphasis::tertiary});
    out({"</div>"});
}

void entry(Writer& out, const Context& context, const IssuePage& page, std::size_t at)
{
    const auto& one = page.edition.articles[at];
    const auto note = one.agency + " · " + vietnamese_moment(one.article.published_at);
    out({"<li class=\"news-item\" id=\"", one.article.slug, "\"><h3><a href=\"",
         html::url(one.article.path), "\">", one.title, "</a></h3><p class=\"news-note\">", note,
         "</p>"});
    if (!one.own.empty())
        out({"<p class=\"news-note\">Tiêu đề của bài: ", one.article.title, "</p>"});
    if (one.article.is_withdrawn)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Bài này đã được gỡ: người đọc không thấy nội dung nữa."});
    if (page.may(IssueAct::edit)) {
        entry_buttons(out, context, page, at);
        headline_form(out, context, page, at);
    }
    out({"</li>"});
}

void address_form(Writer& out, const Context& context, const IssuePage& page)
{
    const auto& issue = page.edition.issue;
    const auto action = composing_path(issue.code, "bai");
    const auto version = std::to_string(issue.version);
    const bool is_wrong = page.fault.field == "article";
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_field(fields,
                        {.name = "article",
                         .label = "Địa chỉ của bài cũ hơn",
                         .value = is_wrong ? page.form.value("article") : std::string_view{},
                         .hint = "Chép từ thanh địa chỉ của trang bài: …/tin-bai/mot-cua-thu-bay",
                         .error = page.fault.at("article"),
                         .length_max = limits::address_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons,
                               {.text = "Thêm bài này", .emphasis = web::Emphasis::secondary});
        });
    });
}

}  // namespace

void entry_list(Writer& out, const Context& context, const IssuePage& page)
{
    out({"<h2 id=\"bai\">Bài trong số</h2>"});
    if (page.edition.articles.empty())
        web::empty_state(out, {.title = "Chưa có bài nào",
                               .text = "Thêm bài đã đăng ở phần dưới. Bài đứng đầu là bài người "
                                       "đọc thấy trước."});
    out({"<ol class=\"news-list\">"});
    for (std::size_t i = 0; i < page.edition.articles.size(); ++i) entry(out, context, page, i);
    out({"</ol>"});
}

void candidate_list(Writer& out, const Context& context, const IssuePage& page)
{
    if (!page.may(IssueAct::edit)) return;
    out({"<h2 id=\"them\">Bài chọn được</h2>"});
    if (page.candidates.empty()) {
        out({"<p>Không còn bài nào đăng từ số trước đến nay.</p>"});
    } else {
        const std::array columns{web::Column{.name = "Bài"}, web::Column{.name = "Cơ quan"},
                                 web::Column{.name = "Đăng lúc"}, web::Column{.name = "Chọn"}};
        web::table(out, {.caption = "Bài đăng từ số trước", .columns = columns},
                   [&](web::Rows& rows) {
                       for (std::size_t i = 0; i < page.candidates.size(); ++i) {
                           const auto& one = page.candidates[i];
                           rows.begin();
                           rows.cell([&](Writer& cell) {
                               cell({"<a href=\"", html::url(one.path), "\">", one.title, "</a>"});
                           });
                           rows.cell(page.candidate_agencies[i]);
                           rows.cell(vietnamese_moment(one.published_at));
                           rows.cell([&](Writer& cell) {
                               entry_button(cell, context, page.edition.issue,
                                            {.text = "Thêm", .below = "bai", .slug = one.slug});
                           });
                           rows.end();
                       }
                   });
    }
    address_form(out, context, page);
}

}  // namespace caicach::channel
