#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace caicach::database
{

/// How many connections may be out at once; the others wait.
class Slots
{
public:
    Slots(int count, int wait_milliseconds) : m_free(count), m_wait_milliseconds(wait_milliseconds)
    {
    }

    /// unavailable "base.busy" when none becomes free in time.
    Result<void> take();
    void give_back();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_free;
    int m_wait_milliseconds;
};

/// A bounded number of connections, made when first needed, used again last-in first-out (so that
/// their caches stay warm and unused ones stay unused).
template <class Connection>
class Pool
{
public:
    using Make = std::function<Result<std::unique_ptr<Connection>>()>;

    Pool(Make make, int size_max, int wait_milliseconds)
        : m_make(std::move(make)), m_slots(size_max, wait_milliseconds)
    {
    }

    Result<std::unique_ptr<Connection>> take()
    {
        TRY(m_slots.take());
        if (auto idle = take_idle()) return idle;
        auto made = m_make();
        if (!made) m_slots.give_back();
        return made;
    }

    void give_back(std::unique_ptr<Connection> connection)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_idle.push_back(std::move(connection));
        }
        m_slots.give_back();
    }

    /// A connection that was taken will not come back.
    void drop() { m_slots.give_back(); }

private:
    std::unique_ptr<Connection> take_idle()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_idle.empty()) return nullptr;
        std::unique_ptr<Connection> connection = std::move(m_idle.back());
        m_idle.pop_back();
        return connection;
    }

    Make m_make;
    Slots m_slots;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

}  // namespace caicach::database
