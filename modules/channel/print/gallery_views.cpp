#include "channel/print/gallery_views.hpp"

#include "channel/limits.hpp"
#include "channel/print/paths.hpp"
#include "channel/print/template.hpp"
#include "once/once.hpp"
#include "text/number.hpp"
#include "text/text.hpp"
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

void item(Writer& out, const Design& design, std::string_view agency)
{
    const auto path = graphics_path(design.slug);
    const auto picture = graphics_path(design.slug, "do-hoa.svg");
    out({"<li class=\"gallery__item\"><a href=\"", html::url(path), "\"><img src=\"",
         html::url(picture), "\" alt=\"\" loading=\"lazy\"><h2>", design.text.wording.title,
         "</h2></a><p class=\"news-note\">"});
    web::date(out, Date::of(design.published_at.value_or(design.made_at)));
    out({" · ", agency, "</p><p>", design.text.wording.lead, "</p></li>"});
}

void picture(Writer& out, const GraphicPage& page, std::size_t side)
{
    const auto path =
        graphics_path(page.design.slug, "do-hoa.svg") + "?mat=" + std::to_string(side);
    const auto alt = side == 1 ? page.design.text.wording.title + ": nội dung ghi ở dưới"
                               : std::string{"Mặt sau"};
    out({"<p class=\"sheet\"><img src=\"", html::url(path), "\" alt=\"", alt, "\"></p>"});
}

/// The same as in the picture, for who cannot see it, for search and for copying.
void words(Writer& out, const GraphicPage& page)
{
    out({"<h2>Nội dung bằng chữ</h2>"});
    const auto text = plain_text(page.design.text.wording, page.agency);
    for (const auto line : text::split(text, '\n'))
        if (!line.empty()) out({"<p>", line, "</p>"});
}

void downloads(Writer& out, const GraphicPage& page)
{
    const auto& slug = page.design.slug;
    const auto svg = graphics_path(slug, "do-hoa.svg");
    const auto png = graphics_path(slug, "do-hoa.png");
    const auto pdf = graphics_path(slug, "do-hoa.pdf");
    web::form_actions(out, [&](Writer& buttons) {
        web::link_button(buttons, {.text = "Tải PDF để in", .path = pdf, .is_download = true});
        web::link_button(buttons, {.text = "Tải ảnh PNG", .path = png, .is_download = true});
        web::link_button(buttons, {.text = "Tải SVG", .path = svg, .is_download = true});
    });
}

void hand_out_form(Writer& out, const Context& context, const GraphicPage& page)
{
    if (page.agencies.empty()) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    const auto own = organisation::agency_of(context.actor().agency);
    for (const auto& one : page.agencies)
        choices.push_back({.value = one.code, .label = one.name, .is_chosen = one.id == own});
    const auto action = graphics_path(page.design.slug, "da-phat");
    out({"<h2 id=\"da-phat\">Cơ quan đã in và phát</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = once::field, .value = page.key});
        web::combobox_field(fields,
                            {.field = {.name = "agency", .label = "Cơ quan"}, .choices = choices});
        web::number_field(fields, {.field = {.name = "copies",
                                             .label = "Số bản đã phát",
                                             .value = page.form.value("copies"),
                                             .error = page.fault.at("copies")},
                                   .unit = "bản"});
        web::date_field(fields, {.name = "day",
                                 .label = "Ngày phát",
                                 .value = page.form.value("day"),
                                 .error = page.fault.at("day")});
        web::text_field(fields, {.name = "place",
                                 .label = "Phát ở đâu, cho ai",
                                 .value = page.form.value("place"),
                                 .error = page.fault.at("place"),
                                 .length_max = limits::print_line_max});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Ghi vào kết quả"});
        });
    });
}

}  // namespace

http::Response gallery_page(const Context& context, const GalleryPage& page)
{
    auto frame = web::frame_of(context, "Đồ họa trực quan – Infographic");
    frame.description = "Thủ tục, số liệu cải cách hành chính bằng hình: xem, tải, in.";
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Đồ họa trực quan – Infographic",
                              .lead = "Thủ tục và số liệu bằng hình. Ai cũng tải và in được."});
        if (page.designs.empty())
            web::empty_state(
                out, {.title = "Chưa có đồ họa nào", .text = "Đồ họa được duyệt hiện ở đây ngay."});
        out({"<ul class=\"gallery\">"});
        for (std::size_t i = 0; i < page.designs.size(); ++i)
            item(out, page.designs[i], page.agency_names[i]);
        out({"</ul>"});
        web::pagination(out, {.next_path = page.next_path});
    });
}

http::Response graphic_page(const Context& context, const GraphicPage& page)
{
    const auto& design = page.design;
    const bool is_gone = design.state == DesignState::withdrawn;
    auto frame = web::frame_of(context, design.text.wording.title);
    frame.crumbs = {{"Đồ họa trực quan", graphics_path()}};
    if (!is_gone) frame.description = design.text.wording.title + " – " + page.agency;
    const auto* const shape = template_of(design.text.shape);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = design.text.wording.title, .caption = page.agency});
            if (is_gone) {
                web::notice(out, {.tone = web::Tone::warning, .text = "Đã gỡ: " + design.reason});
                return;
            }
            out({"<p class=\"news-note\">Công bố "});
            web::date(out, Date::of(design.published_at.value_or(design.made_at)));
            if (design.text.valid_until) {
                out({", dùng đến hết ngày "});
                web::date(out, *design.text.valid_until);
            }
            out({"</p>"});
            if (design.text.valid_until && *design.text.valid_until < context.today())
                web::notice(out, {.tone = web::Tone::warning,
                                  .text = "Đã hết hạn dùng: nội dung có thể không còn đúng."});
            downloads(out, page);
            const auto sides = shape == nullptr ? 1 : shape->sides.size();
            for (std::size_t side = 1; side <= sides; ++side) picture(out, page, side);
            words(out, page);
            hand_out_form(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
