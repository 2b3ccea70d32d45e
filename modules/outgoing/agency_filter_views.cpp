#include "outgoing/agency_filter_views.hpp"

#include <vector>

#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::outgoing
{

void agency_filter(html::Writer& out, const std::string& path,
                   std::span<const organisation::AgencySummary> agencies,
                   organisation::AgencyId chosen)
{
    if (agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(agencies.size());
    for (const auto& one : agencies)
        choices.push_back({.value = one.code, .label = one.name, .is_chosen = one.id == chosen});
    web::filter_form(
        out, {.action = path, .label = "Chọn cơ quan", .submit_text = "Xem"},
        [&](html::Writer& fields) {
            web::combobox_field(
                fields, {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = choices});
        });
}

}  // namespace caicach::outgoing
