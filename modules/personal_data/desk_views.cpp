#include "personal_data/desk_views.hpp"

#include <algorithm>
#include <array>

#include "personal_data/limits.hpp"
#include "personal_data/paths.hpp"
#include "personal_data/state_views.hpp"
#include "text/number.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::personal_data
{

namespace
{

using html::Writer;

constexpr std::string_view inbox_title = "Yêu cầu về dữ liệu cá nhân";

std::string page_path(const RequestsPage& page, std::size_t first)
{
    const auto number = std::to_string(first);
    return page.is_answered ? answered_path() + "&tu=" + number : requests_path() + "?tu=" + number;
}

void requests_table(Writer& out, const RequestsPage& page, Date today)
{
    constexpr std::array columns{web::Column{.name = "Mã"},
                                 web::Column{.name = "Yêu cầu"},
                                 web::Column{.name = "Người yêu cầu"},
                                 web::Column{.name = "Ngày nhận"},
                                 web::Column{.name = "Hạn"},
                                 web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = "Gần hạn nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.requests) {
            const auto path = request_path(one.code);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", one.code, "</a>"});
            });
            rows.cell(text_of(one.kind));
            rows.cell(one.asker);
            rows.cell([&](Writer& cell) { web::date(cell, one.received_on); });
            rows.cell([&](Writer& cell) { web::date(cell, one.due()); });
            rows.cell([&](Writer& cell) { state_tag(cell, one, today); });
            rows.end();
        }
    });
}

void pages(Writer& out, const RequestsPage& page)
{
    const auto last = page.first + page.requests.size();
    const auto back = page.first - std::min(page.first, limits::requests_per_page);
    const auto previous = page.first > 0 ? page_path(page, back) : std::string{};
    const auto next = last < page.found ? page_path(page, last) : std::string{};
    const auto shown = "Yêu cầu " + std::to_string(page.first + 1) + "–" + std::to_string(last) +
                       " trong " + std::to_string(page.found);
    web::pagination(out, {.previous_path = previous, .next_path = next, .shown = shown});
}

void overdue_notice(Writer& out, const RequestsPage& page)
{
    if (page.overdue == 0) return;
    web::notice(out, {.tone = web::Tone::danger,
                      .text = text::format_integer(static_cast<std::int64_t>(page.overdue)) +
                              " yêu cầu đã quá hạn. Hãy giải quyết trước."});
}

void request_facts(Writer& out, const RequestPage& page, Date today)
{
    const auto& request = page.request;
    const auto day = [](std::optional<Date> date) {
        return date ? date->vietnamese() : std::string{};
    };
    const auto received = request.received_on.vietnamese();
    const auto acknowledge_by = request.acknowledge_by.vietnamese();
    const auto acknowledged = day(request.acknowledged_on);
    const auto finish_by = request.finish_by.vietnamese();
    const auto answered = day(request.answered_on);
    const std::array rows{
        web::Fact{.name = "Người yêu cầu", .value = request.asker},
        web::Fact{.name = "Có tài khoản", .value = request.account ? "Có" : "Không"},
        web::Fact{.name = "Nơi nhận trả lời", .value = request.contact},
        web::Fact{.name = "Nội dung", .value = request.wish},
        web::Fact{.name = "Nơi tiếp nhận", .value = page.agency},
        web::Fact{.name = "Ngày nhận", .value = received},
        web::Fact{.name = "Xác nhận chậm nhất ngày", .value = acknowledge_by},
        web::Fact{.name = "Đã xác nhận ngày", .value = acknowledged},
        web::Fact{.name = "Bên khác cùng phải thực hiện", .value = request.with_others ? "Có" : ""},
        web::Fact{.name = "Thực hiện chậm nhất ngày", .value = finish_by},
        web::Fact{.name = "Lý do gia hạn", .value = request.extension_reason},
        web::Fact{.name = "Căn cứ của thời hạn", .value = page.rule.source},
        web::Fact{.name = "Ngày trả lời", .value = answered},
        web::Fact{.name = "Trả lời", .value = request.answer}};
    out({"<p>"});
    state_tag(out, request, today);
    out({"</p>"});
    web::facts(out, rows);
}

void acknowledgement_form(Writer& out, const Context& context, const RequestPage& page)
{
    const auto action = acknowledgement_path(page.request.code);
    const auto hint = "Thời hạn là " + std::to_string(page.rule.days_with_others) +
                      " ngày thay vì " + std::to_string(page.rule.days) + " ngày.";
    out(
        {"<h2>Xác nhận đã nhận</h2><p>Báo cho người yêu cầu biết đã nhận, làm theo trình tự nào "
         "và ",
         "chậm nhất ngày nào xong.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        if (page.rule.days_with_others != page.rule.days) {
            web::checkbox_field(fields,
                                {.field = {.name = "others",
                                           .label = "Bên xử lý hoặc bên thứ ba cũng phải thực hiện",
                                           .hint = hint,
                                           .requirement = web::Requirement::optional}});
        }
        web::submit_button(fields, {.text = "Xác nhận đã nhận"});
    });
}

