#include "http/worker_pool.hpp"

#include <sys/resource.h>

#include <utility>

namespace caicach::http
{
namespace
{

/// On Linux each thread has a nice value of its own; where it cannot be set, all is as before.
void step_back()
{
    constexpr int nice = 5;
    static_cast<void>(setpriority(PRIO_PROCESS, 0, nice));
}

}  // namespace

WorkerPool::WorkerPool(std::size_t workers, std::size_t queue_max, Priority priority)
    : m_queue_max(queue_max)
{
    for (std::size_t count = 0; count < workers; ++count) {
        m_threads.emplace_back([this, priority] {
            if (priority == Priority::low) step_back();
            work();
        });
    }
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_is_ending = true;
    }
    m_changed.notify_all();
}

bool WorkerPool::offer(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() >= m_queue_max) return false;
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

void WorkerPool::add(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
}

std::size_t WorkerPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

void WorkerPool::work()
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_is_ending || !m_jobs.empty(); });
            if (m_jobs.empty()) return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

}  // namespace caicach::http
