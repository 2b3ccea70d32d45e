#include <algorithm>
#include <array>

#include "evidence/subject_form.hpp"
#include "html/html.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::evidence
{

void subject_fields(html::Writer& out, const TypedSubjects& typed,
                    std::span<const organisation::AgencySummary> choices, const web::Fault& fault)
{
    std::vector<web::Choice> agencies;
    agencies.reserve(choices.size());
    for (const auto& agency : choices)
        agencies.push_back(
            {.value = agency.slug,
             .label = agency.name,
             .is_chosen = std::ranges::find(typed.agencies, agency.slug) != typed.agencies.end()});
    web::hidden(out, {.name = "states_about", .value = "1"});
    web::multiple_field(out, {.field = {.name = "about",
                                        .label = "Cơ quan được kiểm tra",
                                        .hint = "Một hoặc nhiều; gõ vài chữ của tên để tìm. Tự "
                                                "kiểm tra trong cơ quan thì để trống.",
                                        .error = fault.at("about"),
                                        .requirement = web::Requirement::optional},
                              .choices = agencies});
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
