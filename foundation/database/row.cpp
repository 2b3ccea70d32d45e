#include "database/row.hpp"

#include <string>

#include "base/result.hpp"

namespace caicach::database
{

namespace
{

[[noreturn]] void broken(std::string_view name, std::string_view what)
{
    const std::string message = "column " + std::string(name) + " " + std::string(what);
    verification_failed(message.c_str(), __FILE__, __LINE__);
}

}  // namespace

int Row::column(std::string_view name) const
{
    const int count = m_cells.count();
    for (int tried = 0; tried < count; ++tried) {
        const int column = (m_last + tried) % count;
        if (m_cells.name(column) == name) {
            m_last = column;
            return column;
        }
    }
    broken(name, "is not in the result");
}

bool Row::is_null(std::string_view name) const { return m_cells.type(column(name)) == Type::none; }

std::int64_t Row::integer(std::string_view name) const
{
    const std::optional<std::int64_t> value = m_cells.integer(column(name));
    if (!value) broken(name, "holds no 64-bit integer");
    return *value;
}

double Row::real(std::string_view name) const
{
    const std::optional<double> value = m_cells.real(column(name));
    if (!value) broken(name, "holds no number");
    return *value;
}

bool Row::boolean(std::string_view name) const
{
    const std::int64_t value = integer(name);
    if (value != 0 && value != 1) broken(name, "holds neither 0 nor 1");
    return value == 1;
}

std::string_view Row::text(std::string_view name) const
{
    const int found = column(name);
    if (m_cells.type(found) != Type::text) broken(name, "holds no text");
    return m_cells.text(found);
}

std::string Row::bytes(std::string_view name) const
{
    const int found = column(name);
    if (m_cells.type(found) != Type::bytes) broken(name, "holds no bytes");
    return m_cells.bytes(found);
}

Date Row::date(std::string_view name) const
{
    const std::optional<Date> value = Date::from_iso(text(name));
    if (!value) broken(name, "holds no ISO date");
    return *value;
}

Instant Row::instant(std::string_view name) const
{
    const std::string_view value = text(name);
    const Instant instant = instant_from_iso(value);
    if (to_iso(instant) != value) broken(name, "holds no ISO instant");
    return instant;
}

std::optional<std::int64_t> Row::maybe_integer(std::string_view name) const
{
    if (is_null(name)) return std::nullopt;
    return integer(name);
}

std::optional<double> Row::maybe_real(std::string_view name) const
{
    if (is_null(name)) return std::nullopt;
    return real(name);
}

std::optional<std::string> Row::maybe_text(std::string_view name) const
{
    if (is_null(name)) return std::nullopt;
    return string(name);
}

std::optional<Date> Row::maybe_date(std::string_view name) const
{
    if (is_null(name)) return std::nullopt;
    return date(name);
}

std::optional<Instant> Row::maybe_instant(std::string_view name) const
{
    if (is_null(name)) return std::nullopt;
    return instant(name);
}

}  // namespace caicach::database
