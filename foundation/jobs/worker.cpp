#include "jobs/worker.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/log.hpp"
#include "jobs/running_job.hpp"
#include "jobs/sql.hpp"

namespace caicach::jobs
{

namespace
{

// Shared: the pulse may still look at a job that has just ended, without holding the mutex.
using SharedJob = std::shared_ptr<RunningJob>;

constexpr int threads_max = 64;
constexpr std::chrono::milliseconds pulse_interval{1000};

}  // namespace

struct Worker::Shared {
    Shared(database::Database& its_database, const Clock& its_clock,
           const WorkerOptions& its_options)
        : database(its_database), clock(its_clock), options(its_options)
    {
    }

    bool run_one();
    Result<std::unique_ptr<RunningJob>> claim(Kind*& kind);
    Kind* enter_kind(const std::string& name);
    void leave_kind(Kind& kind);
    void begin(const SharedJob& job);
    void end(const SharedJob& job, Kind& kind);
    void run_until_stopped();
    void pulse_until_stopped();
    void start_pulse();

    database::Database& database;
    const Clock& clock;
    WorkerOptions options;
    std::map<std::string, Kind, std::less<>> kinds{};

    std::mutex mutex{};
    std::condition_variable changed{};
    bool is_stopping{};
    std::uint64_t wakes{};
    std::vector<SharedJob> running{};
    std::vector<std::thread> threads{};
    std::thread pulse{};
};

Worker::Worker(database::Database& database, const Clock& clock, const WorkerOptions& options)
    : m_shared(std::make_unique<Shared>(database, clock, options))
{
    VERIFY(options.threads > 0 && options.threads <= threads_max && options.lease_seconds >= 3);
}

Worker::~Worker() { stop(); }

void Worker::register_kind(std::string kind, const KindLimits& limits, Handler handler)
{
    VERIFY(m_shared->threads.empty());
    VERIFY(limits.attempts_max >= 1 && limits.attempts_max <= attempts_limit);
    VERIFY(limits.running_max >= 1 && limits.retry_seconds >= 0);
    const bool is_new =
        m_shared->kinds
            .emplace(std::move(kind), Kind{.limits = limits, .handler = std::move(handler)})
            .second;
    VERIFY(is_new);
}

void Worker::start()
{
    VERIFY(m_shared->threads.empty());
    m_shared->start_pulse();
    for (int i = 0; i < m_shared->options.threads; ++i)
        m_shared->threads.emplace_back([this] { m_shared->run_until_stopped(); });
}

void Worker::stop()
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->is_stopping = true;
        for (const auto& job : m_shared->running) job->ask_to_stop();
        m_shared->changed.notify_all();
    }
    for (std::thread& thread : std::exchange(m_shared->threads, {})) thread.join();
    if (m_shared->pulse.joinable()) m_shared->pulse.join();
}

void Worker::wake()
{
    const std::scoped_lock lock(m_shared->mutex);
    ++m_shared->wakes;
    m_shared->changed.notify_all();
}

int Worker::run_due()
{
    m_shared->start_pulse();
    int count = 0;
    while (m_shared->run_one()) ++count;
    return count;
}

void Worker::Shared::run_until_stopped()
{
    std::uint64_t wakes_seen = 0;
    for (;;) {
        {
            const std::scoped_lock lock(mutex);
            if (is_stopping) return;
            wakes_seen = wakes;
        }
        if (run_one()) continue;
        std::unique_lock lock(mutex);
        changed.wait_for(lock, std::chrono::milliseconds(options.poll_milliseconds),
                         [&] { return is_stopping || wakes != wakes_seen; });
    }
}

/// Claims one due job and runs it; false when there is nothing to do for us.
bool Worker::Shared::run_one()
{
    Kind* kind = nullptr;
    auto claimed = claim(kind);
    if (!claimed)
        log::error("job.claim",
                   {{"error", claimed.error().key}, {"detail", claimed.error().detail}});
    if (!claimed || *claimed == nullptr) return false;
    const SharedJob job = std::move(*claimed);
    begin(job);
    job->run(kind->handler);
    end(job, *kind);
    return true;
}

void Worker::Shared::begin(const SharedJob& job)
{
    const std::scoped_lock lock(mutex);
    running.push_back(job);
    if (is_stopping) job->ask_to_stop();
}

void Worker::Shared::end(const SharedJob& job, Kind& kind)
{
    const std::scoped_lock lock(mutex);
    std::erase(running, job);
    // Another thread may have passed over a job of this kind.
    if (kind.running-- == kind.limits.running_max) ++wakes;
    changed.notify_all();
}

/// Chooses among the kinds that are due one that we know and that may run once more.
Result<std::unique_ptr<RunningJob>> Worker::Shared::claim(Kind*& kind)
{
    std::vector<std::string> due;
    {
        database::Transaction transaction = TRY(database.read());
        due = TRY(transaction.all(
            sql::due_kinds, [](const database::Row& row) { return row.string("kind"); },
            clock.now()));
    }
    for (const std::string& name : due) {
        kind = enter_kind(name);
        if (kind == nullptr) continue;
        auto job = RunningJob::claim(database, clock, name, kind->limits, options.lease_seconds);
        if (job && *job) return job;
        leave_kind(*kind);
        if (!job) return job;
    }
    return nullptr;
}

Kind* Worker::Shared::enter_kind(const std::string& name)
{
    const std::scoped_lock lock(mutex);
    const auto found = kinds.find(name);
    if (found == kinds.end() || found->second.running >= found->second.limits.running_max)
        return nullptr;
    ++found->second.running;
    return &found->second;
}

void Worker::Shared::leave_kind(Kind& kind)
{
    const std::scoped_lock lock(mutex);
    --kind.running;
}

void Worker::Shared::start_pulse()
{
    if (!pulse.joinable()) pulse = std::thread([this] { pulse_until_stopped(); });
}

void Worker::Shared::pulse_until_stopped()
{
    std::unique_lock lock(mutex);
    // Until the last job has ended: a job that takes its time to stop keeps its lease.
    while (!is_stopping || !running.empty()) {
        changed.wait_for(lock, pulse_interval, [&] { return is_stopping && running.empty(); });
        const std::vector<SharedJob> looked_at = running;
        lock.unlock();
        for (const auto& job : looked_at) job->pulse();
        lock.lock();
    }
}

}  // namespace caicach::jobs
