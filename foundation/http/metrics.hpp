#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "http/server.hpp"

namespace caicach::http
{

/// Counts of answers and their times, for Prometheus. Labels are route patterns, methods and
/// status classes, never paths: strangers cannot make new series.
class Metrics
{
public:
    /// Any thread.
    void count(const Answered& answered);
    /// In the text format 0.0.4, sorted.
    [[nodiscard]] std::string exposition() const;

private:
    static constexpr std::array<std::int64_t, 10> bounds{500,       1'000,    2'500,   5'000,
                                                         10'000,    25'000,   100'000, 250'000,
                                                         1'000'000, 5'000'000};  ///< microseconds
    struct Series {
        std::array<std::uint64_t, bounds.size() + 1> buckets{};
        std::uint64_t count{};
        std::int64_t microseconds{};
    };

    mutable std::mutex m_mutex;
    std::map<std::string, Series, std::less<>> m_series{};  ///< by its labels as text
};

}  // namespace caicach::http
