#include "jobs/jobs.hpp"

#include <array>
#include <utility>

#include "jobs/migrations.hpp"
#include "jobs/sql.hpp"

namespace caicach::jobs
{

namespace
{

constexpr std::array<std::pair<State, std::string_view>, 5> state_names{
    {{State::waiting, "waiting"},
     {State::running, "running"},
     {State::done, "done"},
     {State::dead, "dead"},
     {State::cancelled, "cancelled"}}};

State state_from_text(std::string_view text)
{
    for (const auto& [state, name] : state_names) {
        if (name == text) return state;
    }
    VERIFY(false && "a job's state is one of ours");
    return State::dead;
}

/// A job of the key may end between our two looks; then there is room for ours.
constexpr int enqueue_rounds_max = 5;

}  // namespace

std::string_view to_text(State state)
{
    return state_names[static_cast<std::size_t>(state)].second;
}

Result<JobId> enqueue(database::Transaction& transaction, std::string_view kind,
                      std::string_view payload, const EnqueueOptions& options)
{
    VERIFY(options.now != Instant{});
    VERIFY(options.attempts_max.value_or(1) >= 1 &&
           options.attempts_max.value_or(1) <= attempts_limit);
    if (payload.size() > payload_bytes_max)
        return failure(Failure::too_large, "jobs.payload_too_large", "",
                       {std::to_string(payload_bytes_max)});
    const std::optional<std::string> key =
        options.key.empty() ? std::nullopt : std::optional(options.key);
    for (int round = 0; round < enqueue_rounds_max; ++round) {
        const auto id = make_id<JobId>();
        const std::int64_t inserted = TRY(transaction.change(
            sql::insert_job, id, kind, payload, key, options.run_at.value_or(options.now),
            options.attempts_max, options.now));
        if (inserted == 1) return id;
        const auto there = TRY(transaction.maybe_one(
            sql::job_by_key, [](const database::Row& row) { return row.id<JobId>("id"); }, kind,
            key));
        if (there) return *there;
    }
    return failure(Failure::unavailable, "base.busy");
}

Result<Progress> progress(database::Transaction& transaction, JobId id)
{
    const auto map = [](const database::Row& row) {
        return Progress{.id = row.id<JobId>("id"),
                        .kind = row.string("kind"),
                        .state = state_from_text(row.text("state")),
                        .percent = static_cast<int>(row.integer("percent")),
                        .text = row.string("text"),
                        .attempts = static_cast<int>(row.integer("attempts")),
                        .error = row.string("error"),
                        .created_at = row.instant("created_at"),
                        .finished_at = row.maybe_instant("finished_at")};
    };
    return transaction.one(sql::job_progress, map, id);
}

Result<void> cancel(database::Transaction& transaction, JobId id, Instant now)
{
    const std::int64_t cancelled = TRY(transaction.change(sql::cancel_waiting_job, now, id));
    if (cancelled == 1) return {};
    const std::int64_t asked = TRY(transaction.change(sql::ask_job_to_cancel, id));
    if (asked == 1) return {};
    TRY(progress(transaction, id));  // not_found where there is none
    return failure(Failure::conflict, "jobs.already_finished");
}

Result<void> retry(database::Transaction& transaction, JobId id, Instant now)
{
    const std::int64_t waiting = TRY(transaction.change(sql::retry_job, now, id));
    if (waiting == 1) return {};
    TRY(progress(transaction, id));
    return failure(Failure::conflict, "jobs.not_finished");
}

Result<Counts> counts(database::Transaction& transaction)
{
    return transaction.one(sql::job_counts, [](const database::Row& row) {
        return Counts{.waiting = row.integer("waiting"),
                      .running = row.integer("running"),
                      .dead = row.integer("dead")};
    });
}

Result<std::int64_t> remove_finished(database::Transaction& transaction, Instant before)
{
    return transaction.change(sql::delete_finished_jobs, before);
}

std::span<const database::Migration> migrations()
{
    static constexpr std::array list{
        database::Migration{"jobs", "0001_jobs", schema::n0001_jobs},
    };
    static_assert(list.size() == schema::all.size());
    return list;
}

}  // namespace caicach::jobs
