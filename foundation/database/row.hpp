#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"
#include "database/parameter.hpp"

namespace caicach::database
{

/// The current row as a driver shows it: cells by position. One implementation per database.
class Cells
{
public:
    virtual ~Cells() = default;
    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual std::string_view name(int column) const = 0;
    /// Type::none for NULL.
    [[nodiscard]] virtual Type type(int column) const = 0;
    /// Nothing when the value is no 64-bit integer.
    [[nodiscard]] virtual std::optional<std::int64_t> integer(int column) const = 0;
    [[nodiscard]] virtual std::optional<double> real(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string bytes(int column) const = 0;
};

/// The current row of a query, read by column name; valid only inside the callback it is given to.
/// A missing column, a NULL where none is allowed and a value of another type are our own mistakes,
/// not the reader's: they end the process with a message that names the column.
class Row
{
public:
    explicit Row(const Cells& cells) : m_cells(cells) {}

    [[nodiscard]] std::int64_t integer(std::string_view name) const;
    [[nodiscard]] double real(std::string_view name) const;
    /// 0 or 1; nothing else.
    [[nodiscard]] bool boolean(std::string_view name) const;
    /// Looks at the driver's memory: copy it (`string`) to keep it.
    [[nodiscard]] std::string_view text(std::string_view name) const;
    [[nodiscard]] std::string string(std::string_view name) const
    {
        return std::string(text(name));
    }
    [[nodiscard]] std::string bytes(std::string_view name) const;
    [[nodiscard]] Date date(std::string_view name) const;
    [[nodiscard]] Instant instant(std::string_view name) const;
    template <class IdType>
    [[nodiscard]] IdType id(std::string_view name) const
    {
        return IdType{integer(name)};
    }

    [[nodiscard]] bool is_null(std::string_view name) const;
    [[nodiscard]] std::optional<std::int64_t> maybe_integer(std::string_view name) const;
    [[nodiscard]] std::optional<double> maybe_real(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> maybe_text(std::string_view name) const;
    [[nodiscard]] std::optional<Date> maybe_date(std::string_view name) const;
    [[nodiscard]] std::optional<Instant> maybe_instant(std::string_view name) const;
    template <class IdType>
    [[nodiscard]] std::optional<IdType> maybe_id(std::string_view name) const
    {
        const std::optional<std::int64_t> value = maybe_integer(name);
        return value ? std::optional<IdType>(IdType{*value}) : std::nullopt;
    }

private:
    [[nodiscard]] int column(std::string_view name) const;

    const Cells& m_cells;
    /// Columns are mostly read in their order, some twice: the search starts here.
    mutable int m_last{};
};

}  // namespace caicach::database
