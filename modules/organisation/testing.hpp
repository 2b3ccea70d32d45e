#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "database/migration.hpp"
#include "organisation/api.hpp"

/// For tests of this module and of those below it. Each ends the test where it fails.
namespace caicach::organisation::testing
{

/// The tables of this module, to stand before those of yours.
[[nodiscard]] std::vector<database::Migration> migrations();

/// A day off of the province, in the calendar; answers the open due dates that moved.
std::vector<MovedDueDate> day_off(Context& context, database::Transaction& transaction, Date day);

/// An agency that exists ever since, committed. Kinds must be there: `load_reference` first.
AgencyId agency(Context& context, std::string_view name, std::string_view kind = "department");

}  // namespace caicach::organisation::testing
