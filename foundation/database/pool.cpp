#include "database/pool.hpp"

#include <chrono>

namespace caicach::database
{

Result<void> Slots::take()
{
    std::unique_lock lock(m_mutex);
    const std::chrono::milliseconds wait(m_wait_milliseconds);
    if (!m_changed.wait_for(lock, wait, [&] { return m_free > 0; }))
        return failure(Failure::unavailable, "base.busy");
    --m_free;
    return {};
}

void Slots::give_back()
{
    const std::scoped_lock lock(m_mutex);
    ++m_free;
    m_changed.notify_one();
}

}  // namespace caicach::database
