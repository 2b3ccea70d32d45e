#pragma once
#include <functional>

#include "database/database.hpp"

namespace caicach::testing
{

/// What one writer does in a transaction that is opened and committed for it.
using Deed = std::function<Result<void>(database::Transaction&)>;

/// Two writers at once. `one` is done first, but not committed; then `other` runs in a transaction
/// and a thread of its own. `one` is committed as soon as `other` waits for it or is through; on
/// SQLite, where `other` cannot even begin, at once. Answers what became of `other`; `one` must go
/// well.
[[nodiscard]] Result<void> side_by_side(database::Database& database, const Deed& one,
                                        const Deed& other);

}  // namespace caicach::testing
