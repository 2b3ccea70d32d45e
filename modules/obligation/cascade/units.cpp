#include "obligation/cascade/units.hpp"

#include "obligation/sql.hpp"

namespace caicach::obligation
{

Result<std::vector<Unit>> units_of(database::Transaction& transaction,
                                   organisation::AgencyId agency, Date day, int limit)
{
    const auto unit = [](const database::Row& row) {
        return Unit{.id = row.id<organisation::AgencyId>("id"),
                    .code = row.string("code"),
                    .name = row.string("name"),
                    .kind = row.string("kind"),
                    .kind_text = row.string("kind_text")};
    };
    return transaction.all(sql::units_of, unit, agency, day, limit);
}

}  // namespace caicach::obligation
