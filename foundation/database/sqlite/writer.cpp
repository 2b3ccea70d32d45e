#include "database/sqlite/writer.hpp"

#include <chrono>
#include <utility>

namespace caicach::database::sqlite
{

namespace
{

constexpr int group_members_max = 32;
/// Nobody's commit waits longer for others to join.
constexpr std::int64_t group_age_milliseconds_max = 50;

std::int64_t steady_milliseconds()
{
    using std::chrono::milliseconds;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<milliseconds>(now).count();
}

}  // namespace

Writer::Writer(std::unique_ptr<Connection> connection, int wait_milliseconds)
    : m_connection(std::move(connection)), m_wait_milliseconds(wait_milliseconds)
{
}

Result<void> Writer::enter()
{
    TRY(wait_for_turn());
    auto begun = begin();
    if (!begun) {
        // With the group, if there is one: its members must not wait for ever.
        std::ignore = leave(false);
    }
    return begun;
}

Result<void> Writer::wait_for_turn()
{
    std::unique_lock lock(m_mutex);
    if (!m_is_taken) {
        m_is_taken = true;
        return {};
    }
    Waiter waiter;
    m_waiting.push_back(&waiter);
    const std::chrono::milliseconds wait(m_wait_milliseconds);
    if (!waiter.turn.wait_for(lock, wait, [&] { return waiter.has_turn; })) {
        std::erase(m_waiting, &waiter);
        return failure(Failure::unavailable, "base.busy");
    }
    return {};
}

Result<void> Writer::begin()
{
    if (!m_group) {
        TRY(m_connection->execute("BEGIN IMMEDIATE"));
        m_group = std::make_shared<Group>();  // shared with all members: see leave
        m_group->begun_milliseconds = steady_milliseconds();
    }
    return m_connection->execute("SAVEPOINT member");
}

Result<void> Writer::commit()
{
    // After an error that made SQLite roll everything back there is no savepoint to release.
    auto released = m_connection->execute("RELEASE member");
    if (!released) {
        roll_back();
        return released;
    }
    return leave(true);
}

void Writer::roll_back()
{
    if (!m_connection->is_autocommit()) {
        std::ignore = m_connection->execute("ROLLBACK TO member");
        std::ignore = m_connection->execute("RELEASE member");
    }
    std::ignore = leave(false);
}

Result<void> Writer::leave(bool has_committed)
{
    std::unique_lock lock(m_mutex);
    // Shared: the group is over for us only when its last member has committed, and by then
    // m_group may be the next one.
    const std::shared_ptr<Group> group = m_group;
    if (group && has_committed) ++group->members;
    if (group && !may_others_join()) {
        lock.unlock();
        auto outcome = finish(group->members);
        lock.lock();
        group->outcome = std::move(outcome);
        group->is_over = true;
        m_group.reset();
        m_group_over.notify_all();
    }
    hand_over();
    if (!has_committed) return {};
    m_group_over.wait(lock, [&] { return group->is_over; });
    return group->outcome;
}

bool Writer::may_others_join() const
{
    return !m_waiting.empty() && m_group->members < group_members_max &&
           !m_connection->is_autocommit() &&
           steady_milliseconds() - m_group->begun_milliseconds < group_age_milliseconds_max;
}

Result<void> Writer::finish(int members)
{
    if (m_connection->is_autocommit())
        return internal_failure("SQLite rolled the whole group back");
    auto outcome = m_connection->execute(members > 0 ? "COMMIT" : "ROLLBACK");
    if (!outcome && !m_connection->is_autocommit()) std::ignore = m_connection->execute("ROLLBACK");
    return outcome;
}

void Writer::hand_over()
{
    if (m_waiting.empty()) {
        m_is_taken = false;
        return;
    }
    Waiter* next = m_waiting.front();
    m_waiting.pop_front();
    next->has_turn = true;
    next->turn.notify_one();
}

}  // namespace caicach::database::sqlite
