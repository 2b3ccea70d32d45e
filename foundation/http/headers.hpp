#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach::http
{

/// One field of a request's or a response's head. In requests the name is in lower case.
struct Header {
    std::string name{};
    std::string value{};
};
using Headers = std::vector<Header>;

/// The name of a header that we send: a literal of the source, checked while compiling.
class HeaderName
{
public:
    template <std::size_t Size>
    consteval HeaderName(const char (&name)[Size]) : m_name(name, Size - 1)  // NOLINT(*-explicit-*)
    {
        for (const char letter : m_name)
            if (!(letter == '-' || (letter >= 'A' && letter <= 'Z') ||
                  (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')))
                throw "a header name is letters, digits and hyphens";
    }

    [[nodiscard]] constexpr std::string_view text() const { return m_name; }

private:
    std::string_view m_name;
};

/// What a header value may hold: no CR, LF, NUL or other control character, ASCII alone. So no text
/// from outside can begin a header of its own.
[[nodiscard]] constexpr bool is_header_value(std::string_view value)
{
    for (const char letter : value)
        if (letter < 0x20 || letter > 0x7e) return false;
    return true;
}

/// The value of a header that is a literal of the source, checked while compiling.
class HeaderLiteral
{
public:
    template <std::size_t Size>
    consteval HeaderLiteral(const char (&value)[Size])  // NOLINT(*-explicit-*)
        : m_value(value, Size - 1)
    {
        if (!is_header_value(m_value)) throw "a header value holds no control characters";
    }

    [[nodiscard]] constexpr std::string_view text() const { return m_value; }

private:
    std::string_view m_value;
};

/// The value of a header made while running; nothing unfit becomes one.
class HeaderValue
{
public:
    /// `http.header.invalid` where the value holds a control character or a byte beyond ASCII.
    [[nodiscard]] static Result<HeaderValue> create(std::string value);
    [[nodiscard]] static HeaderValue number(std::int64_t value);

    [[nodiscard]] const std::string& text() const { return m_value; }

private:
    HeaderValue() = default;

    std::string m_value;
};

}  // namespace caicach::http
