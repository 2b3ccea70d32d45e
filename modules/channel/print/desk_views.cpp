#include "channel/print/desk_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "channel/limits.hpp"
#include "channel/print/paths.hpp"
#include "channel/print/template.hpp"
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

void choices_of_look(Writer& fields, const http::Form& form, const web::Fault& fault)
{
    std::vector<web::Choice> shapes;
    shapes.reserve(templates().size());
    const auto shape = form.value("shape");
    for (const auto& one : templates())
        shapes.push_back({.value = one.key,
                          .label = one.name,
                          .hint = one.hint,
                          .is_chosen = shape.empty() ? shapes.empty() : one.key == shape});
    web::radio_field(fields,
                     {.field = {.name = "shape", .label = "Khổ", .error = fault.at("shape")},
                      .choices = shapes});
    std::vector<web::Choice> colours;
    colours.reserve(palettes().size());
    const auto palette = form.value("palette");
    for (const auto& one : palettes())
        colours.push_back({.value = one.key,
                           .label = one.name,
                           .is_chosen = palette.empty() ? colours.empty() : one.key == palette});
    web::radio_field(fields,
                     {.field = {.name = "palette", .label = "Màu", .error = fault.at("palette")},
                      .choices = colours});
}

void head_fields(Writer& fields, const http::Form& form, const web::Fault& fault)
{
    web::text_field(fields, {.name = "kicker",
                             .label = "Lĩnh vực",
                             .value = form.value("kicker"),
                             .hint = "Dòng nhỏ phía trên, ví dụ: Dịch vụ công trực tuyến.",
                             .error = fault.at("kicker"),
                             .requirement = web::Requirement::optional,
                             .length_max = limits::print_line_max});
    web::text_field(fields, {.name = "title",
                             .label = "Tiêu đề",
                             .value = form.value("title"),
                             .hint = "Càng ngắn, chữ càng to.",
                             .error = fault.at("title"),
                             .length_max = limits::print_title_max});
    web::text_field(fields, {.name = "lead",
                             .label = "Câu dẫn",
                             .value = form.value("lead"),
                             .error = fault.at("lead"),
                             .requirement = web::Requirement::optional,
                             .length_max = limits::print_lead_max});
}

void body_fields(Writer& fields, const http::Form& form, const web::Fault& fault)
{
    constexpr std::array kinds{BodyKind::steps, BodyKind::points, BodyKind::figures, BodyKind::bars,
                               BodyKind::slogan};
    std::vector<web::Choice> choices;
    choices.reserve(kinds.size());
    const auto chosen = body_kind_from(form.value("kind"));
    for (const auto kind : kinds)
        choices.push_back(
            {.value = key_of(kind), .label = text_of(kind), .is_chosen = kind == chosen});
    web::select_field(fields,
                      {.field = {.name = "kind", .label = "Phần giữa là"}, .choices = choices});
    web::text_area(
        fields,
        {.name = "body",
         .label = "Nội dung",
         .value = form.value("body"),
         .hint = "Mỗi dòng một bước, một ý hoặc một con số. Trước dấu hai chấm in đậm: “Gửi hồ "
                 "sơ: chụp rõ bốn góc”, “Nộp trực tuyến: 87,5 %”.",
         .error = fault.at("body"),
         .length_max = limits::print_body_max});
}

void foot_fields(Writer& fields, const http::Form& form, const web::Fault& fault)
{
    web::text_field(fields, {.name = "address",
                             .label = "Mã QR mở trang nào",
                             .value = form.value("address"),
                             .hint = "Địa chỉ trên cổng này, bắt đầu bằng /, hoặc https://…",
                             .error = fault.at("address"),
                             .requirement = web::Requirement::optional,
                             .length_max = limits::address_length_max});
    web::text_field(fields, {.name = "caption",
                             .label = "Lời cạnh mã QR",
                             .value = form.value("caption"),
                             .error = fault.at("caption"),
                             .requirement = web::Requirement::optional,
                             .length_max = limits::print_line_max});
    web::text_area(fields, {.name = "contact",
                            .label = "Địa chỉ, đường dây nóng của cơ quan",
                            .value = form.value("contact"),
                            .error = fault.at("contact"),
                            .requirement = web::Requirement::optional,
                            .length_max = limits::print_line_max});
    web::date_field(fields, {.name = "valid_until",
                             .label = "Dùng đến hết ngày",
                             .value = form.value("valid_until"),
                             .hint = "Để trống: chưa định ngày thôi dùng.",
                             .error = fault.at("valid_until"),
                             .requirement = web::Requirement::optional});
}

