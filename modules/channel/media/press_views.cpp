#include "channel/media/press_views.hpp"

#include <array>

#include "channel/media/limits.hpp"
#include "channel/media/paths.hpp"
#include "once/once.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

constexpr std::string_view asking_outlets = "noi-hoi";

web::Tag standing_of_request(const PressRequest& request, Date today)
{
    if (request.state == PressState::open && request.is_late(today))
        return {.text = "Quá hạn trả lời", .tone = web::Tone::danger};
    if (request.state == PressState::open)
        return {.text = text_of(request.state), .tone = web::Tone::warning};
    if (request.state == PressState::answered)
        return {.text = text_of(request.state), .tone = web::Tone::success};
    return {.text = text_of(request.state)};
}

void requests_table(Writer& out, const PressListPage& page, Date today)
{
    if (page.requests.empty()) {
        web::empty_state(out, {.title = "Chưa có yêu cầu nào của báo chí",
                               .text = "Khi nhà báo gọi hoặc gửi câu hỏi, ghi ngay ở dưới; hạn trả "
                                       "lời tự tính theo ngày làm việc."});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Nội dung"}, web::Column{.name = "Báo, đài"},
                                 web::Column{.name = "Hình thức"},
                                 web::Column{.name = "Hạn trả lời"},
                                 web::Column{.name = "Tình trạng"}};
    web::table(
        out, {.caption = "Yêu cầu, gấp nhất trước", .columns = columns}, [&](web::Rows& rows) {
            for (const auto& one : page.requests) {
                const auto path = press_path(one.code);
                rows.begin();
                rows.cell([&](Writer& cell) {
                    cell({"<a href=\"", html::url(path), "\">", one.subject, "</a>"});
                });
                rows.cell(one.outlet_name);
                rows.cell(text_of(one.manner));
                rows.cell([&](Writer& cell) { web::date(cell, one.due_on); });
                rows.cell([&](Writer& cell) { web::tag(cell, standing_of_request(one, today)); });
                rows.end();
            }
        });
}

void asking_fields(Writer& out, const PressListPage& page)
{
    std::vector<std::string> names;
    names.reserve(page.outlets.size());
    for (const auto& one : page.outlets)
        if (one.is_active) names.push_back(one.name);
    web::names_list(out, asking_outlets, names);
    web::text_field(out, {.name = "outlet",
                          .label = "Báo, đài hỏi",
                          .value = page.form.value("outlet"),
                          .error = page.fault.at("outlet"),
                          .length_max = media_limits::outlet_length_max,
                          .list_id = asking_outlets});
    if (!page.fault.at("outlet").empty() || page.form.has("adds_outlet", "1"))
        web::checkbox_field(out,
                            {.field = {.name = "adds_outlet",
                                       .label = "Thêm tên này vào danh mục báo, đài, trang đăng",
                                       .requirement = web::Requirement::optional},
                             .is_checked = page.form.has("adds_outlet", "1")});
    web::text_field(out, {.name = "journalist",
                          .label = "Nhà báo và cách liên lạc",
                          .value = page.form.value("journalist"),
                          .hint = "Chỉ giữ đến khi trả lời xong, rồi xóa.",
                          .error = page.fault.at("journalist"),
                          .length_max = media_limits::journalist_length_max});
}

void question_fields(Writer& out, const PressListPage& page)
{
    std::vector<web::Choice> manners;
    for (const auto manner : {PressManner::written, PressManner::interview})
        manners.push_back({.value = key_of(manner),
                           .label = text_of(manner),
                           .is_chosen = page.form.value("manner") == key_of(manner)});
    web::radio_field(
        out, {.field = {.name = "manner", .label = "Hình thức", .error = page.fault.at("manner")},
              .choices = manners});
    web::date_field(out, {.name = "asked_on",
                          .label = "Ngày nhận",
                          .value = page.form.value("asked_on"),
                          .error = page.fault.at("asked_on")});
    web::text_field(out, {.name = "subject",
                          .label = "Hỏi về việc gì",
                          .value = page.form.value("subject"),
                          .error = page.fault.at("subject"),
                          .length_max = media_limits::title_length_max});
    web::text_area(out, {.name = "question",
                         .label = "Câu hỏi",
                         .value = page.form.value("question"),
                         .error = page.fault.at("question"),
                         .requirement = web::Requirement::optional,
                         .length_max = media_limits::question_length_max});
}

void agency_filter_of_press(Writer& out, const PressListPage& page)
{
    if (page.agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.id == page.agency.id});
    const auto action = press_path();
    web::filter_form(
        out, {.action = action, .results_id = "yeu-cau", .label = "Chọn cơ quan"},
        [&](Writer& fields) {
            web::combobox_field(
                fields, {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = choices});
        });
}

