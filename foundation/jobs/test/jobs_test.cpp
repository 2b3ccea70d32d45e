#include "jobs/jobs.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>

#include "jobs/worker.hpp"
#include "testing/databases.hpp"

namespace caicach::jobs
{

namespace
{

class FixedClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return {m_microseconds}; }
    void advance(std::int64_t seconds) { m_microseconds += seconds * 1'000'000; }

private:
    std::atomic<std::int64_t> m_microseconds{1'767'225'600'000'000};  // 2026-01-01
};

const auto nothing = [](JobContext&) -> Result<void> { return {}; };

JobId enqueue_now(database::Database& database, std::string_view kind, const Clock& clock,
                  EnqueueOptions options = {})
{
    options.now = clock.now();
    database::Transaction transaction = MUST(database.write());
    const JobId id = MUST(enqueue(transaction, kind, "{}", options));
    MUST(transaction.commit());
    return id;
}

Progress look_at(database::Database& database, JobId id)
{
    database::Transaction transaction = MUST(database.read());
    return MUST(progress(transaction, id));
}

Result<void> cancel_now(database::Database& database, JobId id, const Clock& clock)
{
    database::Transaction transaction = MUST(database.write());
    TRY(cancel(transaction, id, clock.now()));
    return transaction.commit();
}

Result<void> retry_now(database::Database& database, JobId id, const Clock& clock)
{
    database::Transaction transaction = MUST(database.write());
    TRY(retry(transaction, id, clock.now()));
    return transaction.commit();
}

/// Waits for what happens on another thread; false when it does not in 20 seconds.
template <class Condition>
bool eventually(Condition condition)
{
    std::mutex mutex;
    std::condition_variable never;
    for (int i = 0; i < 2000; ++i) {
        if (condition()) return true;
        std::unique_lock lock(mutex);
        never.wait_for(lock, std::chrono::milliseconds(10));
    }
    return false;
}

}  // namespace

TEST_CASE("a job runs once, after the commit, with its payload")
{
    testing::each_database(migrations(), [](database::Database& database) {
        const FixedClock clock;
        Worker worker(database, clock);
        std::vector<std::string> payloads;
        worker.register_kind("read", {}, [&](JobContext& job) -> Result<void> {
            payloads.emplace_back(job.payload());
            CHECK(job.attempt() == 1);
            return {};
        });
        JobId id{};
        {
            database::Transaction transaction = MUST(database.write());
            id = MUST(enqueue(transaction, "read", R"({"file":7})", {.now = clock.now()}));
            MUST(transaction.commit());
        }
        {
            database::Transaction dropped = MUST(database.write());
            MUST(enqueue(dropped, "read", "{}", {.now = clock.now()}));
        }
        CHECK(look_at(database, id).state == State::waiting);
        CHECK(worker.run_due() == 1);
        CHECK(worker.run_due() == 0);
        CHECK(payloads == std::vector<std::string>{R"({"file":7})"});
        const Progress after = look_at(database, id);
        CHECK(after.state == State::done);
        CHECK(after.percent == 100);
        CHECK(after.finished_at == clock.now());
    });
}

TEST_CASE("a job waits for its time, and one of an unknown kind for its worker")
{
    testing::each_database(migrations(), [](database::Database& database) {
        FixedClock clock;
        Worker worker(database, clock);
        worker.register_kind("remind", {}, nothing);
        enqueue_now(database, "remind", clock, {.run_at = clock.now() + 60});
        const JobId unknown = enqueue_now(database, "other", clock);
        CHECK(worker.run_due() == 0);
        clock.advance(60);
        CHECK(worker.run_due() == 1);
        CHECK(look_at(database, unknown).state == State::waiting);
    });
}

