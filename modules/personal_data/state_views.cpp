#include "personal_data/state_views.hpp"

#include "web/components/parts.hpp"

namespace caicach::personal_data
{

namespace
{

web::Tone tone_of(RequestState state)
{
    switch (state) {
        case RequestState::received:
            return web::Tone::info;
        case RequestState::acknowledged:
            return web::Tone::warning;
        case RequestState::done:
            return web::Tone::success;
        case RequestState::refused:
            return web::Tone::neutral;
    }
    return web::Tone::neutral;
}

}  // namespace

std::string_view overdue_text(const DataRequest& request, Date today)
{
    if (!request.is_overdue(today)) return {};
    return request.state == RequestState::received ? "Quá hạn xác nhận" : "Quá hạn thực hiện";
}

void state_tag(html::Writer& out, const DataRequest& request, Date today)
{
    web::tag(out, {.text = text_of(request.state), .tone = tone_of(request.state)});
    const auto overdue = overdue_text(request, today);
    if (overdue.empty()) return;
    out({" "});
    web::tag(out, {.text = overdue, .tone = web::Tone::danger});
}

std::vector<web::Choice> kind_choices(std::string_view chosen)
{
    std::vector<web::Choice> choices;
    for (const auto kind : request_kinds) {
        choices.push_back(
            {.value = key_of(kind), .label = text_of(kind), .is_chosen = key_of(kind) == chosen});
    }
    return choices;
}

}  // namespace caicach::personal_data
