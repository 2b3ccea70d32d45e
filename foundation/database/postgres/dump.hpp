#pragma once
#include <string>

#include "base/result.hpp"
#include "database/database.hpp"

namespace caicach::database::postgres
{

/// The whole database into `path`, which must not exist, in pg_dump's custom format: anybody's
/// pg_restore reads it. `snapshot`: what pg_export_snapshot() named; empty: the state of now.
[[nodiscard]] Result<void> dump(const Options& options, const std::string& path,
                                const std::string& snapshot);

/// Fills an empty database from such a file in one transaction.
[[nodiscard]] Result<void> restore(const Options& options, const std::string& path);

}  // namespace caicach::database::postgres
