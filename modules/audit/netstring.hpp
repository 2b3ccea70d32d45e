#pragma once
#include <fmt/core.h>

#include <iterator>
#include <string>
#include <string_view>

namespace caicach::audit
{

/// "LENGTH:BYTES,": no text can be taken for the end of another one.
inline void add_netstring(std::string& bytes, std::string_view text)
{
    fmt::format_to(std::back_inserter(bytes), "{}:{},", text.size(), text);
}

}  // namespace caicach::audit
