#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/percent.hpp"
#include "http/target.hpp"

using namespace caicach;

/// What was read and is written again reads the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto fields = http::parse_urlencoded(text);
    if (!fields) return 0;
    std::string again;
    for (const auto& [name, value] : *fields)
        again += "&" + http::percent_encoded(name) + "=" + http::percent_encoded(value);
    const auto reread = http::parse_urlencoded(again);
    VERIFY(reread.has_value() && reread->size() == fields->size());
    for (std::size_t at = 0; at < fields->size(); ++at) {
        VERIFY((*reread)[at].name == (*fields)[at].name);
        VERIFY((*reread)[at].value == (*fields)[at].value);
    }
    return 0;
}
