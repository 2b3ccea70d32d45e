#include "channel/print/batch_views.hpp"

#include "calendar/moment.hpp"
#include "channel/print/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

void making(Writer& out, const BatchPart& part)
{
    const auto poll = design_path(part.design_code, "bo-in/tien-do");
    const auto text =
        part.progress.text.empty() ? std::string_view{"Đang chờ đến lượt"} : part.progress.text;
    web::progress(out, {.label = "Vẽ bộ in",
                        .text = text,
                        .value = part.progress.percent,
                        .is_indeterminate = part.progress.percent == 0,
                        .poll_path = poll});
}

void outcome(Writer& out, const BatchPart& part)
{
    if (!part.batch) return;
    const auto& batch = *part.batch;
    if (batch.state == BatchState::failed) {
        web::notice(out,
                    {.tone = web::Tone::danger, .text = "Chưa lập được bộ in. " + batch.fault});
        return;
    }
    const auto about = part.group_name + ": " + std::to_string(batch.sheets) +
                       " cơ quan, mỗi nơi một tệp PDF, lập lúc " + vietnamese_moment(batch.made_at);
    out({"<p>", about, ".</p>"});
    if (batch.left_out > 0)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = std::to_string(batch.left_out) +
                                  " nơi chữ không vừa khổ; tệp khong-vua.txt trong bộ in nêu rõ."});
    const auto path = design_path(part.design_code, "bo-in.zip");
    web::form_actions(out, [&](Writer& buttons) {
        web::link_button(buttons,
                         {.text = "Tải trọn bộ in (ZIP)", .path = path, .is_download = true});
    });
}

void begin_form(Writer& out, const Context& context, const BatchPart& part, const http::Form& form,
                const web::Fault& fault)
{
    std::vector<web::Choice> choices;
    choices.reserve(part.groups.size());
    for (const auto& one : part.groups)
        choices.push_back(
            {.value = one.key, .label = one.name, .is_chosen = form.value("group") == one.key});
    const auto action = design_path(part.design_code, "bo-in");
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::select_field(
            fields,
            {.field = {.name = "group",
                       .label = "Nhóm cơ quan",
                       .hint = "Mỗi nơi một bản mang tên, địa chỉ, đường dây nóng của nơi ấy.",
                       .error = fault.at("group")},
             .choices = choices,
             .none_text = "Chọn nhóm"});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = part.batch ? "Lập lại bộ in" : "Lập bộ in",
                                         .emphasis = web::Emphasis::secondary});
        });
    });
}

}  // namespace

void batch_section(Writer& out, const Context& context, const BatchPart& part,
                   const http::Form& form, const web::Fault& fault)
{
    if (!part.may_begin && !part.batch) return;
    out({"<h2 id=\"bo-in\">Bộ in cho nhiều cơ quan</h2>"});
    if (part.is_making()) {
        making(out, part);
        return;
    }
    if (part.batch) outcome(out, part);
    if (part.may_begin) begin_form(out, context, part, form, fault);
}

http::Response batch_progress(const BatchPart& part)
{
    std::string text;
    auto out = Writer{text};
    making(out, part);
    return http::page(std::move(text));
}

}  // namespace caicach::channel
