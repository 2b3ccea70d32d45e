#pragma once
#include <optional>
#include <vector>

#include "plan/importer/imported_plan.hpp"

namespace caicach::plan::importer
{

/// For each item the place of an earlier one that says nearly the same in other words: the same
/// number asked for and much of the wording, or nearly all of the wording.
[[nodiscard]] std::vector<std::optional<std::size_t>> near_duplicates(
    const std::vector<ImportedItem>& items);

}  // namespace caicach::plan::importer
