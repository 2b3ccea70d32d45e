#include "newsroom/portal/portal_state.hpp"

#include "newsroom/sql.hpp"

namespace caicach::newsroom
{

Result<PortalState> portal_state(database::Transaction& transaction)
{
    return transaction.one(sql::portal_state, [](const database::Row& row) {
        return PortalState{row.integer("version"), row.instant("changed_at")};
    });
}

Result<void> mark_portal_changed(database::Transaction& transaction, Instant now)
{
    return transaction.change_one(sql::portal_changed, now);
}

}  // namespace caicach::newsroom
