#include "personal_data/own_data_views.hpp"

#include <algorithm>
#include <array>

#include "personal_data/limits.hpp"
#include "personal_data/paths.hpp"
#include "personal_data/state_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::personal_data
{

namespace
{

using html::Writer;

void kept_sections(Writer& out, const OwnDataPage& page)
{
    constexpr std::array columns{web::Column{.name = "Phần"},
                                 web::Column{.name = "Khi xóa dữ liệu"}};
    out({"<h2>Phần mềm giữ gì về bạn</h2>"});
    const auto path = download_path();
    web::link_button(out,
                     {.text = "Tải mọi dữ liệu về tôi (ZIP)", .path = path, .is_download = true});
    web::table(out, {.caption = "Các phần có trong tệp tải về", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto* section : page.sections) {
                       rows.begin();
                       rows.cell(section->title);
                       rows.cell(section->kept);
                       rows.end();
                   }
               });
}

void consent(Writer& out, const Context& context, const Choice& choice)
{
    const bool is_given = choice.is_given();
    out({"<h3>", choice.purpose.title, "</h3><p>", choice.purpose.text, "</p><p>"});
    if (is_given && choice.last) {
        const auto since = "Đã đồng ý ngày " + Date::of(choice.last->at).vietnamese();
        web::tag(out, {.text = since, .tone = web::Tone::success});
    } else {
        web::tag(out, {.text = choice.is_outdated() ? "Lời đã đổi, cần hỏi lại" : "Chưa đồng ý"});
    }
    out({"</p>"});
    const auto action = consents_path();
    const auto wording = std::to_string(choice.purpose.wording);
    const std::array values{web::HiddenValue{.name = "purpose", .value = choice.purpose.key},
                            web::HiddenValue{.name = "wording", .value = wording},
                            web::HiddenValue{.name = "given", .value = is_given ? "" : "1"}};
    web::post_button(out, {.text = is_given ? "Rút lại sự đồng ý" : "Đồng ý",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .values = values});
}

void consents(Writer& out, const Context& context, const OwnDataPage& page)
{
    out(
        {"<h2>Điều bạn đồng ý</h2><p>Những việc dưới đây chỉ được làm khi bạn đồng ý. Không trả "
         "lời ",
         "là không đồng ý; rút lại lúc nào cũng được.</p>"});
    for (const auto& choice : page.choices) consent(out, context, choice);
}

void request(Writer& out, const DataRequest& request, Date today)
{
    out({"<h3>", text_of(request.kind), " – ", request.code, "</h3><p>"});
    state_tag(out, request, today);
    out({"</p>"});
    const auto received = request.received_on.vietnamese();
    const auto acknowledge_by = request.acknowledge_by.vietnamese();
    const auto finish_by = request.finish_by.vietnamese();
    const auto answered = request.answered_on ? request.answered_on->vietnamese() : std::string{};
    const std::array rows{web::Fact{.name = "Nội dung", .value = request.wish},
                          web::Fact{.name = "Ngày nhận", .value = received},
                          web::Fact{.name = "Xác nhận chậm nhất ngày", .value = acknowledge_by},
                          web::Fact{.name = "Thực hiện chậm nhất ngày", .value = finish_by},
                          web::Fact{.name = "Lý do gia hạn", .value = request.extension_reason},
                          web::Fact{.name = "Ngày trả lời", .value = answered},
                          web::Fact{.name = "Trả lời", .value = request.answer}};
    web::facts(out, rows);
}

void new_request(Writer& out, const Context& context, const OwnDataPage& page,
                 const web::Fault& fault)
{
    const auto action = own_requests_path();
    const auto kinds = kind_choices(page.kind);
    out({"<h3>Gửi yêu cầu mới</h3>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::select_field(
            fields, {.field = {.name = "kind",
                               .label = "Bạn yêu cầu",
                               .hint = "Xóa: tài khoản không đăng nhập được nữa. Hạn chế: tài "
                                       "khoản bị khóa, dữ liệu giữ nguyên.",
                               .error = fault.at("kind")},
                     .choices = kinds,
                     .none_text = "Chọn yêu cầu"});
        web::text_area(fields, {.name = "wish",
                                .label = "Nội dung",
                                .value = page.wish,
                                .hint = "Chỉ bắt buộc khi yêu cầu chỉnh sửa: dữ liệu nào sai, đúng "
                                        "là gì. Yêu cầu khác không phải nêu lý do.",
                                .error = fault.at("wish"),
                                .requirement = web::Requirement::optional,
                                .length_max = static_cast<int>(limits::wish_length_max)});
        web::text_field(fields, {.name = "contact",
                                 .label = "Nơi nhận trả lời",
                                 .value = page.contact,
                                 .hint = "Cần khi tài khoản bị khóa hoặc xóa; trả lời luôn hiện ở "
                                         "trang này.",
                                 .error = fault.at("contact"),
                                 .requirement = web::Requirement::optional});
        web::submit_button(fields, {.text = "Gửi yêu cầu"});
    });
}

void looks(Writer& out, const OwnDataPage& page)
{
    constexpr std::array columns{web::Column{.name = "Lúc"}, web::Column{.name = "Ai"},
                                 web::Column{.name = "Cơ quan"}, web::Column{.name = "Xem gì"}};
    out({"<h2>Ai đã xem dữ liệu của bạn</h2>"});
    if (page.looks.empty()) {
        out({"<p>Chưa có ai xem.</p>"});
        return;
    }
    const auto shown = std::min(page.looks.size(), limits::looks_shown);
    web::table(out, {.caption = "Các lần xem gần nhất", .columns = columns}, [&](web::Rows& rows) {
        for (std::size_t at = 0; at < shown; ++at) {
            const auto& look = page.looks[at];
            rows.begin();
            rows.cell(look.time);
            rows.cell(look.reader);
            rows.cell(look.agency);
            rows.cell(look.what);
            rows.end();
        }
    });
}

}  // namespace

http::Response own_data_page(const Context& context, const OwnDataPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Dữ liệu cá nhân của tôi");
    frame.crumbs = {{.text = "Tài khoản của tôi", .path = "/tai-khoan/cua-toi"}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Dữ liệu cá nhân của tôi",
                                  .lead = "Xem, tải về, đồng ý, yêu cầu chỉnh sửa hay xóa, và biết "
                                          "ai đã xem."});
            kept_sections(out, page);
            consents(out, context, page);
            out({"<h2>Yêu cầu của bạn</h2>"});
            for (const auto& own : page.requests) request(out, own, context.today());
            new_request(out, context, page, fault);
            looks(out, page);
        },
        fault.status);
}

}  // namespace caicach::personal_data
