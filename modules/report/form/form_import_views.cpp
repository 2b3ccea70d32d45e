#include "report/form/form_import_views.hpp"

#include <array>

#include "report/form/form_content_views.hpp"
#include "report/form/form_views.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

void upload(Writer& out, const Context& context, const FormImportPage& page)
{
    const auto path = form_import_path();
    web::form(out, {.action = path, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  web::file_field(
                      fields, {.field = {.name = "file",
                                         .label = "Tệp mẫu (Excel hoặc JSON)",
                                         .hint = "Tệp tải từ trang của một mẫu, đã sửa. Chưa có gì "
                                                 "được ghi cho đến khi bạn xác nhận.",
                                         .error = page.fault.at("file")},
                               .accept = ".xlsx,.json",
                               .bytes_max = limits::form_bytes_max});
                  web::form_actions(fields, [](Writer& buttons) {
                      web::submit_button(buttons, {.text = "Tải lên và xem trước"});
                  });
              });
}

std::string standing_of(const BroughtForm& brought)
{
    if (!brought.form) return "Mẫu mới: chưa có mẫu nào mang mã “" + brought.definition.key + "”.";
    if (!brought.compared_with) return "Mẫu này đã có nhưng chưa bản nào được ban hành.";
    const auto number = std::to_string(brought.compared_with->number);
    if (brought.compared_with->state == VersionState::draft)
        return "So với bản nháp " + number + ":";
    return "So với bản " + number + " đang dùng:";
}

void preview(Writer& out, const Context& context, const BroughtForm& brought)
{
    out({"<h2 id=\"xem-truoc\">Xem trước</h2>"});
    if (!brought.faults.empty()) {
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Chưa nhập được. Hãy sửa những chỗ dưới đây trong tệp, rồi tải "
                                  "lên lại."});
        fault_list(out, context, brought.faults);
        return;
    }
    const std::array facts{web::Fact{.name = "Tên", .value = brought.definition.title},
                           web::Fact{.name = "Mã", .value = brought.definition.key}};
    web::facts(out, facts);
    out({"<p>", standing_of(brought), "</p>"});
    if (brought.compared_with) difference_table(out, brought.differences);
    const bool says_the_same = brought.compared_with && brought.differences.empty();
    if (!says_the_same) {
        const auto path = form_import_keeping_path();
        const std::array values{
            web::HiddenValue{.name = "content", .value = brought.content},
            web::HiddenValue{.name = "from", .value = brought.is_book ? book_word : ""}};
        web::post_button(out, {.text = "Lập bản nháp",
                               .action = path,
                               .csrf = context.surroundings().csrf,
                               .emphasis = web::Emphasis::primary,
                               .values = values});
    }
    out({"<h2>Nội dung</h2>"});
    form_content(out, brought.definition, brought.sources);
}

}  // namespace

http::Response form_import_page(const Context& context, const FormImportPage& page)
{
    auto frame = web::frame_of(context, "Nhập mẫu báo cáo");
    frame.crumbs = {{"Mẫu báo cáo", forms_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::page_title(out, {.title = "Nhập mẫu báo cáo",
                                  .lead = "Tải mẫu đang có về, sửa rồi nhập lại: hệ thống cho xem "
                                          "chỗ khác, lập bản nháp, và chỉ dùng khi bạn ban hành."});
            web::fault_summary(out, page.fault);
            upload(out, context, page);
            if (page.brought) preview(out, context, *page.brought);
        },
        page.fault.status);
}

}  // namespace caicach::report
