#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "database/migration.hpp"
#include "database/transaction.hpp"

/// Work that is done later, once, outside the request: rows of a table. A job is enqueued in the
/// caller's transaction (no commit, no job) and run by a Worker in this or another process.
namespace caicach::jobs
{

struct JobTag;
using JobId = Id<JobTag>;

inline constexpr std::size_t payload_bytes_max = 64U * 1024;
inline constexpr int attempts_limit = 50;

enum class State { waiting, running, done, dead, cancelled };
[[nodiscard]] std::string_view to_text(State state);

struct EnqueueOptions {
    Instant now{};                      ///< required: the clock belongs to the caller
    std::optional<Instant> run_at{};    ///< not before this
    std::string key{};                  ///< of several unfinished jobs with one kind and key: one
    std::optional<int> attempts_max{};  ///< else what the kind says
};

/// Puts a job into the queue; it runs after the caller's commit. Where `key` names an unfinished
/// job of that kind already, that one is answered. too_large "jobs.payload_too_large".
[[nodiscard]] Result<JobId> enqueue(database::Transaction& transaction, std::string_view kind,
                                    std::string_view payload, const EnqueueOptions& options);

/// What a page shows of a job.
struct Progress {
    JobId id{};
    std::string kind{};
    State state{};
    int percent{};       ///< 0–100
    std::string text{};  ///< for people: "Đang đọc trang 3/12"
    int attempts{};
    std::string error{};  ///< message key of the last failure, or empty
    Instant created_at{};
    std::optional<Instant> finished_at{};
};

/// not_found "base.not_found".
[[nodiscard]] Result<Progress> progress(database::Transaction& transaction, JobId id);

/// A waiting job never runs, a dead one is given up; a running one is asked to stop
/// (JobContext::is_cancelled). conflict "jobs.already_finished".
[[nodiscard]] Result<void> cancel(database::Transaction& transaction, JobId id, Instant now);

/// A dead or cancelled job waits again, with all its attempts. conflict "jobs.not_finished".
[[nodiscard]] Result<void> retry(database::Transaction& transaction, JobId id, Instant now);

/// For metrics and `doctor`.
struct Counts {
    std::int64_t waiting{};
    std::int64_t running{};
    std::int64_t dead{};
};
[[nodiscard]] Result<Counts> counts(database::Transaction& transaction);

/// Removes what was done or cancelled before `before`; at most 1,000 at once, answers how many.
[[nodiscard]] Result<std::int64_t> remove_finished(database::Transaction& transaction,
                                                   Instant before);

/// The tables of this library, for app/'s list.
[[nodiscard]] std::span<const database::Migration> migrations();

}  // namespace caicach::jobs
