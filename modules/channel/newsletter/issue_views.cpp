#include "channel/newsletter/issue_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "channel/limits.hpp"
#include "channel/newsletter/entry_views.hpp"
#include "channel/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/rich_text.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

constexpr int sending_refresh_seconds = 10;

web::Tone tone_of(IssueState state)
{
    switch (state) {
        case IssueState::draft:
        case IssueState::submitted:
            return web::Tone::info;
        case IssueState::returned:
            return web::Tone::warning;
        case IssueState::approved:
        case IssueState::sent:
            return web::Tone::success;
    }
    return web::Tone::neutral;
}

/// What the state means, and what comes next.
std::string standing_of(const IssuePage& page)
{
    const auto& issue = page.edition.issue;
    switch (issue.state) {
        case IssueState::draft:
            return "Đang soạn. Chọn bài, xem trước rồi gửi duyệt; còn lấy lại được khi chưa duyệt.";
        case IssueState::submitted:
            return page.is_own ? "Đang chờ duyệt. Số mình soạn do người khác duyệt."
                               : "Đang chờ duyệt.";
        case IssueState::returned:
            return "Trả lại để sửa: " + issue.reason;
        case IssueState::approved:
            return "Đã duyệt, sẽ tự phát hành lúc " +
                   vietnamese_moment(issue.release_at.value_or(Instant{})) + ".";
        case IssueState::sent:
            return "Đã phát hành lúc " + vietnamese_moment(issue.released_at.value_or(Instant{})) +
                   " và đã tính vào kết quả của cơ quan.";
    }
    return {};
}

/// One click that changes its state.
void state_button(Writer& buttons, const Context& context, const IssuePage& page,
                  std::string_view text, std::string_view below, web::Emphasis emphasis)
{
    const auto& issue = page.edition.issue;
    const auto version = std::to_string(issue.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto action = composing_path(issue.code, below);
    web::post_button(buttons, {.text = text,
                               .action = action,
                               .csrf = context.surroundings().csrf,
                               .emphasis = emphasis,
                               .values = values});
}

void state_buttons(Writer& out, const Context& context, const IssuePage& page)
{
    const auto& issue = page.edition.issue;
    const bool is_out = issue.state == IssueState::sent;
    const auto preview =
        is_out ? archive_path(issue.slug) : composing_path(issue.code, "xem-truoc");
    constexpr auto secondary = web::Emphasis::secondary;
    web::form_actions(out, [&](Writer& buttons) {
        if (page.may(IssueAct::submit))
            state_button(buttons, context, page, "Gửi duyệt", "gui", web::Emphasis::primary);
        web::link_button(buttons,
                         {.text = is_out ? "Trang công khai" : "Xem trước", .path = preview});
        if (page.may(IssueAct::take_back))
            state_button(buttons, context, page, "Lấy lại để sửa", "lay-lai", secondary);
        if (page.may(IssueAct::hold))
            state_button(buttons, context, page, "Hoãn phát hành", "hoan", secondary);
        if (page.may(IssueAct::discard))
            state_button(buttons, context, page, "Bỏ số này", "bo", secondary);
    });
}

void text_form(Writer& out, const Context& context, const IssuePage& page)
{
    const auto& issue = page.edition.issue;
    const auto version = std::to_string(issue.version);
    const bool is_back = page.fault.field == "title" || page.fault.field == "opening";
    const auto action = composing_path(issue.code, "noi-dung");
    out({"<h2 id=\"loi\">Tên và lời mở đầu</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_field(fields, {.name = "title",
                                 .label = "Tên số bản tin",
                                 .value = is_back ? page.form.value("title") : issue.title,
                                 .error = page.fault.at("title"),
                                 .length_max = limits::title_length_max});
        web::text_area(fields, {.name = "opening",
                                .label = "Lời mở đầu",
                                .value = is_back ? page.form.value("opening") : issue.opening,
                                .hint = "Vài câu: số này có gì cho người đọc.",
                                .error = page.fault.at("opening"),
                                .requirement = web::Requirement::optional,
                                .length_max = limits::opening_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Lưu", .emphasis = web::Emphasis::secondary});
        });
    });
}

void opening_words(Writer& out, const IssuePage& page)
{
    if (page.may(IssueAct::edit) || page.edition.opening.empty()) return;
    out({"<h2>Lời mở đầu</h2>"});
    web::rich_text(out, page.edition.opening);
}

void approval_form(Writer& out, const Context& context, const IssuePage& page)
{
    if (!page.may(IssueAct::approve)) return;
    const auto& issue = page.edition.issue;
    const auto action = composing_path(issue.code, "duyet");
    const auto version = std::to_string(issue.version);
    out({"<h2 id=\"duyet\">Duyệt</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::date_field(fields, {.name = "release_on",
                                 .label = "Ngày phát hành",
                                 .value = page.form.value("release_on"),
                                 .hint = "Để trống: phát hành ngay.",
                                 .error = page.fault.at("release_on"),
                                 .requirement = web::Requirement::optional});
        web::number_field(fields, {.field = {.name = "release_hour",
                                             .label = "Giờ phát hành",
                                             .value = page.form.value("release_hour"),
                                             .hint = "0 đến 23; để trống là 8 giờ.",
                                             .error = page.fault.at("release_hour"),
                                             .requirement = web::Requirement::optional},
                                   .unit = "giờ"});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Duyệt và phát hành"});
        });
    });
}

void return_form(Writer& out, const Context& context, const IssuePage& page)
{
    if (!page.may(IssueAct::send_back)) return;
    const auto& issue = page.edition.issue;
    const auto action = composing_path(issue.code, "tra-lai");
    const auto version = std::to_string(issue.version);
    out({"<h2 id=\"tra-lai\">Trả lại người soạn</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_area(fields, {.name = "reason",
                                .label = "Cần sửa gì",
                                .value = page.form.value("reason"),
                                .error = page.fault.at("reason"),
                                .length_max = limits::reason_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Trả lại",
                                         .emphasis = web::Emphasis::secondary,
                                         .tone = web::Tone::danger});
        });
    });
}

}  // namespace

http::Response issue_page(const Context& context, const IssuePage& page)
{
    const auto& edition = page.edition;
    auto frame = web::frame_of(context, edition.issue.title);
    frame.crumbs = {{"Soạn bản tin", composing_path()}};
    if (page.sending && is_under_way(*page.sending))
        frame.refresh_seconds = sending_refresh_seconds;
    const bool is_out = edition.issue.state == IssueState::sent;
    const auto caption = edition.agency + " · " + edition.number + (is_out ? "" : " (dự kiến)");
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = edition.issue.title, .caption = caption});
            web::notice(out, {.tone = tone_of(edition.issue.state), .text = standing_of(page)});
            state_buttons(out, context, page);
            if (page.sending) sending_part(out, *page.sending);
            opening_words(out, page);
            entry_list(out, context, page);
            candidate_list(out, context, page);
            if (page.may(IssueAct::edit)) text_form(out, context, page);
            approval_form(out, context, page);
            return_form(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
