#pragma once
#include <string>
#include <variant>

#include "base/result.hpp"
#include "http/response.hpp"

namespace caicach::testing
{

/// The pieces of an answer that is made while it is sent.
inline std::string sent_body(const http::Response& response)
{
    auto next = std::get<http::StreamBody>(response.body);
    std::string text;
    while (MUST(next(text))) {
    }
    return text;
}

}  // namespace caicach::testing
