#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"

/// What `caicach check` asks of reports.
namespace caicach::report
{

/// Every submission hashes to what its receipt says, and names the one before it.
[[nodiscard]] Result<std::vector<std::string>> check_snapshots(Context& context);

/// The numbers that stand are those of the submissions that stand, and no others.
[[nodiscard]] Result<std::vector<std::string>> check_values(Context& context);
/// Takes them from the submissions again, in the caller's transaction. Audited.
[[nodiscard]] Result<void> take_values_anew(Context& context, database::Transaction& transaction);

}  // namespace caicach::report
