#include "obligation/reminder/progress_views.hpp"

#include "obligation/limits.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::obligation
{

void progress_form(html::Writer& out, const Context& context, const Obligation& obligation,
                   const ProgressPart& part, const web::Fault& fault)
{
    if (!obligation.is_owed()) return;
    const auto action = progress_path(obligation.code);
    out({"<h2 id=\"tien-do\">Báo tiến độ</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf},
              [&](html::Writer& fields) {
                  web::text_field(fields, {.name = "progress",
                                           .label = "Đã tới đâu",
                                           .value = part.text,
                                           .hint = "Người theo dõi kế hoạch đọc được.",
                                           .error = fault.at("progress"),
                                           .length_max = limits::answer_length_max});
                  web::date_field(fields, {.name = "expected_on",
                                           .label = "Dự kiến xong ngày",
                                           .value = part.day,
                                           .error = fault.at("expected_on"),
                                           .requirement = web::Requirement::optional});
                  web::submit_button(
                      fields, {.text = "Ghi: đang làm", .emphasis = web::Emphasis::secondary});
              });
}

}  // namespace caicach::obligation
