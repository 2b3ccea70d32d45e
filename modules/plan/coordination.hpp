#pragma once
#include <span>

#include "database/transaction.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

/// A plan names who coordinates it. Where that agency ended, the one that answers for most of it
/// now coordinates in its place: it amends the plan, and reviews and puts the amendment in force.
[[nodiscard]] Result<void> coordinated_on(database::Transaction& transaction,
                                          std::span<Edition> editions, Date today);

}  // namespace caicach::plan
