#pragma once
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace caicach::notification
{

/// Providers that fail again and again are left alone for a while, so that another takes over, or
/// nobody waits for them in vain. For the whole process; any thread.
class Breakers
{
public:
    enum class State : std::uint8_t {
        closed,     ///< works
        open,       ///< is left alone
        half_open,  ///< may be tried with one message
    };

    [[nodiscard]] State state(std::string_view provider, Instant now) const;
    /// When an open one may be tried again.
    [[nodiscard]] Instant opens_at(std::string_view provider) const;
    void succeeded(std::string_view provider);
    void failed(std::string_view provider, Instant now);

private:
    struct Breaker {
        int failures{};  ///< in a row
        int trips{};     ///< in a row, each pause twice as long
        Instant open_until{};
    };

    mutable std::mutex m_mutex{};
    std::map<std::string, Breaker, std::less<>> m_breakers{};
};

}  // namespace caicach::notification
