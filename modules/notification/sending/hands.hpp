#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "notification/sending/carrier.hpp"

namespace caicach::notification
{

/// A message that was handed over, and what became of it.
struct HandedOver {
    Message message{};  ///< names the provider that answered last
    Outcome outcome{};
    std::vector<std::string> blamed{};  ///< providers, for their breakers
};

/// Who is asked to take a message: the next one where the one before is away or refuses us.
struct Turn {
    std::vector<Carrier*> carriers{};  ///< outlive the message; one at least
    bool is_somebody_away{};           ///< who may take it later
};

/// Threads that talk to providers, so that many messages are under way at once: the time goes by on
/// the network. For one thread that gives and takes.
class Hands
{
public:
    /// So many, or as many as the machine has to give.
    explicit Hands(std::size_t count);
    Hands(const Hands&) = delete;
    Hands& operator=(const Hands&) = delete;
    /// Waits for what is under way.
    ~Hands();

    void give(Turn turn, Message message);
    /// Given, and not taken yet.
    [[nodiscard]] std::size_t under_way() const { return m_under_way; }
    /// What is over; waits until it is so many, or all.
    [[nodiscard]] std::vector<HandedOver> take(std::size_t at_least);

private:
    struct Given {
        Turn turn{};
        Message message{};
    };

    void work();
    [[nodiscard]] HandedOver hand_over(Given given);

    std::size_t m_under_way{};
    std::vector<std::thread> m_threads{};

    std::mutex m_mutex{};
    std::condition_variable m_changed{};
    bool m_is_ending{};
    std::deque<Given> m_given{};
    std::vector<HandedOver> m_over{};
};

}  // namespace caicach::notification
