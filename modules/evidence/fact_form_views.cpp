#include "evidence/fact_form_views.hpp"

#include <algorithm>
#include <array>

#include "evidence/limits.hpp"
#include "evidence/subject.hpp"
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

void subject_fields(html::Writer& out, const FactFields& typed,
                    const std::vector<organisation::AgencySummary>& agencies,
                    const web::Fault& fault)
{
    std::vector<web::Choice> choices;
    choices.reserve(agencies.size());
    for (const auto& agency : agencies)
        choices.push_back(
            {.value = agency.slug,
             .label = agency.name,
             .is_chosen = std::ranges::find(typed.about, agency.slug) != typed.about.end()});
    web::hidden(out, {.name = "states_about", .value = "1"});
    web::multiple_field(out, {.field = {.name = "about",
                                        .label = "Cơ quan được kiểm tra",
                                        .hint = "Một hoặc nhiều; gõ vài chữ của tên để tìm. Tự "
                                                "kiểm tra trong cơ quan thì để trống.",
                                        .error = fault.at("about"),
                                        .requirement = web::Requirement::optional},
                              .choices = choices});
    const auto manner = [&](Manner value) {
        return web::Choice{.value = name_of(value),
                           .label = label_of(value),
                           .is_chosen = typed.manner == name_of(value)};
    };
    const std::array manners{manner(Manner::planned), manner(Manner::unannounced)};
    web::select_field(out, {.field = {.name = "manner",
                                      .label = "Hình thức kiểm tra",
                                      .error = fault.at("manner"),
                                      .requirement = web::Requirement::optional},
                            .choices = manners,
                            .none_text = "Không ghi"});
}

}  // namespace caicach::evidence