void request_facts(Writer& out, const PressPage& page)
{
    const auto& request = page.request;
    web::facts(out, [&](Writer& rows) {
        const auto plain = [&](std::string_view name, std::string_view text) {
            if (!text.empty()) web::fact(rows, name, [&](Writer& value) { value({text}); });
        };
        plain("Báo, đài", request.outlet_name);
        plain("Nhà báo và cách liên lạc", request.journalist);
        plain("Hình thức", text_of(request.manner));
        plain("Ngày nhận", request.asked_on.vietnamese());
        plain("Hạn trả lời", request.due_on.vietnamese());
        plain("Người nhận việc", page.taken_by);
        plain("Câu hỏi", request.question);
        plain(request.state == PressState::declined ? "Vì sao không trả lời" : "Đã trả lời",
              request.answer);
        if (request.answered_on) plain("Ngày xong", request.answered_on->vietnamese());
    });
}

void answer_form(Writer& out, const Context& context, const PressPage& page)
{
    const auto action = press_path(page.request.code, "tra-loi");
    const auto version = std::to_string(page.request.version);
    out({"<h2>Trả lời</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .keeps_draft = true},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = "version", .value = version});
                  web::text_area(fields, {.name = "answer",
                                          .label = "Nội dung đã trả lời",
                                          .value = page.form.value("answer"),
                                          .error = page.fault.at("answer"),
                                          .length_max = media_limits::answer_length_max});
                  web::date_field(fields, {.name = "answered_on",
                                           .label = "Ngày trả lời",
                                           .value = page.form.value("answered_on"),
                                           .error = page.fault.at("answered_on")});
                  web::form_actions(fields, [&](Writer& buttons) {
                      web::submit_button(buttons, {.text = "Ghi đã trả lời"});
                  });
              });
}

void decline_form(Writer& out, const Context& context, const PressPage& page)
{
    const bool is_open = page.fault.field == "reason";
    const auto action = press_path(page.request.code, "khong-tra-loi");
    const auto version = std::to_string(page.request.version);
    out({"<details class=\"quiet-details\"", html::when(is_open, " open"),
         "><summary>Không trả lời</summary>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_field(fields, {.name = "reason",
                                 .label = "Vì sao không trả lời",
                                 .value = page.form.value("reason"),
                                 .error = page.fault.at("reason"),
                                 .length_max = media_limits::reason_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(
                buttons, {.text = "Kết thúc, không trả lời", .emphasis = web::Emphasis::secondary});
        });
    });
    out({"</details>"});
}

void take_button(Writer& out, const Context& context, const PressPage& page)
{
    if (page.request.taken_by == context.actor().account) return;
    const auto action = press_path(page.request.code, "nhan");
    const auto version = std::to_string(page.request.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    web::post_button(out, {.text = "Tôi nhận việc này",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .values = values});
}

}  // namespace

http::Response press_list_page(const Context& context, const PressListPage& page)
{
    auto frame = web::frame_of(context, "Yêu cầu của báo chí");
    const auto action = press_path();
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Yêu cầu của báo chí", .caption = page.agency.name});
            agency_filter_of_press(out, page);
            out({"<div id=\"yeu-cau\">"});
            requests_table(out, page, context.today());
            out({"</div><h2>Ghi yêu cầu mới</h2>"});
            web::form(out,
                      {.action = action,
                       .csrf = context.surroundings().csrf,
                       .keeps_draft = true,
                       .taken_keys = page.taken_keys},
                      [&](Writer& fields) {
                          web::hidden(fields, {.name = once::field, .value = page.key});
                          web::hidden(fields, {.name = "agency", .value = page.agency.code});
                          asking_fields(fields, page);
                          question_fields(fields, page);
                          web::form_actions(fields, [&](Writer& buttons) {
                              web::submit_button(buttons, {.text = "Ghi yêu cầu"});
                          });
                      });
        },
        page.fault.status);
}

http::Response press_page(const Context& context, const PressPage& page)
{
    const auto& request = page.request;
    auto frame = web::frame_of(context, request.subject);
    frame.crumbs = {{"Yêu cầu của báo chí", press_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = request.subject, .caption = page.agency});
            if (request.state == PressState::open && request.is_late(context.today()))
                web::notice(
                    out, {.tone = web::Tone::danger,
                          .text = "Đã quá hạn trả lời ngày " + request.due_on.vietnamese() + "."});
            if (request.state == PressState::answered)
                web::notice(out, {.tone = web::Tone::success,
                                  .text = "Đã trả lời và đã tính vào kết quả của cơ quan."});
            request_facts(out, page);
            if (request.state != PressState::open) return;
            take_button(out, context, page);
            answer_form(out, context, page);
            decline_form(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
