#include "identity/fault_views.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

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

Error wait_error(std::string field, std::int64_t seconds)
{
    return {.kind = Failure::unavailable,
            .key = "identity.sign_in.delayed",
            .field = std::move(field),
            .arguments = {in_words(seconds)}};
}

}  // namespace caicach::identity
