#include "obligation/state_views.hpp"

#include "calendar/period_key.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

web::Tone tone_of(State state)
{
    switch (state) {
        case State::open:
            return web::Tone::info;
        case State::fulfilled:
            return web::Tone::success;
        case State::fulfilled_late:
            return web::Tone::warning;
        case State::overdue:
            return web::Tone::danger;
        case State::upcoming:
        case State::excused:
        case State::closed:
            break;
    }
    return web::Tone::neutral;
}

}  // namespace

void state_tag(html::Writer& out, const Obligation& obligation, Date today)
{
    const auto state = state_of(obligation, today);
    web::tag(out, {.text = label_of(state), .tone = tone_of(state)});
}

std::string period_label(const Obligation& obligation)
{
    const auto period = calendar::period_from_key(obligation.period);
    return period ? calendar::label(*period) : "Một lần";
}

}  // namespace caicach::obligation
