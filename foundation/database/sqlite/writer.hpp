#pragma once
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>

#include "base/result.hpp"
#include "database/sqlite/connection.hpp"

namespace caicach::database::sqlite
{

/// The one writing connection, and the gate before it.
///
/// A disk sync costs far more than a small transaction, so writers that wait for their turn share
/// one (group commit): the first begins the outer transaction, each works in a SAVEPOINT of its
/// own, and who leaves while others wait hands over without a COMMIT. The last of a group commits
/// for all; `commit` returns to each of them only then. A member that rolls back undoes its
/// savepoint alone; when the outer COMMIT fails, all members are told so.
class Writer
{
public:
    Writer(std::unique_ptr<Connection> connection, int wait_milliseconds);
    ~Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Waits for the turn and begins. unavailable "base.busy" when that takes too long.
    Result<void> enter();
    /// Ends the caller's turn; returns when its work is on disk.
    Result<void> commit();
    void roll_back();

    /// Only between enter and commit or roll_back.
    [[nodiscard]] Connection& connection() { return *m_connection; }

private:
    struct Group {
        int members{};
        std::int64_t begun_milliseconds{};  ///< of the steady clock
        bool is_over{};
        Result<void> outcome{};
    };
    struct Waiter {
        std::condition_variable turn{};
        bool has_turn{};
    };

    Result<void> wait_for_turn();
    Result<void> begin();
    Result<void> leave(bool has_committed);
    /// With the turn, without the lock: commits (or, with no member, rolls back) the outer one.
    Result<void> finish(int members);
    void hand_over();
    [[nodiscard]] bool may_others_join() const;

    std::unique_ptr<Connection> m_connection;
    int m_wait_milliseconds;
    std::mutex m_mutex;
    std::condition_variable m_group_over;
    std::deque<Waiter*> m_waiting;
    bool m_is_taken{};
    // Shared: its members wait for the outcome when the next group has already begun.
    std::shared_ptr<Group> m_group;
};

}  // namespace caicach::database::sqlite
