#pragma once
#include "json/value.hpp"
#include "plan/edition.hpp"

/// Plans and items as machines read them: the API, the JSON download. Names are those of the plan
/// schema that `caicach plan read` prints, so that both say the same.
namespace caicach::plan
{

[[nodiscard]] json::Value public_json(const Edition& edition);
[[nodiscard]] json::Value public_json(const Edition& edition, const Item& item);
[[nodiscard]] json::Value public_json(const Reference& reference);

}  // namespace caicach::plan
