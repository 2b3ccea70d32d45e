#include "http/request.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "http/cookie.hpp"
#include "http/target.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::http
{

namespace
{

constexpr std::array<std::pair<Method, std::string_view>, 7> method_names{{
    {Method::get, "GET"},
    {Method::head, "HEAD"},
    {Method::post, "POST"},
    {Method::put, "PUT"},
    {Method::patch, "PATCH"},
    {Method::delete_, "DELETE"},
    {Method::options, "OPTIONS"},
}};

const Field* find(const std::vector<Field>& fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

auto not_found() { return failure(Failure::not_found, "http.not_found"); }

auto missing(std::string_view field)
{
    return failure(Failure::invalid, "http.field.missing", std::string(field));
}

/// Bytes first: nobody normalises megabytes to learn that they are too many.
Result<std::string> cleaned(std::string_view field, std::string_view value, std::size_t length_max)
{
    constexpr std::size_t bytes_of_a_character_max = 12;  // decomposed letters take several
    if (value.size() <= length_max * bytes_of_a_character_max) {
        auto text = text::clean_input(value);
        if (text::length(text) <= length_max) return text;
    }
    return failure(Failure::invalid, "http.field.too_long", std::string(field),
                   {text::format_integer(static_cast<std::int64_t>(length_max))});
}

/// A day as date controls and people write it.
std::optional<Date> date_from(std::string_view text)
{
    const auto iso = Date::from_iso(text);
    return iso ? iso : Date::from_vietnamese(text);
}

}  // namespace

std::string_view to_text(Method method)
{
    return method_names[static_cast<std::size_t>(method)].second;
}

std::optional<Method> method_from(std::string_view text)
{
    for (const auto& [method, name] : method_names)
        if (name == text) return method;
    return std::nullopt;
}

Result<Request> Request::create(RequestParts parts)
{
    auto target = TRY(parse_target(parts.target));
    Request request;
    request.m_path = std::move(target.path);
    request.m_query = std::move(target.query);
    request.m_parts = std::move(parts);
    // HTTP/2 proxies may split cookies over several headers.
    for (const auto& header : request.m_parts.headers) {
        if (header.name != "cookie") continue;
        for (auto& cookie : parse_cookies(header.value))
            if (request.m_cookies.size() < cookie_count_max)
                request.m_cookies.push_back(std::move(cookie));
    }
    return request;
}

std::string_view Request::header(std::string_view name) const
{
    const auto found = std::ranges::find(m_parts.headers, name, &Header::name);
    return found == m_parts.headers.end() ? std::string_view{} : std::string_view(found->value);
}

std::optional<std::string_view> Request::cookie(std::string_view name) const
{
    const auto* found = find(m_cookies, name);
    if (found == nullptr) return std::nullopt;
    return found->value;
}

const std::vector<Field>& Request::fields() const
{
    const bool asks = method() == Method::get || method() == Method::head;
    return asks ? m_query : m_parts.form;
}

bool Request::has(std::string_view field) const { return find(fields(), field) != nullptr; }

std::string_view Request::raw(std::string_view field) const
{
    const auto* found = find(fields(), field);
    return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

std::optional<std::string_view> Request::query(std::string_view name) const
{
    const auto* found = find(m_query, name);
    if (found == nullptr) return std::nullopt;
    return found->value;
}

Result<std::optional<std::string>> Request::maybe_text(std::string_view field,
                                                       std::size_t length_max) const
{
    const auto text = TRY(cleaned(field, raw(field), length_max));
    auto line = text::squeeze(text);
    if (line.empty()) return std::optional<std::string>{};
    return std::optional(std::move(line));
}

Result<std::string> Request::text(std::string_view field, std::size_t length_max) const
{
    auto value = TRY(maybe_text(field, length_max));
    if (!value) return missing(field);
    return std::move(*value);
}

Result<std::string> Request::paragraphs(std::string_view field, std::size_t length_max) const
{
    const auto text = TRY(cleaned(field, raw(field), length_max));
    return std::string(text::trim(text));
}

Result<std::vector<std::string>> Request::texts(std::string_view field,
                                                std::size_t length_max) const
{
    std::vector<std::string> values;
    for (const auto& [name, value] : fields()) {
        if (name != field) continue;
        const auto text = TRY(cleaned(field, value, length_max));
        if (auto line = text::squeeze(text); !line.empty()) values.push_back(std::move(line));
    }
    return values;
}

Result<std::optional<std::int64_t>> Request::maybe_integer(std::string_view field,
                                                           IntegerRange range) const
{
    const auto text = TRY(maybe_text(field));
    if (!text) return std::optional<std::int64_t>{};
    const auto number = text::parse_integer(*text);
    if (!number) return failure(Failure::invalid, "http.field.not_a_number", std::string(field));
    if (*number < range.lowest)
        return failure(Failure::invalid, "http.field.too_low", std::string(field),
                       {text::format_integer(range.lowest)});
    if (*number > range.highest)
        return failure(Failure::invalid, "http.field.too_high", std::string(field),
                       {text::format_integer(range.highest)});
    return number;
}

Result<std::int64_t> Request::integer(std::string_view field, IntegerRange range) const
{
    const auto number = TRY(maybe_integer(field, range));
    if (!number) return missing(field);
    return *number;
}

Result<std::optional<Date>> Request::maybe_date(std::string_view field) const
{
    const auto text = TRY(maybe_text(field));
    if (!text) return std::optional<Date>{};
    const auto date = date_from(*text);
    if (!date) return failure(Failure::invalid, "http.field.not_a_date", std::string(field));
    return date;
}

Result<Date> Request::date(std::string_view field) const
{
    const auto date = TRY(maybe_date(field));
    if (!date) return missing(field);
    return *date;
}

Result<const UploadedFile*> Request::file(std::string_view field) const
{
    const auto found = std::ranges::find(m_parts.files, field, &UploadedFile::field);
    if (found == m_parts.files.end())
        return failure(Failure::invalid, "http.file.missing", std::string(field));
    return &*found;
}

void Request::set_path_parameters(std::vector<Field> parameters)
{
    m_path_parameters = std::move(parameters);
}

Result<std::string> Request::path_text(std::string_view name) const
{
    const auto* found = find(m_path_parameters, name);
    // A handler that asks for what its pattern does not name is a fault of the source.
    VERIFY(found != nullptr);
    return found->value;
}

Result<std::int64_t> Request::path_integer(std::string_view name) const
{
    const auto text = TRY(path_text(name));
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || value < 0) return not_found();
    return value;
}

}  // namespace caicach::http
