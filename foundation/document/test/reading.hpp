#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "document/reader.hpp"

namespace caicach::document::testing
{

/// The lines that hold text, in order.
inline std::vector<std::string> lines_of(const SourceText& source)
{
    std::vector<std::string> lines;
    for (const auto& line : source.lines) {
        if (!line.text.empty()) lines.push_back(line.text);
    }
    return lines;
}

inline std::vector<std::string> lines_of(std::string_view bytes, std::string_view name = "a.docx")
{
    const auto source = read_bytes(bytes, name);
    REQUIRE(source);
    return lines_of(*source);
}

inline std::string refusal_of(std::string_view bytes, std::string_view name = "a.docx")
{
    const auto source = read_bytes(bytes, name);
    return source ? "was read" : source.error().key;
}

using Lines = std::vector<std::string>;

}  // namespace caicach::document::testing
