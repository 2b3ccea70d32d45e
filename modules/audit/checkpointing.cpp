#include "audit/checkpointing.hpp"

#include <fmt/core.h>

#include "audit/checkpoint.hpp"
#include "audit/checkpoint_folder.hpp"
#include "audit/checkpoint_source.hpp"
#include "audit/limits.hpp"
#include "audit/signing_key.hpp"
#include "audit/sql.hpp"
#include "database/transaction.hpp"
#include "jobs/jobs.hpp"

namespace caicach::audit
{

namespace
{

/// The key is read before the transaction is opened: it lies on a disk.
Result<void> sign_end(Context& context, database::Transaction& transaction,
                      const crypto::SigningKey& key)
{
    const auto read = [](const database::Row& row) {
        return Checkpoint{.seq = row.integer("seq"), .hash = row.string("hash")};
    };
    auto end = TRY(transaction.maybe_one(sql::unsigned_end, read));
    if (!end) return {};
    end->at = to_iso(context.now());
    const auto checkpoint = signed_with(key, std::move(*end));
    TRY(transaction.change(sql::insert_checkpoint, checkpoint.seq, checkpoint.hash, checkpoint.at,
                           checkpoint.public_key, checkpoint.signature));
    return {};
}

/// A file that tells of another chain is left as it is: it is the proof that this one was set back
/// or rewritten, unless somebody restored a backup and said so by putting the file aside.
Result<void> require_same_chain(database::Transaction& transaction, const Checkpoint& last,
                                const std::string& path)
{
    const auto read = [](const database::Row& row) { return row.string("hash"); };
    const auto hash = TRY(transaction.maybe_one(sql::hash_by_seq, read, last.seq));
    if (hash == last.hash) return {};
    return failure(Failure::invalid, "audit.checkpoint_folder.other_chain", {},
                   {path, std::to_string(last.seq)});
}

Result<void> copy_checkpoints(Context& context)
{
    const auto& folder = context.services().checkpoint_folder;
    if (folder.empty()) return {};
    auto file = TRY(CheckpointFolder::open(folder));
    const auto last = TRY(file->last());
    auto transaction = TRY(context.read());
    if (last) TRY(require_same_chain(transaction, *last, file->path()));
    auto after = last ? last->seq : 0;
    while (true) {
        const auto some = TRY(checkpoints_after(transaction, after, limits::checkpoints_per_copy));
        if (some.empty()) return {};
        TRY(file->append(some));
        after = some.back().seq;
    }
}

}  // namespace

Result<void> ask_for_checkpoint(database::Transaction& transaction, Instant at, std::int64_t seq)
{
    constexpr std::int64_t span = limits::checkpoint_seconds * 1'000'000;
    const auto next = at.microseconds / span + 1;
    const bool is_due = seq % limits::checkpoint_rows == 0;
    const auto key = is_due ? fmt::format("row-{}", seq) : fmt::format("minute-{}", next);
    const auto run_at = is_due ? at : Instant{next * span};
    TRY(jobs::enqueue(transaction, checkpoint_job, "", {.now = at, .run_at = run_at, .key = key}));
    return {};
}

Result<void> run_checkpoint_job(Context& context, jobs::JobContext& /*job*/)
{
    const auto key = TRY(signing_key(context.services().data_folder));
    auto transaction = TRY(context.begin());
    TRY(sign_end(context, transaction, key));
    if (!context.services().checkpoint_folder.empty())
        TRY(jobs::enqueue(transaction, copy_job, "", {.now = context.now(), .key = "copy"}));
    return transaction.commit();
}

Result<void> run_copy_job(Context& context, jobs::JobContext& /*job*/)
{
    return copy_checkpoints(context);
}

Result<void> sign_and_copy(Context& context)
{
    const auto key = TRY(signing_key(context.services().data_folder));
    auto transaction = TRY(context.begin());
    TRY(sign_end(context, transaction, key));
    TRY(transaction.commit());
    return copy_checkpoints(context);
}

}  // namespace caicach::audit
