#include "report/report_tags_views.hpp"

#include "report/report_words.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

web::Tone tone_of(State state)
{
    switch (state) {
        case State::approved:
            return web::Tone::success;
        case State::returned:
            return web::Tone::danger;
        case State::draft:
            return web::Tone::warning;
        case State::submitted:
        case State::checked:
            return web::Tone::info;
        case State::expected:
        case State::dropped:
            return web::Tone::neutral;
    }
    return web::Tone::neutral;
}

}  // namespace

void report_tags(html::Writer& out, const Report& report, Date today)
{
    const auto also = [&](std::string_view text, web::Tone tone) {
        out({" "});
        web::tag(out, {.text = text, .tone = tone});
    };
    web::tag(out, {.text = text_of(report.state), .tone = tone_of(report.state)});
    if (report.state == State::dropped) return;
    const auto is_on_time = report.is_on_time();
    if (is_on_time && !*is_on_time) also("Muộn", web::Tone::warning);
    if (report.is_overdue(today)) also(time_text(report, today), web::Tone::danger);
    if (report.is_locked(today)) also("Đã khóa", web::Tone::neutral);
    if (report.not_asked_since) also("Không còn phải báo cáo", web::Tone::neutral);
}

}  // namespace caicach::report
