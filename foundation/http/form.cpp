#include "http/form.hpp"

#include <algorithm>

#include "http/csrf.hpp"
#include "text/text.hpp"

namespace caicach::http
{

Form::Form(const Request& request)
{
    for (const auto& [name, value] : request.fields())
        if (name != csrf_field) m_values.push_back({name, text::clean_input(value)});
}

void Form::set(std::string_view field, std::string value)
{
    const auto found = std::ranges::find(m_values, field, &Field::name);
    if (found == m_values.end())
        m_values.push_back({std::string(field), std::move(value)});
    else
        found->value = std::move(value);
}

std::string_view Form::value(std::string_view field) const
{
    const auto found = std::ranges::find(m_values, field, &Field::name);
    return found == m_values.end() ? std::string_view{} : std::string_view(found->value);
}

bool Form::has(std::string_view field, std::string_view value) const
{
    return std::ranges::any_of(
        m_values, [&](const Field& entry) { return entry.name == field && entry.value == value; });
}

const Error* Form::error_of(std::string_view field) const
{
    const auto found = std::ranges::find(m_errors, field, &Error::field);
    return found == m_errors.end() ? nullptr : &*found;
}

}  // namespace caicach::http
