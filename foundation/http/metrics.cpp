#include "http/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caicach::http
{

namespace
{

constexpr std::size_t series_max = 2000;
constexpr std::string_view name = "caicach_http_request_seconds";

/// Route patterns are ours; quotation marks and the like never stand in one.
std::string labels_of(const Answered& answered)
{
    return fmt::format("route=\"{}\",method=\"{}\",status=\"{}xx\"",
                       answered.route.empty() ? "other" : answered.route,
                       answered.method.empty() ? "none" : answered.method, answered.status / 100);
}

double seconds_of(std::int64_t microseconds) { return static_cast<double>(microseconds) / 1e6; }

}  // namespace

void Metrics::count(const Answered& answered)
{
    const auto labels = labels_of(answered);
    const auto bucket = static_cast<std::size_t>(
        std::ranges::lower_bound(bounds, answered.microseconds) - bounds.begin());
    const std::lock_guard lock(m_mutex);
    auto found = m_series.find(labels);
    if (found == m_series.end()) {
        if (m_series.size() >= series_max) return;
        found = m_series.emplace(labels, Series{}).first;
    }
    auto& series = found->second;
    ++series.buckets[bucket];
    ++series.count;
    series.microseconds += answered.microseconds;
}

std::string Metrics::exposition() const
{
    auto text = fmt::format(
        "# HELP {0} Time from the whole request to the answer.\n# TYPE {0} histogram\n", name);
    const std::lock_guard lock(m_mutex);
    for (const auto& [labels, series] : m_series) {
        std::uint64_t below = 0;
        for (std::size_t bucket = 0; bucket < bounds.size(); ++bucket) {
            below += series.buckets[bucket];
            text += fmt::format("{}_bucket{{{},le=\"{}\"}} {}\n", name, labels,
                                seconds_of(bounds[bucket]), below);
        }
        text += fmt::format("{}_bucket{{{},le=\"+Inf\"}} {}\n", name, labels, series.count);
        text += fmt::format("{}_sum{{{}}} {}\n", name, labels, seconds_of(series.microseconds));
        text += fmt::format("{}_count{{{}}} {}\n", name, labels, series.count);
    }
    return text;
}

}  // namespace caicach::http
