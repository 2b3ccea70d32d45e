#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"

namespace caicach::database
{

/// What a column or a parameter holds. Dates and instants are ISO text, booleans integers 0 and 1.
enum class Type { none, integer, real, text, bytes };

/// Bytes that are not text, as a parameter (a BLOB column; BYTEA on PostgreSQL).
struct Bytes {
    std::string_view value{};
};

/// One value bound to `$n`. Looks at the text that it is made from, which must outlive the call.
/// Enums are refused by the compiler: store their name.
class Parameter
{
public:
    explicit Parameter(std::nullptr_t) {}
    template <std::integral T>
        requires(std::same_as<T, bool> || std::signed_integral<T> || sizeof(T) < 8)
    explicit Parameter(T value) : m_type(Type::integer), m_null(false), m_integer(value)
    {
    }
    explicit Parameter(char) = delete;
    explicit Parameter(double value) : m_type(Type::real), m_null(false), m_real(value) {}
    template <class T>
        requires std::convertible_to<const T&, std::string_view>
    explicit Parameter(const T& value) : m_type(Type::text), m_null(false), m_view(value)
    {
    }
    explicit Parameter(Bytes value) : m_type(Type::bytes), m_null(false), m_view(value.value) {}
    explicit Parameter(Date value)
        : m_type(Type::text), m_null(false), m_is_owned(true), m_owned(value.iso())
    {
    }
    explicit Parameter(Instant value)
        : m_type(Type::text), m_null(false), m_is_owned(true), m_owned(to_iso(value))
    {
    }
    template <class Tag>
    explicit Parameter(Id<Tag> value) : Parameter(value.value)
    {
    }
    /// An empty optional is a NULL that knows its type, which PostgreSQL needs now and then.
    template <class T>
    explicit Parameter(const std::optional<T>& value)
        : Parameter(value ? Parameter(*value) : null_like(T{}))
    {
    }

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] bool is_null() const { return m_null; }
    [[nodiscard]] std::int64_t integer() const { return m_integer; }
    [[nodiscard]] double real() const { return m_real; }
    /// The text or the bytes.
    [[nodiscard]] std::string_view text() const { return m_is_owned ? m_owned : m_view; }

private:
    template <class T>
    static Parameter null_like(const T& example)
    {
        Parameter null(nullptr);
        null.m_type = Parameter(example).type();
        return null;
    }

    Type m_type{Type::none};
    bool m_null{true};
    bool m_is_owned{};
    std::int64_t m_integer{};
    double m_real{};
    std::string_view m_view{};
    std::string m_owned{};
};

}  // namespace caicach::database
