#include "http/response.hpp"

#include <algorithm>
#include <utility>

#include "http/ascii.hpp"
#include "http/percent.hpp"
#include "json/value.hpp"
#include "text/slug.hpp"
#include "text/text.hpp"

namespace caicach::http
{

namespace
{

/// An address of our own site with every unfit byte encoded; "/" for anything else, so that no
/// redirect leads away ("//elsewhere", "/\elsewhere") or begins a header.
std::string local_address(std::string_view path)
{
    if (!path.starts_with('/') || path.starts_with("//") ||
        path.find('\\') != std::string_view::npos)
        return "/";
    std::string address;
    for (const char letter : path) {
        if (letter > 0x20 && letter < 0x7f && letter != '"' && letter != '<' && letter != '>')
            address += letter;
        else
            address += percent_encoded(std::string_view(&letter, 1));
    }
    return address;
}

Response to_address(int status, std::string_view path)
{
    Response response(status, {}, std::string{});
    response.set_header("Location", MUST(HeaderValue::create(local_address(path))));
    return response;
}

/// "Kế hoạch số 12.docx" → "ke-hoach-so-12.docx": for readers that know no UTF-8 names.
std::string ascii_file_name(std::string_view name)
{
    const auto dot = name.rfind('.');
    auto result = text::slug(name.substr(0, dot));
    if (result.empty()) result = "tep";
    if (dot == std::string_view::npos) return result;
    const auto extension = text::slug(name.substr(dot + 1));
    return extension.empty() ? result : result + "." + extension;
}

}  // namespace

Response::Response(int status_, std::string type_, Body body_)
    : status(status_), type(std::move(type_)), body(std::move(body_))
{
}

Response& Response::set_header(HeaderName name, HeaderLiteral value)
{
    return replace_header(name.text(), value.text());
}

Response& Response::set_header(HeaderName name, const HeaderValue& value)
{
    return replace_header(name.text(), value.text());
}

Response& Response::replace_header(std::string_view name, std::string_view value)
{
    const auto found = std::ranges::find_if(m_headers, [&name](const Header& header) {
        return equals_ignoring_case(header.name, name);
    });
    if (found == m_headers.end())
        m_headers.push_back({std::string(name), std::string(value)});
    else
        found->value = value;
    return *this;
}

Response& Response::set_status(int value)
{
    status = value;
    return *this;
}

Response& Response::set_caching(Caching value)
{
    caching = value;
    return *this;
}

Response& Response::add_cookie(const Cookie& cookie)
{
    const auto value = MUST(set_cookie_value(cookie));
    m_headers.push_back({"Set-Cookie", std::string(value.text())});
    return *this;
}

Response& Response::set_download_name(std::string_view file_name)
{
    auto name = text::squeeze(text::clean_input(file_name));
    std::ranges::replace_if(name, [](char letter) { return letter == '/' || letter == '\\'; }, '-');
    auto value = "attachment; filename=\"" + ascii_file_name(name) + "\"; filename*=UTF-8''" +
                 percent_encoded(name);
    return set_header("Content-Disposition", MUST(HeaderValue::create(std::move(value))));
}

std::string_view Response::header(std::string_view name) const
{
    for (const auto& header : m_headers)
        if (equals_ignoring_case(header.name, name)) return header.value;
    return {};
}

const std::string& Response::text() const
{
    static const std::string none;
    const auto* text = std::get_if<std::string>(&body);
    return text == nullptr ? none : *text;
}

Response page(std::string html, int status)
{
    return {status, "text/html; charset=utf-8", std::move(html)};
}

Response plain_text(std::string text, int status)
{
    return {status, "text/plain; charset=utf-8", std::move(text)};
}

Response json(std::string json, int status)
{
    return {status, "application/json", std::move(json)};
}

Response file(std::string path, std::string type)
{
    return {200, std::move(type), FileBody{std::move(path)}};
}

Response stream(StreamBody body, std::string type)
{
    return {200, std::move(type), std::move(body)};
}

Response redirect(std::string_view path) { return to_address(303, path); }

Response moved(std::string_view path) { return to_address(308, path); }

Response not_modified() { return {304, {}, std::string{}}; }

int status_of(Failure failure)
{
    switch (failure) {
        case Failure::invalid:
            return 422;
        case Failure::not_found:
            return 404;
        case Failure::forbidden:
            return 403;
        case Failure::unauthenticated:
            return 401;
        case Failure::conflict:
            return 409;
        case Failure::too_large:
            return 413;
        case Failure::unsupported:
            return 415;
        case Failure::unavailable:
            return 503;
        case Failure::internal:
            break;
    }
    return 500;
}

Response problem(const Problem& problem)
{
    json::Object members;
    members.emplace_back("type", "urn:caicach:" + problem.key);
    members.emplace_back("title", problem.title);
    members.emplace_back("status", problem.status);
    const auto add = [&members](const char* name, const std::string& value) {
        if (!value.empty()) members.emplace_back(name, value);
    };
    add("detail", problem.detail);
    add("field", problem.field);
    add("request_id", problem.request_id);
    return {problem.status, "application/problem+json",
            json::dump(json::Value(std::move(members)))};
}

}  // namespace caicach::http
