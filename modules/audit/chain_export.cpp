#include <limits>

#include "audit/api.hpp"
#include "audit/sql.hpp"
#include "database/transaction.hpp"
#include "json/value.hpp"

namespace caicach::audit
{

Result<void> export_chain(database::Transaction& transaction,
                          const std::function<void(std::string_view)>& write)
{
    const auto visit = [&](const database::Row& row) {
        auto line = json::Value::object();
        line.set("seq", row.integer("seq"));
        for (const auto* name : {"at", "actor_account", "actor_name", "acting_agency",
                                 "operating_system_user", "request_id", "action", "object_type",
                                 "object_id", "detail", "previous_hash", "hash"}) {
            line.set(name, row.text(name));
        }
        write(json::dump(line) + "\n");
    };
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    return transaction.each(sql::sealed_between, visit, std::int64_t{1}, last);
}

}  // namespace caicach::audit
