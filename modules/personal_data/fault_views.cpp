#include "personal_data/fault_views.hpp"

#include <array>

#include "http/response.hpp"
#include "web/components/feedback.hpp"

namespace caicach::personal_data
{

Fault fault_of(const Context& context, const std::optional<Error>& error)
{
    if (!error) return {};
    return {.field = error->field,
            .message = context.message(*error),
            .status = http::status_of(error->kind)};
}

void summary(html::Writer& out, const Fault& fault)
{
    if (fault.message.empty()) return;
    const std::array errors{web::FieldError{.field_id = fault.field, .message = fault.message}};
    web::error_summary(out, errors);
}

bool is_about_form(const Error& error)
{
    return error.kind == Failure::invalid || error.kind == Failure::conflict;
}

}  // namespace caicach::personal_data
