#include <cstddef>
#include <cstdint>
#include <string_view>

#include "http/cookie.hpp"
#include "http/csrf.hpp"
#include "http/request.hpp"

using namespace caicach;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto cookies = http::parse_cookies(text);
    VERIFY(cookies.size() <= http::cookie_count_max);
    for (const auto& [name, value] : cookies) {
        VERIFY(!name.empty() && http::is_header_value(name) && http::is_header_value(value));
        // Whatever comes in goes out only as a cookie that cannot be broken out of.
        if (const auto header = http::set_cookie_value({name, value}))
            VERIFY(header->text().find(';') == header->text().find("; Path=/"));
    }
    VERIFY(!http::csrf_matches("0123456789abcdef0123456789abcdef", text));
    return 0;
}
