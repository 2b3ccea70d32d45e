#pragma once
#include "base/result.hpp"

namespace caicach::database
{
class Transaction;
}

namespace caicach::identity
{

/// With every change of accounts, grants, posts and delegations: what each process compares at the
/// next session look-up, and reads them anew.
[[nodiscard]] Result<void> count_access_change(database::Transaction& transaction);

}  // namespace caicach::identity
