#pragma once
#include <atomic>
#include <mutex>
#include <optional>
#include <string>

#include "jobs/worker.hpp"

namespace caicach::jobs
{

/// A kind as registered, with how many of it run now.
struct Kind {
    KindLimits limits{};
    Handler handler{};
    int running{};
};

/// One run of a job: holds the lease, and is the handler's context.
class RunningJob final : public JobContext
{
public:
    /// Takes the first due job of the kind, if there is one still.
    static Result<std::unique_ptr<RunningJob>> claim(database::Database& database,
                                                     const Clock& clock, const std::string& kind,
                                                     const KindLimits& limits, int lease_seconds);

    JobId id() const override { return m_id; }
    std::string_view payload() const override { return m_payload; }
    int attempt() const override { return m_attempt; }
    database::Database& database() const override { return m_database; }
    const Clock& clock() const override { return m_clock; }
    void report_progress(int percent, std::string_view text) override;
    bool is_cancelled() const override;

    /// Runs the handler and writes down what came of it.
    void run(const Handler& handler);

    /// From the worker's pulse, while the handler runs: looks whether it shall end, writes its
    /// progress, and extends the lease in time.
    void pulse();
    /// The worker stops: the handler shall end early.
    void ask_to_stop() { m_is_stop_asked = true; }

private:
    RunningJob(database::Database& database, const Clock& clock, const KindLimits& limits)
        : m_database(database), m_clock(clock), m_limits(limits)
    {
    }

    Result<void> look();
    Result<void> extend();
    Result<void> record(const Result<void>& outcome);
    Result<void> record_failure(database::Transaction& transaction, const Error& error);
    /// False where the lease is lost, so that nothing was written.
    Result<bool> finish(database::Transaction& transaction, State state, const Error& error);
    Result<bool> release(database::Transaction& transaction, Instant due, int attempts,
                         const Error& error);
    [[nodiscard]] Instant retry_at() const;

    database::Database& m_database;
    const Clock& m_clock;
    KindLimits m_limits;
    int m_lease_seconds{};
    Instant m_extended_at{};
    JobId m_id{};
    std::string m_payload{};
    std::string m_kind{};
    std::string m_lease{};
    int m_attempt{};
    int m_attempts_max{};

    mutable std::mutex m_mutex;  // guards the progress
    int m_percent{};
    std::string m_text{};
    bool m_is_progress_new{};

    std::atomic<bool> m_is_cancel_asked{};
    std::atomic<bool> m_is_stop_asked{};
    std::atomic<bool> m_is_lease_lost{};
    /// The handler was told to end, so its result means nothing.
    mutable std::atomic<bool> m_is_told_to_end{};
};

}  // namespace caicach::jobs