void extension_form(Writer& out, const Context& context, const RequestPage& page,
                    const web::Fault& fault)
{
    const auto action = extension_path(page.request.code);
    const auto hint = "Chậm nhất ngày " + page.extendable_to.vietnamese() + "; chỉ một lần.";
    out({"<h2>Gia hạn</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::date_field(fields, {.name = "until",
                                 .label = "Hạn mới",
                                 .value = page.typed.until,
                                 .hint = hint,
                                 .error = fault.at("until")});
        web::text_field(fields, {.name = "reason",
                                 .label = "Lý do, báo cho người yêu cầu",
                                 .value = page.typed.reason,
                                 .error = fault.at("reason"),
                                 .length_max = static_cast<int>(limits::reason_length_max)});
        web::submit_button(fields, {.text = "Gia hạn", .emphasis = web::Emphasis::secondary});
    });
}

/// What "done" does by itself, for a person with an account.
std::string_view consequence_of(const DataRequest& request)
{
    if (!request.account) return "Ghi việc đã làm ở ngoài phần mềm và trả lời người yêu cầu.";
    switch (request.kind) {
        case RequestKind::access:
            return "Người yêu cầu tự tải được mọi dữ liệu về mình ở trang Dữ liệu cá nhân của tôi.";
        case RequestKind::correction:
            return "Dữ liệu đúng ghi dưới đây thay dữ liệu của tài khoản.";
        case RequestKind::deletion:
            return "Họ tên, tên đăng nhập, mật khẩu, vai trò, phiên đăng nhập và lời của người yêu "
                   "cầu bị xóa, tài khoản khóa. Không hoàn lại được. Nhật ký giữ nguyên.";
        case RequestKind::restriction:
            return "Tài khoản bị khóa, dữ liệu giữ nguyên.";
        case RequestKind::objection:
        case RequestKind::withdrawal:
            return "Mọi sự đồng ý của người này được rút lại.";
    }
    return {};
}

void correction_fields(Writer& fields, const RequestPage& page, const web::Fault& fault)
{
    web::text_field(fields, {.name = "name",
                             .label = "Họ tên đúng",
                             .value = page.typed.name,
                             .error = fault.at("name"),
                             .requirement = web::Requirement::optional});
    web::text_field(fields, {.name = "user_name",
                             .label = "Tên đăng nhập đúng",
                             .value = page.typed.user_name,
                             .error = fault.at("user_name"),
                             .requirement = web::Requirement::optional});
}

void answer_form(Writer& out, const Context& context, const RequestPage& page,
                 const web::Fault& fault)
{
    const auto& request = page.request;
    const auto action = answer_path(request.code);
    const std::array outcomes{web::Choice{.value = "done",
                                          .label = "Đã thực hiện",
                                          .hint = consequence_of(request),
                                          .is_chosen = page.typed.outcome == "done"},
                              web::Choice{.value = "refused",
                                          .label = "Từ chối",
                                          .hint = "Nêu lý do theo luật và nơi khiếu nại.",
                                          .is_chosen = page.typed.outcome == "refused"}};
    out({"<h2>Trả lời</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::radio_field(
            fields, {.field = {.name = "outcome", .label = "Kết quả", .error = fault.at("outcome")},
                     .choices = outcomes});
        if (request.account && request.kind == RequestKind::correction)
            correction_fields(fields, page, fault);
        web::text_area(fields, {.name = "answer",
                                .label = "Lời trả lời người yêu cầu",
                                .value = page.typed.answer,
                                .error = fault.at("answer"),
                                .length_max = static_cast<int>(limits::answer_length_max)});
        if (request.account && request.kind == RequestKind::deletion) {
            web::checkbox_field(fields, {.field = {.name = "checked",
                                                   .label = "Tôi đã xác minh đúng người yêu cầu",
                                                   .hint = "Chỉ cần khi thực hiện việc xóa.",
                                                   .error = fault.at("checked"),
                                                   .requirement = web::Requirement::optional}});
        }
        web::submit_button(fields, {.text = "Trả lời"});
    });
}

void steps(Writer& out, const Context& context, const RequestPage& page, const web::Fault& fault)
{
    const auto& request = page.request;
    if (!request.is_open() || !page.may_answer) return;
    if (request.state == RequestState::received) acknowledgement_form(out, context, page);
    answer_form(out, context, page, fault);
    const bool may_extend = request.state == RequestState::acknowledged &&
                            request.extension_reason.empty() &&
                            page.extendable_to > request.finish_by;
    if (may_extend) extension_form(out, context, page, fault);
}