TEST_CASE("a key makes two wishes one, until the job has ended")
{
    testing::each_database(migrations(), [](database::Database& database) {
        const FixedClock clock;
        Worker worker(database, clock);
        worker.register_kind("sum", {}, nothing);
        worker.register_kind("other", {}, nothing);
        const JobId first = enqueue_now(database, "sum", clock, {.key = "plan 1"});
        CHECK(enqueue_now(database, "sum", clock, {.key = "plan 1"}) == first);
        CHECK(enqueue_now(database, "sum", clock, {.key = "plan 2"}) != first);
        CHECK(enqueue_now(database, "other", clock, {.key = "plan 1"}) != first);
        CHECK(enqueue_now(database, "sum", clock) != enqueue_now(database, "sum", clock));
        CHECK(worker.run_due() == 5);
        CHECK(enqueue_now(database, "sum", clock, {.key = "plan 1"}) != first);
    });
}

TEST_CASE("a failing job is tried again, later each time, and is dead in the end")
{
    testing::each_database(migrations(), [](database::Database& database) {
        FixedClock clock;
        Worker worker(database, clock);
        int runs = 0;
        const KindLimits limits{.attempts_max = 3, .retry_seconds = 10};
        worker.register_kind("send", limits, [&](JobContext&) -> Result<void> {
            ++runs;
            return failure(Failure::unavailable, "net.away");
        });
        const JobId id = enqueue_now(database, "send", clock);
        CHECK(worker.run_due() == 1);
        CHECK(look_at(database, id).state == State::waiting);
        CHECK(look_at(database, id).error == "net.away");
        clock.advance(9);
        CHECK(worker.run_due() == 0);
        clock.advance(4);  // 10 seconds and at most a quarter
        CHECK(worker.run_due() == 1);
        clock.advance(19);
        CHECK(worker.run_due() == 0);
        clock.advance(6);
        CHECK(worker.run_due() == 1);
        CHECK(runs == 3);
        const Progress dead = look_at(database, id);
        CHECK(dead.state == State::dead);
        CHECK(dead.attempts == 3);
        clock.advance(100'000);
        CHECK(worker.run_due() == 0);
        MUST(retry_now(database, id, clock));
        CHECK(worker.run_due() == 1);
        CHECK(runs == 4);
    });
}

TEST_CASE("what trying again cannot mend is dead at once")
{
    testing::each_database(migrations(), [](database::Database& database) {
        const FixedClock clock;
        Worker worker(database, clock);
        worker.register_kind("read", {}, [](JobContext&) -> Result<void> {
            return failure(Failure::unsupported, "document.docx.encrypted");
        });
        const JobId id = enqueue_now(database, "read", clock);
        CHECK(worker.run_due() == 1);
        CHECK(look_at(database, id).state == State::dead);
        CHECK(look_at(database, id).error == "document.docx.encrypted");
        const auto dead = [&] {
            database::Transaction transaction = MUST(database.read());
            return MUST(counts(transaction)).dead;
        };
        CHECK(dead() == 1);
        MUST(cancel_now(database, id, clock));  // by whoever looked at it and gives it up
        CHECK(dead() == 0);
    });
}

TEST_CASE("a waiting job that is cancelled never runs, and a finished one cannot be cancelled")
{
    testing::each_database(migrations(), [](database::Database& database) {
        const FixedClock clock;
        Worker worker(database, clock);
        worker.register_kind("read", {}, nothing);
        const JobId id = enqueue_now(database, "read", clock);
        MUST(cancel_now(database, id, clock));
        CHECK(worker.run_due() == 0);
        CHECK(look_at(database, id).state == State::cancelled);
        CHECK(cancel_now(database, id, clock).error().key == "jobs.already_finished");
        CHECK(cancel_now(database, JobId{1}, clock).error().kind == Failure::not_found);
        MUST(retry_now(database, id, clock));
        CHECK(worker.run_due() == 1);
        CHECK(retry_now(database, id, clock).error().key == "jobs.not_finished");
    });
}

TEST_CASE("a job does not wait again beside one that took over its key")
{
    testing::each_database(migrations(), [](database::Database& database) {
        const FixedClock clock;
        const JobId id = enqueue_now(database, "read", clock, {.key = "file 1"});
        MUST(cancel_now(database, id, clock));
        enqueue_now(database, "read", clock, {.key = "file 1"});
        CHECK(retry_now(database, id, clock).error().key == "jobs.not_finished");
    });
}

TEST_CASE("a running job shows its progress, and ends early when it is cancelled")
{
    testing::each_database(migrations(), [](database::Database& database) {
        const SystemClock clock;
        Worker worker(database, clock, {.threads = 1, .poll_milliseconds = 20});
        std::atomic<bool> has_ended{false};
        worker.register_kind("read", {}, [&](JobContext& job) -> Result<void> {
            job.report_progress(40, "Đang đọc trang 2/5");
            has_ended = eventually([&] { return job.is_cancelled(); });
            return {};
        });
        const JobId id = enqueue_now(database, "read", clock);
        worker.start();
        CHECK(eventually([&] { return look_at(database, id).percent == 40; }));
        CHECK(look_at(database, id).text == "Đang đọc trang 2/5");
        CHECK(look_at(database, id).state == State::running);
        MUST(cancel_now(database, id, clock));
        CHECK(eventually([&] { return look_at(database, id).state == State::cancelled; }));
        CHECK(has_ended);
    });
}

TEST_CASE("a worker that stops lets its job end early and wait again, at no cost")
{
    testing::each_database(migrations(), [](database::Database& database) {
        const SystemClock clock;
        std::atomic<bool> is_running{false};
        const JobId id = enqueue_now(database, "read", clock);
        {
            Worker worker(database, clock, {.threads = 2, .poll_milliseconds = 20});
            worker.register_kind("read", {}, [&](JobContext& job) -> Result<void> {
                is_running = true;
                CHECK(eventually([&] { return job.is_cancelled(); }));
                return failure(Failure::internal, "base.internal");
            });
            worker.start();
            CHECK(eventually([&] { return is_running.load(); }));
            worker.stop();
        }
        CHECK(look_at(database, id).state == State::waiting);
        CHECK(look_at(database, id).attempts == 0);
        Worker next(database, clock);
        next.register_kind("read", {}, nothing);
        CHECK(next.run_due() == 1);
    });
}

TEST_CASE("two workers never run one job at once, and every job once")
{
    testing::each_storage([](const database::Options& options) {
        constexpr int job_count = 200;
        const SystemClock clock;
        const auto first = MUST(database::Database::open(options));
        MUST(database::migrate(*first, migrations(), clock));
        const auto second = MUST(database::Database::open(options));
        std::array<std::atomic<int>, job_count> runs{};
        std::atomic<int> finished{0};
        std::atomic<int> at_once{0};
        std::atomic<int> at_once_max{0};
        const auto handler = [&](JobContext& job) -> Result<void> {
            const int now = ++at_once;
            if (now > at_once_max) at_once_max = now;
            std::size_t number = 0;
            const std::string_view text = job.payload();
            std::from_chars(text.data(), text.data() + text.size(), number);
            ++runs.at(number);
            --at_once;
            ++finished;
            return {};
        };
        {
            database::Transaction transaction = MUST(first->write());
            for (int i = 0; i < job_count; ++i)
                MUST(enqueue(transaction, "count", std::to_string(i), {.now = clock.now()}));
            MUST(transaction.commit());
        }
        const WorkerOptions worker_options{.threads = 4, .poll_milliseconds = 20};
        Worker one(*first, clock, worker_options);
        Worker two(*second, clock, worker_options);
        one.register_kind("count", {.running_max = 2}, handler);
        two.register_kind("count", {.running_max = 2}, handler);
        one.start();
        two.start();
        CHECK(eventually([&] { return finished == job_count; }));
        one.stop();
        two.stop();
        CHECK(at_once_max <= 4);
        CHECK(std::all_of(runs.begin(), runs.end(), [](const auto& count) { return count == 1; }));
        database::Transaction transaction = MUST(first->read());
        const Counts left = MUST(counts(transaction));
        CHECK(left.waiting + left.running + left.dead == 0);
    });
}

TEST_CASE("a job whose machine dies is run again when its lease has ended")
{
    testing::each_storage([](const database::Options& options) {
        FixedClock clock;
        JobId id{};
        {
            const auto database = MUST(database::Database::open(options));
            MUST(database::migrate(*database, migrations(), clock));
            id = enqueue_now(*database, "read", clock, {.attempts_max = 2});
        }
        const pid_t child = ::fork();
        if (child == 0) {
            const auto database = MUST(database::Database::open(options));
            Worker worker(*database, clock);
            worker.register_kind("read", {}, [](JobContext&) -> Result<void> {
                ::kill(::getpid(), SIGKILL);
                return {};
            });
            worker.run_due();
            ::_exit(0);  // not reached
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        const auto database = MUST(database::Database::open(options));
        Worker worker(*database, clock);
        int attempt = 0;
        worker.register_kind("read", {}, [&](JobContext& job) -> Result<void> {
            attempt = job.attempt();
            return {};
        });
        CHECK(look_at(*database, id).state == State::running);
        CHECK(worker.run_due() == 0);  // the lease holds still
        clock.advance(61);
        CHECK(worker.run_due() == 1);
        CHECK(attempt == 2);
        CHECK(look_at(*database, id).state == State::done);
    });
}

TEST_CASE("a job that takes its machine down each time is dead in the end")
{
    testing::each_database(migrations(), [](database::Database& database) {
        const FixedClock clock;
        Worker worker(database, clock);
        worker.register_kind("read", {.attempts_max = 1}, nothing);
        const JobId id = enqueue_now(database, "read", clock);
        {
            // As after a kill: running, and its only attempt used.
            database::Transaction transaction = MUST(database.write());
            MUST(
                transaction.change("UPDATE job_queue SET state = 'running', attempts = 1,"
                                   " lease = 'gone'"));
            MUST(transaction.commit());
        }
        CHECK(worker.run_due() == 0);
        CHECK(look_at(database, id).state == State::dead);
        CHECK(look_at(database, id).error == "jobs.lost");
    });
}

TEST_CASE("who lost the lease writes nothing over the next run's word")
{
    testing::each_database(migrations(), [](database::Database& database) {
        FixedClock clock;
        Worker slow(database, clock);
        Worker quick(database, clock);
        quick.register_kind("read", {}, nothing);
        slow.register_kind("read", {}, [&](JobContext&) -> Result<void> {
            clock.advance(61);  // no sign of life meanwhile
            CHECK(quick.run_due() == 1);
            return failure(Failure::invalid, "too.late");
        });
        const JobId id = enqueue_now(database, "read", clock);
        CHECK(slow.run_due() == 1);
        CHECK(look_at(database, id).state == State::done);
        CHECK(look_at(database, id).error.empty());
    });
}

TEST_CASE("a payload beyond the limit is refused, and old finished jobs are removed")
{
    testing::each_database(migrations(), [](database::Database& database) {
        const FixedClock clock;
        Worker worker(database, clock);
        worker.register_kind("read", {}, nothing);
        enqueue_now(database, "read", clock);
        CHECK(worker.run_due() == 1);
        database::Transaction transaction = MUST(database.write());
        const std::string large(payload_bytes_max + 1, 'x');
        const auto refused = enqueue(transaction, "read", large, {.now = clock.now()});
        CHECK(refused.error().kind == Failure::too_large);
        CHECK(MUST(remove_finished(transaction, clock.now())) == 0);
        CHECK(MUST(remove_finished(transaction, clock.now() + 1)) == 1);
    });
}

}  // namespace caicach::jobs
