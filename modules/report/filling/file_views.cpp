#include "report/filling/file_views.hpp"

#include <array>

#include "report/limits.hpp"
#include "report/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::report
{

using html::Writer;

void file_part(Writer& out, const Context& context, const FillingPage& page)
{
    const auto& filled = page.filled;
    if (filled.files.empty() && !page.may_fill) return;
    out({"<h3 id=\"tep\">Tệp kèm theo</h3>"});
    if (!filled.files.empty()) out({"<ul>"});
    for (const auto& file : filled.files) {
        const auto path = attachment::download_path(file);
        out({"<li><a href=\"", html::url(path), "\">", file.name, "</a>"});
        if (page.may_fill) {
            const std::array values{web::HiddenValue{"tep", file.code}};
            const auto action = file_removal_path(filled.report.code);
            out({" "});
            web::post_button(out, {.text = "Bỏ tệp",
                                   .action = action,
                                   .csrf = context.surroundings().csrf,
                                   .emphasis = web::Emphasis::tertiary,
                                   .tone = web::Tone::danger,
                                   .values = values,
                                   .is_small = true});
        }
        out({"</li>"});
    }
    if (!filled.files.empty()) out({"</ul>"});
    if (!page.may_fill || filled.files.size() >= limits::files_max) return;
    const auto action = file_adding_path(filled.report.code);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  web::file_field(
                      fields,
                      {.field = {.name = "file",
                                 .label = "Thêm tệp",
                                 .hint = "Tối đa 10 tệp, mỗi tệp 20 MB. Không đính kèm nội dung "
                                         "thuộc bí mật nhà nước.",
                                 .error = page.fault.at("file")},
                       .accept = ".pdf,.docx,.odt,.xlsx,.ods,.txt,.jpg,.jpeg,.png",
                       .bytes_max = limits::file_bytes_max});
                  web::submit_button(
                      fields,
                      {.text = "Tải lên", .emphasis = web::Emphasis::secondary, .is_small = true});
              });
}

}  // namespace caicach::report
