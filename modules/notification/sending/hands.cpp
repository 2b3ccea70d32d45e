#include "notification/sending/hands.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace caicach::notification
{

Hands::Hands(std::size_t count)
{
    m_threads.reserve(count);
    try {
        while (m_threads.size() < count) m_threads.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
        return;  // with none at all `take` hands over itself
    }
}

Hands::~Hands()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_is_ending = true;
        m_changed.notify_all();
    }
    for (auto& thread : m_threads) thread.join();
}

void Hands::give(Turn turn, Message message)
{
    const std::scoped_lock lock(m_mutex);
    ++m_under_way;
    m_given.push_back({std::move(turn), std::move(message)});
    m_changed.notify_all();
}

std::vector<HandedOver> Hands::take(std::size_t at_least)
{
    std::unique_lock lock(m_mutex);
    if (m_threads.empty())
        for (auto& given : std::exchange(m_given, {}))
            m_over.push_back(hand_over(std::move(given)));
    const auto wanted = std::min(at_least, m_under_way);
    m_changed.wait(lock, [&] { return m_over.size() >= wanted; });
    m_under_way -= m_over.size();
    return std::exchange(m_over, {});
}

void Hands::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [&] { return m_is_ending || !m_given.empty(); });
        if (m_given.empty()) return;
        auto given = std::move(m_given.front());
        m_given.pop_front();
        lock.unlock();
        auto over = hand_over(std::move(given));
        lock.lock();
        m_over.push_back(std::move(over));
        m_changed.notify_all();
    }
}

HandedOver Hands::hand_over(Given given)
{
    HandedOver over{.message = std::move(given.message)};
    bool may_go_later = given.turn.is_somebody_away;
    for (auto* carrier : given.turn.carriers) {
        over.message.provider = carrier->name();
        over.outcome = carrier->hand_over(over.message);
        if (over.outcome.blames_provider) over.blamed.push_back(over.message.provider);
        if (!over.outcome.is_for_another()) return over;
        may_go_later = may_go_later || over.outcome.status == Status::created;
    }
    // Whoever is away now may take what the others refuse: until then it waits.
    if (may_go_later) over.outcome.status = Status::created;
    return over;
}

}  // namespace caicach::notification
