#include "identity/access/access_change.hpp"

#include "database/transaction.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

Result<void> count_access_change(database::Transaction& transaction)
{
    return transaction.change_one(sql::count_access_change);
}

}  // namespace caicach::identity
