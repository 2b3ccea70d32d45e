#include "obligation/state_views.hpp"

#include "calendar/period_key.hpp"
#include "obligation/own_plan/waiting.hpp"
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

std::string_view state_text(const Obligation& obligation, Date today)
{
    const auto state = state_of(obligation, today);
    if (is_waiting(obligation)) {
        if (state == State::fulfilled) return "Đã gửi, chờ xem xét";
        if (state == State::fulfilled_late) return "Đã gửi muộn, chờ xem xét";
    }
    // What is requested is never late, and may still be done.
    const bool is_over = state == State::closed && obligation.closing == Closing::none;
    return is_over ? "Đề nghị, chưa có kết quả" : label_of(state);
}

void state_tag(html::Writer& out, const Obligation& obligation, Date today)
{
    const auto state = state_of(obligation, today);
    const auto tone =
        state == State::fulfilled && is_waiting(obligation) ? web::Tone::info : tone_of(state);
    web::tag(out, {.text = state_text(obligation, today), .tone = tone});
}

std::string period_label(const Obligation& obligation)
{
    const auto period = calendar::period_from_key(obligation.period);
    return period ? calendar::label(*period) : "Một lần";
}

}  // namespace caicach::obligation
