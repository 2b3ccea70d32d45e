#include "evidence/fact_form_views.hpp"

#include "evidence/limits.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::evidence
{

FactFields fields_of(const RecordedFact& fact)
{
    return {.title = fact.title,
            .happened_on = fact.happened_on.vietnamese(),
            .quantity = std::to_string(fact.quantity),
            .link = fact.link};
}

void fact_fields(html::Writer& out, const FactFields& typed, std::string_view unit,
                 const web::Fault& fault)
{
    web::text_field(out, {.name = "title",
                          .label = "Đã làm gì",
                          .value = typed.title,
                          .hint = "Tên bài, tên lớp, số và tên văn bản …",
                          .error = fault.at("title"),
                          .length_max = limits::title_length_max});
    web::date_field(out, {.name = "happened_on",
                          .label = "Ngày làm xong",
                          .value = typed.happened_on,
                          .error = fault.at("happened_on")});
    web::number_field(out, {.field = {.name = "quantity",
                                      .label = "Số lượng",
                                      .value = typed.quantity,
                                      .error = fault.at("quantity")},
                            .unit = unit});
    web::text_field(out, {.name = "link",
                          .label = "Địa chỉ trang đã đăng",
                          .value = typed.link,
                          .hint = "Có địa chỉ trang hoặc tệp là đủ. Trang của chính hệ thống này "
                                  "thì được chụp lại ngay.",
                          .error = fault.at("link"),
                          .requirement = web::Requirement::optional});
    web::file_field(out, {.field = {.name = "proof",
                                    .label = "Tệp hoặc ảnh chụp",
                                    .error = fault.at("proof"),
                                    .requirement = web::Requirement::optional},
                          .accept = ".pdf,.docx,.odt,.xlsx,.jpg,.jpeg,.png,.webp",
                          .bytes_max = limits::file_bytes_max});
    web::checkbox_field(
        out, {.field = {.name = "photo_note",
                        .label = "Giữ giờ và nơi chụp ghi trong ảnh",
                        .hint = "Ảnh lưu lại không còn các thông tin ấy; chọn ô này thì chúng được "
                                "ghi cạnh kết quả.",
                        .requirement = web::Requirement::optional},
              .is_checked = typed.keeps_photo_note});
}

}  // namespace caicach::evidence
