#include "database/postgres/result_cells.hpp"

#include <libpq-fe.h>

#include <charconv>
#include <system_error>

namespace caicach::database::postgres
{

namespace
{

template <class T>
std::optional<T> parse_whole(std::string_view text)
{
    T value{};
    const char* end = text.data() + text.size();
    // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): its end is told too
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

int from_hex(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

}  // namespace

int ResultCells::count() const { return PQnfields(m_result); }

std::string_view ResultCells::name(int column) const { return PQfname(m_result, column); }

TypeNumber ResultCells::number(int column) const
{
    return static_cast<TypeNumber>(PQftype(m_result, column));
}

Type ResultCells::type(int column) const
{
    if (PQgetisnull(m_result, m_row, column) != 0) return Type::none;
    switch (number(column)) {
        case TypeNumber::boolean:
        case TypeNumber::int8:
        case TypeNumber::int2:
        case TypeNumber::int4:
            return Type::integer;
        case TypeNumber::float4:
        case TypeNumber::float8:
        case TypeNumber::numeric:
            return Type::real;
        case TypeNumber::bytea:
            return Type::bytes;
        default:
            return Type::text;
    }
}

std::optional<std::int64_t> ResultCells::integer(int column) const
{
    if (PQgetisnull(m_result, m_row, column) != 0) return std::nullopt;
    switch (number(column)) {
        case TypeNumber::boolean:
            // A comparison: SQLite answers 0 or 1.
            return text(column) == "t" ? 1 : 0;
        case TypeNumber::int8:
        case TypeNumber::int2:
        case TypeNumber::int4:
        case TypeNumber::numeric:  // sum() of BIGINT
            return parse_whole<std::int64_t>(text(column));
        default:
            return std::nullopt;
    }
}

std::optional<double> ResultCells::real(int column) const
{
    switch (type(column)) {
        case Type::integer:
        case Type::real:
            return parse_whole<double>(text(column));
        default:
            return std::nullopt;
    }
}

std::string_view ResultCells::text(int column) const
{
    return {PQgetvalue(m_result, m_row, column),
            static_cast<std::size_t>(PQgetlength(m_result, m_row, column))};
}

std::string ResultCells::bytes(int column) const
{
    // "\x00ff…"
    const std::string_view hex = text(column).substr(2);
    std::string bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(from_hex(hex[i]) * 16 + from_hex(hex[i + 1]));
    return bytes;
}

}  // namespace caicach::database::postgres
