#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "database/database.hpp"
#include "jobs/jobs.hpp"

namespace caicach::jobs
{

/// What a running job may use. A job may run twice (its machine may die between its commit and
/// the note that it is done), so its work must be idempotent.
class JobContext
{
public:
    virtual ~JobContext() = default;
    [[nodiscard]] virtual JobId id() const = 0;
    [[nodiscard]] virtual std::string_view payload() const = 0;
    [[nodiscard]] virtual int attempt() const = 0;  ///< from 1
    [[nodiscard]] virtual database::Database& database() const = 0;
    [[nodiscard]] virtual const Clock& clock() const = 0;
    /// Kept in the row for pages to read. Cheap: written with the next sign of life, so at most
    /// once a second.
    virtual void report_progress(int percent, std::string_view text) = 0;
    /// True when somebody cancelled the job, the worker stops, or the lease was lost. Asked in
    /// every long loop; the handler then returns early, with whatever result (it is not looked
    /// at any more).
    [[nodiscard]] virtual bool is_cancelled() const = 0;
};

using Handler = std::function<Result<void>(JobContext&)>;

/// The bounds of one kind of job.
struct KindLimits {
    int attempts_max{5};
    int running_max{1};     ///< of this kind at once in this worker
    int retry_seconds{10};  ///< doubled after each failure, with a random part
    int retry_seconds_max{3600};
};

struct WorkerOptions {
    int threads{2};
    int lease_seconds{60};        ///< a job without a sign of life for so long is taken over
    int poll_milliseconds{1000};  ///< how often an idle worker looks (it is also woken)
};

/// Threads that run jobs. Failures invalid, not_found, forbidden, too_large and unsupported are
/// final; others are tried again until attempts_max, then the job is dead (kept, for people to
/// see).
class Worker
{
public:
    Worker(database::Database& database, const Clock& clock, const WorkerOptions& options = {});
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    /// Stops.
    ~Worker();

    /// Before start(). Each kind once. Jobs of kinds that no worker knows stay waiting.
    void register_kind(std::string kind, const KindLimits& limits, Handler handler);

    void start();
    /// For good. Takes no more jobs, asks the running ones to end and waits for them. A job that
    /// ends early waits again without losing an attempt.
    void stop();
    /// Something was enqueued: look now. Any thread; fits Transaction::after_commit.
    void wake();
    /// Runs what is due on this thread until nothing is; for tests and commands. Answers how many.
    int run_due();

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
};

}  // namespace caicach::jobs
