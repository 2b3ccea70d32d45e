#include "audit/entry_rows.hpp"

#include <algorithm>
#include <limits>

#include "audit/limits.hpp"
#include "audit/sql.hpp"
#include "database/transaction.hpp"

namespace caicach::audit
{

Entry read_entry(const database::Row& row)
{
    Entry entry;
    entry.seq = row.integer("seq");
    // Not `instant`: a row that somebody has tampered with is shown, and named by the chain.
    entry.at = instant_from_iso(row.text("at"));
    entry.actor_account = row.id<AccountId>("actor_account");
    entry.actor_name = row.string("actor_name");
    entry.acting_agency = row.id<ScopeId>("acting_agency");
    entry.on_behalf_of = row.id<AccountId>("on_behalf_of");
    entry.on_behalf_of_name = row.string("on_behalf_of_name");
    entry.address = row.string("address");
    entry.session = row.string("session");
    entry.operating_system_user = row.string("operating_system_user");
    entry.request_id = row.string("request_id");
    entry.action = row.string("action");
    entry.object_type = row.string("object_type");
    entry.object_id = row.integer("object_id");
    entry.detail = row.string("detail");
    entry.previous_hash = row.string("previous_hash");
    entry.hash = row.string("hash");
    return entry;
}

Result<std::vector<Entry>> entries_of(database::Transaction& transaction,
                                      std::string_view object_type, std::int64_t object_id,
                                      const Page& page)
{
    const auto before = page.before > 0 ? page.before : std::numeric_limits<std::int64_t>::max();
    const auto size = std::clamp(page.size, 1, limits::page_size_max);
    return transaction.all(sql::entries_of_object, read_entry, object_type, object_id, before,
                           size);
}

}  // namespace caicach::audit
