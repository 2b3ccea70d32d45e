#include "http/headers.hpp"

#include <utility>

namespace caicach::http
{

Result<HeaderValue> HeaderValue::create(std::string value)
{
    if (!is_header_value(value)) return failure(Failure::invalid, "http.header.invalid");
    HeaderValue result;
    result.m_value = std::move(value);
    return result;
}

HeaderValue HeaderValue::number(std::int64_t value)
{
    HeaderValue result;
    result.m_value = std::to_string(value);
    return result;
}

}  // namespace caicach::http