/// The letter, once for each who might sign it on the day of the answer.
void reply(Writer& out, const RequestPage& page)
{
    if (page.request.is_open()) return;
    const auto file = reply_path(page.request.code);
    const auto printed = printed_reply_path(page.request.code);
    out(
        {"<h2>Văn bản trả lời</h2><p>Bản thảo theo thể thức của Nghị định 30/2020/NĐ-CP, để trình "
         "ký và gửi người yêu cầu: Word để sửa, PDF để xem và in.</p>"});
    if (page.signatures.empty()) {
        out({"<p>Chưa ghi ai ký văn bản của cơ quan vào ngày trả lời; phần ký để trống.</p>"});
        web::form_actions(out, [&](Writer& buttons) {
            web::link_button(buttons, {.text = "Tải về (Word)", .path = file, .is_download = true});
            web::link_button(buttons,
                             {.text = "Tải về (PDF)", .path = printed, .is_download = true});
        });
        return;
    }
    out({"<p>Chọn người ký để tải về:</p><ul>"});
    for (const auto& one : page.signatures) {
        const auto signer = "?nguoi_ky=" + std::to_string(one.signer.value);
        out({"<li>", one.text, ": <a href=\"", html::url(file + signer), "\" download>Word",
             "<span class=\"visually-hidden\">, ", one.text, "</span></a>, <a href=\"",
             html::url(printed + signer), "\" download>PDF<span class=\"visually-hidden\">, ",
             one.text, "</span></a></li>"});
    }
    out({"</ul>"});
}

void paper_fields(Writer& fields, const NewRequestPage& page, const web::Fault& fault)
{
    const auto kinds = kind_choices(page.kind);
    web::text_field(fields, {.name = "asker",
                             .label = "Họ tên người yêu cầu",
                             .value = page.asker,
                             .error = fault.at("asker"),
                             .length_max = static_cast<int>(limits::name_length_max)});
    web::text_field(fields, {.name = "contact",
                             .label = "Nơi nhận trả lời",
                             .value = page.contact,
                             .hint = "Địa chỉ, số điện thoại hoặc thư điện tử. Không ghi số căn "
                                     "cước, không chụp giấy tờ.",
                             .error = fault.at("contact"),
                             .length_max = static_cast<int>(limits::contact_length_max)});
    web::select_field(
        fields, {.field = {.name = "kind", .label = "Người đó yêu cầu", .error = fault.at("kind")},
                 .choices = kinds,
                 .none_text = "Chọn yêu cầu"});
    web::text_area(fields,
                   {.name = "wish",
                    .label = "Nội dung",
                    .value = page.wish,
                    .hint = "Chỉ bắt buộc khi yêu cầu chỉnh sửa: dữ liệu nào sai, đúng là gì.",
                    .error = fault.at("wish"),
                    .requirement = web::Requirement::optional,
                    .length_max = static_cast<int>(limits::wish_length_max)});
    web::date_field(fields, {.name = "received_on",
                             .label = "Ngày nhận",
                             .value = page.received_on,
                             .hint = "Ngày ghi trên phiếu; thời hạn tính từ ngày sau đó.",
                             .error = fault.at("received_on")});
}

}  // namespace

http::Response requests_page(const Context& context, const RequestsPage& page)
{
    auto frame = web::frame_of(context, std::string(inbox_title));
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = inbox_title}, [](Writer& actions) {
            const auto make = new_request_path();
            const auto file = requests_file_path();
            web::link_button(actions, {.text = "Nhận yêu cầu trên giấy", .path = make});
            web::link_button(actions, {.text = "Tải về (CSV)", .path = file, .is_download = true});
        });
        const auto open = requests_path();
        const auto answered = answered_path();
        const std::array views{
            web::Tab{.text = "Đang giải quyết", .path = open, .is_current = !page.is_answered},
            web::Tab{.text = "Đã trả lời", .path = answered, .is_current = page.is_answered}};
        web::tabs(out, "Các yêu cầu", views);
        overdue_notice(out, page);
        if (page.requests.empty()) {
            web::empty_state(out,
                             {.title = "Không có yêu cầu nào",
                              .text = "Yêu cầu gửi từ trang Dữ liệu cá nhân của tôi, hoặc nhận "
                                      "trên giấy, hiện ở đây."});
            return;
        }
        requests_table(out, page, context.today());
        pages(out, page);
    });
}

http::Response new_request_page(const Context& context, const NewRequestPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Nhận yêu cầu trên giấy");
    frame.crumbs = {{.text = std::string(inbox_title), .path = requests_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Nhận yêu cầu trên giấy",
                                  .lead = "Cho người không có tài khoản. Thời hạn như yêu cầu gửi "
                                          "trên mạng."});
            const auto action = requests_path();
            web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                      [&](Writer& fields) {
                          paper_fields(fields, page, fault);
                          web::submit_button(fields, {.text = "Ghi nhận"});
                      });
        },
        fault.status);
}

http::Response request_page(const Context& context, const RequestPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto title = std::string(text_of(page.request.kind));
    auto frame = web::frame_of(context, title);
    frame.crumbs = {{.text = std::string(inbox_title), .path = requests_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = title, .caption = page.request.code},
                            [](Writer& actions) { web::print_button(actions); });
            request_facts(out, page, context.today());
            reply(out, page);
            steps(out, context, page, fault);
        },
        fault.status);
}

}  // namespace caicach::personal_data
