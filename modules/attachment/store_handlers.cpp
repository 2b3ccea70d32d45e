#include "attachment/store_handlers.hpp"

#include "attachment/limits.hpp"
#include "attachment/permissions.hpp"
#include "attachment/scanning.hpp"
#include "attachment/sql.hpp"
#include "attachment/store_views.hpp"

namespace caicach::attachment
{

namespace
{

Result<StorePage> load(database::Transaction& transaction)
{
    auto page = TRY(transaction.one(sql::store_sum, [](const database::Row& row) {
        return StorePage{.contents = row.integer("contents"),
                         .bytes = row.integer("bytes"),
                         .waiting = row.integer("waiting"),
                         .orphans = row.integer("orphans"),
                         .first_orphan_at = row.maybe_instant("first_orphan_at")};
    }));
    page.walk = TRY(load_walk(transaction));
    page.faults = TRY(standing_faults(transaction, limits::faults_shown_max));
    page.infected = TRY(transaction.all(
        sql::infected_contents,
        [](const database::Row& row) {
            return InfectedContent{.sha256 = row.string("sha256"),
                                   .kept_at = row.instant("kept_at"),
                                   .files = row.integer("files")};
        },
        limits::faults_shown_max));
    return page;
}

}  // namespace

Result<http::Response> show_store(Context& context, const http::Request& /*request*/)
{
    TRY(context.require(oversee_store, ScopeId{}));
    // It waits for the daemon: before the transaction.
    auto scanner_problem_now = scanner_problem(context.services());
    auto transaction = TRY(context.read());
    auto page = TRY(load(transaction));
    page.scanner_problem = std::move(scanner_problem_now);
    return store_page(context, page);
}

}  // namespace caicach::attachment
