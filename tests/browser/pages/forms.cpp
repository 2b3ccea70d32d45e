#include <array>
#include <string_view>

#include "html/html.hpp"
#include "tests/browser/pages/pages.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/page.hpp"

namespace caicach::styleguide
{
namespace
{

constexpr std::array<web::Choice, 5> agencies{
    web::Choice{"1", "Sở Nội vụ", "", true}, web::Choice{"2", "Sở Tài chính"},
    web::Choice{"3", "Sở Thông tin và Truyền thông"},
    web::Choice{"4", "Đài Phát thanh và Truyền hình tỉnh"},
    web::Choice{"5", "Ủy ban nhân dân cấp xã"}};

constexpr std::array<web::Choice, 2> kinds{
    web::Choice{"communication", "Kế hoạch tuyên truyền",
                "Thông tin, tuyên truyền về cải cách hành chính", true},
    web::Choice{"reform", "Kế hoạch cải cách hành chính"}};

void fields(html::Writer& out, bool is_refused)
{
    const auto fault = [&](std::string_view text) {
        return is_refused ? text : std::string_view();
    };
    web::file_field(out,
                    {.field = {.name = "tep",
                               .label = "Tệp văn bản đã ký",
                               .hint = "Word, LibreOffice, PDF hoặc ảnh quét, nặng nhất 50 MB.",
                               .error = fault("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lại.")},
                     .accept = ".docx,.odt,.pdf,.png,.jpg,.txt,.md"});
    web::text_field(out, {.name = "so-hieu", .label = "Số, ký hiệu", .value = "12/KH-UBND"});
    web::date_field(out,
                    {.name = "ngay",
                     .label = "Ngày ban hành",
                     .value = is_refused ? "31/02/2024" : "",
                     .error = fault("Không có ngày 31/02/2024. Hãy nhập lại, ví dụ 28/02/2024.")});
    web::number_field(out, {.field = {.name = "so-lan",
                                      .label = "Số lần ít nhất",
                                      .value = "2",
                                      .requirement = web::Requirement::optional},
                            .unit = "lần mỗi tháng"});
    web::text_area(out, {.name = "noi-dung",
                         .label = "Nội dung",
                         .value = "Đăng tin, bài về thủ tục hành chính <mới>",
                         .length_max = 4000});
    web::radio_field(out, {.field = {.name = "loai", .label = "Loại kế hoạch"}, .choices = kinds});
    web::combobox_field(out, {.field = {.name = "chu-tri",
                                        .label = "Cơ quan chủ trì",
                                        .hint = "Gõ không dấu cũng được: “so noi vu”."},
                              .choices = agencies,
                              .none_text = "Chưa chọn"});
    web::multiple_field(out, {.field = {.name = "phoi-hop",
                                        .label = "Cơ quan phối hợp",
                                        .requirement = web::Requirement::optional},
                              .choices = agencies});
    web::select_field(out, {.field = {.name = "linh-vuc", .label = "Lĩnh vực"},
                            .choices = kinds,
                            .none_text = "Tất cả"});
    web::checkbox_field(
        out, {.field = {.name = "de-nghi", .label = "Đề nghị, không giao"}, .is_checked = true});
    web::checkbox_group(out,
                        {.field = {.name = "doi-tuong", .label = "Đối tượng"}, .choices = kinds});
    web::form_actions(out, [](html::Writer& inner) {
        web::submit_button(inner, {.text = "Tải lên"});
        web::link_button(inner, {.text = "Thôi", .path = "/ke-hoach"});
    });
}

void form_page(html::Writer& out, bool is_refused)
{
    web::page(out, office_frame("Tải kế hoạch lên"), [&](html::Writer& inner) {
        const std::array<web::FieldError, 2> errors{
            web::FieldError{"tep", "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lại."},
            web::FieldError{"ngay", "Không có ngày 31/02/2024. Hãy nhập lại, ví dụ 28/02/2024."}};
        if (is_refused) web::error_summary(inner, errors);
        web::page_title(
            inner,
            {.title = "Tải kế hoạch lên",
             .lead =
                 "Hệ thống đọc văn bản thành từng mục; bạn rà soát trước khi đưa vào thực hiện."});
        web::form(inner, {.action = "/tai-len", .csrf = "x", .takes_files = true},
                  [&](html::Writer& body) { fields(body, is_refused); });
    });
}

}  // namespace

void form(html::Writer& out) { form_page(out, false); }

void form_refused(html::Writer& out) { form_page(out, true); }

}  // namespace caicach::styleguide
