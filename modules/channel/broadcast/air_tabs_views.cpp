#include "channel/broadcast/air_tabs_views.hpp"

#include <array>
#include <string>

#include "channel/broadcast/broadcast_paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{

void air_tabs(html::Writer& out, const organisation::AgencySummary& agency, AirTab current)
{
    const auto day = air_path() + "?co-quan=" + http::percent_encoded(agency.code);
    const auto airings = airings_of_path(agency.code);
    const std::array entries{
        web::Tab{.text = "Hôm nay và nhật ký", .path = day, .is_current = current == AirTab::day},
        web::Tab{.text = "Lịch phát", .path = airings, .is_current = current == AirTab::airings}};
    web::tabs(out, "Truyền thanh", entries);
}

void agency_choice_field(html::Writer& out,
                         const std::vector<organisation::AgencySummary>& agencies,
                         const organisation::AgencySummary& chosen)
{
    if (agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(agencies.size());
    for (const auto& one : agencies)
        choices.push_back({.value = one.code, .label = one.name, .is_chosen = one.id == chosen.id});
    web::combobox_field(out,
                        {.field = {.name = "co-quan", .label = "Cơ quan, xã"}, .choices = choices});
}

}  // namespace caicach::channel
