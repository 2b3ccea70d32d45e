#pragma once
#include <string_view>
#include <vector>

#include "database/migration.hpp"

/// What tests of a module may have of the whole house without seeing app/.
namespace caicach::testing
{

/// The schema of every module, in order.
[[nodiscard]] std::vector<database::Migration> all_migrations();

/// The agencies of the sample province, and its second plan, as files.
[[nodiscard]] std::string_view sample_province();
[[nodiscard]] std::string_view sample_reform_plan();

}  // namespace caicach::testing