void design_fields(Writer& fields, const http::Form& form, const web::Fault& fault)
{
    choices_of_look(fields, form, fault);
    head_fields(fields, form, fault);
    body_fields(fields, form, fault);
    foot_fields(fields, form, fault);
}

http::Form form_of(const Design& design)
{
    http::Form form;
    const auto& words = design.text.wording;
    form.set("shape", design.text.shape);
    form.set("palette", design.text.palette);
    form.set("kicker", words.kicker);
    form.set("title", words.title);
    form.set("lead", words.lead);
    form.set("kind", std::string(key_of(words.kind)));
    form.set("body", words.body);
    form.set("address", words.address);
    form.set("caption", words.caption);
    form.set("contact", words.contact);
    if (design.text.valid_until) form.set("valid_until", design.text.valid_until->vietnamese());
    return form;
}

void rows_of(web::Rows& rows, const DesignListPage& page)
{
    for (std::size_t i = 0; i < page.designs.size(); ++i) {
        const auto& one = page.designs[i];
        const auto path = design_path(one.code);
        const auto* const shape = template_of(one.text.shape);
        rows.begin();
        rows.cell([&](Writer& cell) {
            cell({"<a href=\"", html::url(path), "\">", one.text.wording.title, "</a>"});
        });
        rows.cell(shape == nullptr ? std::string_view{} : std::string_view{shape->name});
        if (page.is_waiting) rows.cell(page.agency_names[i]);
        rows.cell(text_of(one.state));
        rows.cell(vietnamese_moment(one.made_at));
        rows.end();
    }
}

void list(Writer& out, const DesignListPage& page)
{
    if (page.designs.empty()) {
        web::empty_state(
            out, {.title = page.is_waiting ? "Không có bản nào chờ duyệt" : "Chưa có bản nào",
                  .text = page.is_waiting
                              ? "Bản được gửi duyệt hiện ở đây."
                              : "Chọn khổ, gõ chữ, xem trước, gửi duyệt. Bản được duyệt hiện ở "
                                "trang Đồ họa trực quan và tính vào kết quả của cơ quan."});
        return;
    }
    std::vector<web::Column> columns{{.name = "Tiêu đề"}, {.name = "Khổ"}};
    if (page.is_waiting) columns.push_back({.name = "Cơ quan"});
    for (const auto name : {"Tình trạng", "Bắt đầu"}) columns.push_back({.name = name});
    web::table(out, {.caption = "Các bản đồ họa, ấn phẩm", .columns = columns},
               [&](web::Rows& rows) { rows_of(rows, page); });
    web::pagination(out, {.next_path = page.next_path});
}

void agency_filter(Writer& out, const DesignListPage& page)
{
    if (page.is_waiting || page.agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.id == page.agency.id});
    const auto action = designs_path();
    web::filter_form(out, {.action = action, .label = "Chọn cơ quan"}, [&](Writer& fields) {
        web::combobox_field(fields,
                            {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = choices});
    });
}

void new_form(Writer& out, const Context& context, const DesignListPage& page)
{
    if (page.is_waiting) return;
    const auto action = designs_path();
    out({"<h2 id=\"ban-moi\">Thiết kế bản mới</h2>"});
    web::form(
        out, {.action = action, .csrf = context.surroundings().csrf, .taken_keys = page.taken_keys},
        [&](Writer& fields) {
            web::hidden(fields, {.name = once::field, .value = page.key});
            web::hidden(fields, {.name = "agency", .value = page.agency.code});
            design_fields(fields, page.form, page.fault);
            web::form_actions(fields, [&](Writer& buttons) {
                web::submit_button(buttons, {.text = "Lưu và xem trước"});
            });
        });
}

