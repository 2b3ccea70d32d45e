#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace caicach::database
{

/// An INSERT of one row ("… VALUES ($1, $2)", its parameters in order) as an INSERT of `rows` rows:
/// "… VALUES ($1, $2), ($3, $4)", for Transaction::change_bound. PostgreSQL answers thousands of
/// rows at the price of a few statements; SQLite takes 32,766 parameters, PostgreSQL 65,535.
[[nodiscard]] std::string many_rows(std::string_view insert, std::size_t rows);

}  // namespace caicach::database
