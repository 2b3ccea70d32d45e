#include "base/id.hpp"

#include <atomic>
#include <chrono>
#include <random>

namespace caicach
{
namespace
{

// 41 bits of milliseconds reach the year 2093; 22 bits below hold what arrives within one
// millisecond.
constexpr std::int64_t epoch_ms = 1'704'067'200'000;  // 2024-01-01T00:00:00Z
constexpr int low_bits = 22;
constexpr std::int64_t low_range = std::int64_t{1} << low_bits;

std::int64_t candidate()
{
    thread_local std::mt19937_64 random{std::random_device{}()};
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    const auto low = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(low_range));
    return ((now.count() - epoch_ms) << low_bits) | low;
}

}  // namespace

std::int64_t next_id()
{
    static std::atomic<std::int64_t> last{0};
    auto previous = last.load();
    while (true) {
        const auto next = std::max(candidate(), previous + 1);
        if (last.compare_exchange_weak(previous, next)) return next;
    }
}

}  // namespace caicach
