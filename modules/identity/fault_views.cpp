#include "identity/fault_views.hpp"

#include <fmt/format.h>

#include <array>

#include "http/response.hpp"
#include "web/components/feedback.hpp"

namespace caicach::identity
{

Fault fault_of(const Context& context, const std::optional<Error>& error)
{
    if (!error) return {};
    return {.field = error->field, .message = context.message(*error)};
}

void summary(html::Writer& out, const Fault& fault)
{
    if (fault.message.empty()) return;
    const std::array errors{web::FieldError{.field_id = fault.field, .message = fault.message}};
    web::error_summary(out, errors);
}

int status_of(const std::optional<Error>& error)
{
    return error ? http::status_of(error->kind) : 200;
}

std::string in_words(std::int64_t seconds)
{
    constexpr std::int64_t minute = 60;
    if (seconds < minute) return fmt::format("{} giây", seconds);
    return fmt::format("{} phút", (seconds + minute - 1) / minute);
}

std::string moment(Instant at)
{
    // The one time zone of the country, without summer time.
    constexpr std::int64_t offset_seconds = 7 * 3600;
    constexpr std::int64_t day_seconds = 24 * 3600;
    const auto seconds = at.microseconds / 1'000'000 + offset_seconds;
    const auto of_day = seconds % day_seconds;
    return fmt::format("{}, {:02}:{:02}", Date::of(at).vietnamese(), of_day / 3600,
                       of_day % 3600 / 60);
}

}  // namespace caicach::identity
