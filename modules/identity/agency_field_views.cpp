#include "identity/agency_field_views.hpp"

#include <vector>

#include "identity/agency_field.hpp"
#include "web/components/long_choice.hpp"

namespace caicach::identity
{

void agency_field(html::Writer& out, const AgencyChoice& choice, const web::Field& field)
{
    const bool is_everywhere = field.value == whole_province_value;
    std::vector<web::Choice> choices;
    choices.reserve(choice.agencies.size() + 1);
    if (choice.has_whole_province)
        choices.push_back({.value = whole_province_value,
                           .label = whole_province_text,
                           .is_chosen = is_everywhere});
    for (const auto& agency : choice.agencies)
        choices.push_back(
            {.value = agency.code, .label = agency.name, .is_chosen = agency.code == field.value});
    web::long_choice_field(
        out, {.field = field, .choices = choices, .none_text = choice.none_text},
        {.value = is_everywhere ? whole_province_text : field.value,
         .hint = choice.has_whole_province ? "Gõ mã hoặc tên cơ quan; gõ “Toàn tỉnh” cho cả tỉnh."
                                           : "Gõ mã hoặc tên cơ quan."});
}

}  // namespace caicach::identity
