#pragma once
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "database/transaction.hpp"
#include "json/value.hpp"
#include "plan/edition.hpp"

/// Plans and items as machines read them: the API, the JSON download. Names are those of the plan
/// schema that `caicach plan read` prints, so that both say the same.
namespace caicach::plan
{

/// What agencies and groups are called in addresses and filters: "so-noi-vu", "departments".
using TargetKeys = std::vector<std::pair<organisation::Target, std::string>>;
/// Of the agencies that `items` name, and of all groups.
[[nodiscard]] Result<TargetKeys> target_keys(database::Transaction& transaction,
                                             std::span<const Item> items, Date day);

[[nodiscard]] json::Value public_json(const Edition& edition,
                                      const organisation::AgencySummary& coordinator);
[[nodiscard]] json::Value public_json(const Edition& edition, const Item& item,
                                      const TargetKeys& keys);
[[nodiscard]] json::Value public_json(const Recipient& recipient);
[[nodiscard]] json::Value public_json(const Reference& reference);

}  // namespace caicach::plan
