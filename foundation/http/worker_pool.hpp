#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace caicach::http
{

/// Threads that run handlers, and the bounded queue before them.
class WorkerPool
{
public:
    using Job = std::function<void()>;
    /// Threads of low priority run where those of the other pools leave the processor free.
    enum class Priority { usual, low };

    WorkerPool(std::size_t workers, std::size_t queue_max, Priority priority = Priority::usual);
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;
    /// Runs what is queued, then ends the threads.
    ~WorkerPool();

    /// False where the queue is full: say 503 rather than let everyone wait.
    [[nodiscard]] bool offer(Job job);
    /// Whatever the queue: for the next piece of what was already begun. At most one a connection.
    void add(Job job);
    [[nodiscard]] std::size_t waiting() const;

private:
    void work();

    const std::size_t m_queue_max;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_is_ending{};
    std::vector<std::jthread> m_threads;  // last: the threads use all above
};

}  // namespace caicach::http
