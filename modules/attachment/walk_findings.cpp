#include "attachment/walk_findings.hpp"

#include <fmt/core.h>

#include "attachment/api.hpp"
#include "attachment/content_folder.hpp"
#include "attachment/limits.hpp"
#include "attachment/sql.hpp"
#include "base/log.hpp"

namespace caicach::attachment
{

namespace
{

/// When it was found first: now, unless it was known.
Result<Instant> note(database::Transaction& transaction, const WalkFindings::Found& found,
                     Instant now)
{
    const auto known = TRY(transaction.maybe_one(
        sql::found_at, [](const database::Row& row) { return row.instant("found_at"); },
        found.sha256, key_of(found.fault)));
    const auto found_at = known.value_or(now);
    TRY(transaction.change(sql::save_fault, found.sha256, key_of(found.fault), found_at, now));
    return found_at;
}

/// The file goes before the commit: where that fails, the orphan is gone without a line, and
/// nothing is lost. The other way round a line would tell of what did not happen.
Result<void> remove_orphan(Context& context, database::Transaction& transaction,
                           const ContentFolder& folder, const std::string& sha256, Instant found_at)
{
    const bool is_gone = TRY(folder.remove_older(sha256, found_at));
    if (!is_gone) return {};
    TRY(transaction.change(sql::remove_fault, sha256));
    const auto detail = fmt::format(R"({{"sha256":"{}"}})", sha256);
    return context.record(transaction, "attachment.orphan.removed", "attachment.content", 0,
                          detail);
}

void log_new(std::int64_t missing, std::int64_t changed)
{
    if (missing + changed == 0) return;
    log::error("stored files are damaged", {{"missing", missing}, {"changed", changed}});
}

}  // namespace

Result<void> save_findings(Context& context, database::Transaction& transaction,
                           const WalkFindings& findings)
{
    const ContentFolder folder(context.services().data_folder);
    const auto now = context.now();
    constexpr std::int64_t grace_seconds = limits::orphan_days_kept * 24 * 60 * 60;
    std::int64_t missing = 0;
    std::int64_t changed = 0;
    for (const auto& found : findings.faults) {
        const auto found_at = TRY(note(transaction, found, now));
        const bool is_new = found_at == now;
        if (is_new && found.fault == Fault::missing) ++missing;
        if (is_new && found.fault == Fault::changed) ++changed;
        if (found.fault == Fault::orphan && found_at + grace_seconds <= now)
            TRY(remove_orphan(context, transaction, folder, found.sha256, found_at));
    }
    TRY(transaction.change(sql::strike_mended, findings.from, findings.to, now));
    if (!findings.first_whole_shelf.empty())
        TRY(transaction.change(sql::strike_orphans, findings.first_whole_shelf,
                               end_of(findings.last_whole_shelf), now));
    log_new(missing, changed);
    return {};
}

Result<std::vector<StandingFault>> standing_faults(database::Transaction& transaction, int limit)
{
    return transaction.all(
        sql::standing_faults,
        [](const database::Row& row) {
            return StandingFault{.sha256 = row.string("sha256"),
                                 .fault = fault_from_key(row.text("fault")),
                                 .found_at = row.instant("found_at"),
                                 .files = row.integer("files")};
        },
        limit);
}

Result<FaultCounts> fault_counts(database::Transaction& transaction)
{
    return transaction.one(sql::fault_counts, [](const database::Row& row) {
        return FaultCounts{.missing = row.integer("missing"),
                           .changed = row.integer("changed"),
                           .infected = row.integer("infected")};
    });
}

}  // namespace caicach::attachment
