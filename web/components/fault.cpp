#include "web/components/fault.hpp"

#include <array>

#include "http/response.hpp"
#include "web/components/feedback.hpp"

namespace caicach::web
{

Fault fault_of(const Context& context, const std::optional<Error>& error)
{
    if (!error) return {};
    return {.field = error->field,
            .message = context.message(*error),
            .status = http::status_of(error->kind)};
}

void fault_summary(html::Writer& out, const Fault& fault)
{
    if (fault.message.empty()) return;
    const std::array errors{FieldError{.field_id = fault.field, .message = fault.message}};
    error_summary(out, errors);
}

bool is_about_form(const Error& error)
{
    return error.kind == Failure::invalid || error.kind == Failure::conflict ||
           error.kind == Failure::too_large || error.kind == Failure::unsupported;
}

}  // namespace caicach::web
