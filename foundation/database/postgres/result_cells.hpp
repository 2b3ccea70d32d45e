#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "database/row.hpp"

struct pg_result;

namespace caicach::database::postgres
{

/// The types of PostgreSQL that we send and read, by their numbers in pg_type.
enum class TypeNumber : unsigned {
    unspecified = 0,
    boolean = 16,
    bytea = 17,
    int8 = 20,
    int2 = 21,
    int4 = 23,
    text = 25,
    float4 = 700,
    float8 = 701,
    numeric = 1700,
};

/// One row of a result, which libpq gives as text.
class ResultCells final : public Cells
{
public:
    explicit ResultCells(const pg_result* result) : m_result(result) {}
    void move_to(int row) { m_row = row; }

    [[nodiscard]] int count() const override;
    [[nodiscard]] std::string_view name(int column) const override;
    [[nodiscard]] Type type(int column) const override;
    [[nodiscard]] std::optional<std::int64_t> integer(int column) const override;
    [[nodiscard]] std::optional<double> real(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    [[nodiscard]] std::string bytes(int column) const override;

private:
    [[nodiscard]] TypeNumber number(int column) const;

    const pg_result* m_result;
    int m_row{};
};

}  // namespace caicach::database::postgres
