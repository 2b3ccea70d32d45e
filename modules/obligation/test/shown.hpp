#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "http/response.hpp"

/// What tests of pages ask an answer.
namespace caicach::obligation
{

inline bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

/// The value of a hidden field of the page.
inline std::string value_in(const http::Response& page, std::string_view name)
{
    const auto& html = page.text();
    const auto field = "name=\"" + std::string{name} + "\" value=\"";
    const auto at = html.find(field);
    REQUIRE(at != std::string::npos);
    const auto begin = at + field.size();
    return html.substr(begin, html.find('"', begin) - begin);
}

}  // namespace caicach::obligation
