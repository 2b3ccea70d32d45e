#include "identity/form_fault_views.hpp"

#include <algorithm>

#include "http/response.hpp"
#include "web/components/feedback.hpp"

namespace caicach::identity
{

FormFaults::FormFaults(const Context& context, const http::Form& form)
{
    for (const auto& error : form.errors())
        m_faults.push_back({error.field, context.message(error), error.kind});
}

std::string_view FormFaults::at(std::string_view field) const
{
    const auto found = std::ranges::find(m_faults, field, &Fault::field);
    return found == m_faults.end() ? std::string_view{} : std::string_view(found->message);
}

void FormFaults::summary(html::Writer& out) const
{
    std::vector<web::FieldError> errors;
    errors.reserve(m_faults.size());
    for (const auto& fault : m_faults)
        errors.push_back({.field_id = fault.field, .message = fault.message});
    web::error_summary(out, errors);
}

int FormFaults::status() const
{
    return m_faults.empty() ? 200 : http::status_of(m_faults.front().kind);
}

}  // namespace caicach::identity
