#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace caicach::database
{

/// A bounded number of connections, made when first needed, used again last-in first-out (so that
/// their caches stay warm and unused ones stay unused).
template <class Connection>
class Pool
{
public:
    using Make = std::function<Result<std::unique_ptr<Connection>>()>;

    Pool(Make make, int size_max, int wait_milliseconds)
        : m_make(std::move(make)), m_size_max(size_max), m_wait(wait_milliseconds)
    {
    }

    /// unavailable "base.busy" when none becomes free in time.
    Result<std::unique_ptr<Connection>> take()
    {
        std::unique_lock lock(m_mutex);
        if (!m_free.wait_for(lock, m_wait, [&] { return !m_idle.empty() || m_size < m_size_max; }))
            return failure(Failure::unavailable, "base.busy");
        if (!m_idle.empty()) {
            std::unique_ptr<Connection> connection = std::move(m_idle.back());
            m_idle.pop_back();
            return connection;
        }
        ++m_size;
        lock.unlock();
        auto made = m_make();
        if (!made) drop();
        return made;
    }

    void give_back(std::unique_ptr<Connection> connection)
    {
        const std::scoped_lock lock(m_mutex);
        m_idle.push_back(std::move(connection));
        m_free.notify_one();
    }

    /// A connection that was taken will not come back.
    void drop()
    {
        const std::scoped_lock lock(m_mutex);
        --m_size;
        m_free.notify_one();
    }

private:
    Make m_make;
    int m_size_max;
    std::chrono::milliseconds m_wait;
    std::mutex m_mutex;
    std::condition_variable m_free;
    std::vector<std::unique_ptr<Connection>> m_idle;
    int m_size{};
};

}  // namespace caicach::database