/// One click that changes its state.
void state_button(Writer& buttons, const Context& context, const DesignPage& page,
                  std::string_view text, std::string_view below, web::Emphasis emphasis)
{
    const auto version = std::to_string(page.design.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto action = design_path(page.design.code, below);
    web::post_button(buttons, {.text = text,
                               .action = action,
                               .csrf = context.surroundings().csrf,
                               .emphasis = emphasis,
                               .values = values});
}

void pictures(Writer& out, const DesignPage& page)
{
    const auto* const shape = template_of(page.design.text.shape);
    const auto sides = shape == nullptr ? 1 : shape->sides.size();
    const auto version = std::to_string(page.design.version);
    const auto text = plain_text(page.design.text.wording, page.agency);
    for (std::size_t side = 1; side <= sides; ++side) {
        const auto path = design_path(page.design.code, "xem-truoc.svg") +
                          "?mat=" + std::to_string(side) + "&ban=" + version;
        out({"<p class=\"sheet\"><img src=\"", html::url(path), "\" alt=\"",
             side == 1 ? std::string_view{text} : std::string_view{"Mặt sau"}, "\"></p>"});
    }
}

void buttons_of(Writer& out, const Context& context, const DesignPage& page)
{
    const auto& design = page.design;
    const auto pdf = design_path(design.code, "in.pdf");
    const auto office = pdf + "?khong-vien=1";
    const auto png = design_path(design.code, "anh.png");
    const auto seen = graphics_path(design.slug);
    constexpr auto secondary = web::Emphasis::secondary;
    web::form_actions(out, [&](Writer& buttons) {
        if (page.may(DesignAct::submit))
            state_button(buttons, context, page, "Gửi duyệt", "gui", web::Emphasis::primary);
        if (page.may(DesignAct::publish))
            state_button(buttons, context, page, "Duyệt và công bố", "duyet",
                         web::Emphasis::primary);
        if (!design.slug.empty())
            web::link_button(buttons, {.text = "Trang công khai", .path = seen});
        web::link_button(buttons, {.text = "PDF cho nhà in", .path = pdf, .is_download = true});
        web::link_button(buttons,
                         {.text = "PDF in tại cơ quan", .path = office, .is_download = true});
        web::link_button(buttons, {.text = "Ảnh PNG", .path = png, .is_download = true});
        if (page.may(DesignAct::take_back))
            state_button(buttons, context, page, "Lấy lại để sửa", "lay-lai", secondary);
        if (page.may(DesignAct::discard))
            state_button(buttons, context, page, "Bỏ bản này", "bo", secondary);
    });
}

void reason_form(Writer& out, const Context& context, const DesignPage& page)
{
    const bool is_return = page.may(DesignAct::send_back);
    if (!is_return && !page.may(DesignAct::withdraw)) return;
    const auto action = design_path(page.design.code, is_return ? "tra-lai" : "go");
    const auto version = std::to_string(page.design.version);
    const std::string_view text = is_return ? "Trả lại" : "Gỡ khỏi trang công khai";
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_area(fields, {.name = "reason",
                                .label = is_return ? "Cần sửa gì" : "Vì sao gỡ",
                                .value = page.form.value("reason"),
                                .error = page.fault.at("reason"),
                                .length_max = limits::reason_length_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(
                buttons,
                {.text = text, .emphasis = web::Emphasis::secondary, .tone = web::Tone::danger});
        });
    });
}

void edit_form(Writer& out, const Context& context, const DesignPage& page)
{
    if (!page.may(DesignAct::edit)) return;
    const bool is_back = page.fault.status != 200;
    const auto form = is_back ? page.form : form_of(page.design);
    const auto version = std::to_string(page.design.version);
    const auto action = design_path(page.design.code, "noi-dung");
    out({"<h2 id=\"noi-dung\">Sửa</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        design_fields(fields, form, page.fault);
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons,
                               {.text = "Lưu và xem trước", .emphasis = web::Emphasis::secondary});
        });
    });
}

std::string standing_of(const DesignPage& page)
{
    switch (page.design.state) {
        case DesignState::draft:
            return "Đang soạn. Xem hình bên dưới, vừa ý thì gửi duyệt.";
        case DesignState::submitted:
            return page.rights.is_writer ? "Đang chờ duyệt. Bản mình soạn do người khác duyệt."
                                         : "Đang chờ duyệt.";
        case DesignState::returned:
            return "Trả lại để sửa: " + page.design.reason;
        case DesignState::published:
            return "Đã công bố và đã tính vào kết quả của cơ quan.";
        case DesignState::withdrawn:
            return "Đã gỡ: " + page.design.reason;
    }
    return {};
}

}  // namespace

http::Response design_list_page(const Context& context, const DesignListPage& page)
{
    auto frame = web::frame_of(context, "Thiết kế đồ họa");
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.is_waiting ? "Đồ họa chờ duyệt" : "Thiết kế đồ họa",
                                  .caption = page.is_waiting ? std::string_view{}
                                                             : std::string_view{page.agency.name}});
            agency_filter(out, page);
            list(out, page);
            new_form(out, context, page);
        },
        page.fault.status);
}

http::Response design_page(const Context& context, const DesignPage& page)
{
    auto frame = web::frame_of(context, page.design.text.wording.title);
    frame.crumbs = {{"Thiết kế đồ họa", designs_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.design.text.wording.title, .caption = page.agency});
            web::notice(out, {.text = standing_of(page)});
            buttons_of(out, context, page);
            pictures(out, page);
            batch_section(out, context, page.batch, page.form, page.fault);
            reason_form(out, context, page);
            edit_form(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
