#include "identity/acting/colleagues.hpp"

#include <algorithm>

#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/sql.hpp"
#include "text/collate.hpp"

namespace caicach::identity
{

Result<std::vector<Account>> people_at(database::Transaction& transaction,
                                       organisation::AgencyId agency, Date day)
{
    auto people = TRY(
        transaction.all(sql::people_at_agency, account_of, agency, day, limits::colleagues_max));
    std::ranges::sort(people, [](const Account& one, const Account& other) {
        return text::collate(one.name, other.name) < 0;
    });
    return people;
}

}  // namespace caicach::identity
