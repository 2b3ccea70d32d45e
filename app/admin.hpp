#pragma once
#include <atomic>

#include "app/system.hpp"
#include "http/metrics.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace caicach::app
{

/// What only the operator on this machine asks: /livez (the process runs), /readyz (it can serve),
/// /healthz?verbose (why not), /metrics (Prometheus). Served on a second, loopback listener.
class Admin
{
public:
    Admin(System& system, const http::Metrics& metrics) : m_system(system), m_metrics(metrics) {}

    [[nodiscard]] http::Response answer(const http::Request& request) const;
    /// From here on /readyz says no: whoever spreads requests shall look elsewhere. Any thread.
    void stop_being_ready() { m_is_stopping = true; }

private:
    [[nodiscard]] http::Response health(bool verbose) const;
    [[nodiscard]] std::string measurements() const;

    System& m_system;
    const http::Metrics& m_metrics;
    std::atomic<bool> m_is_stopping{};
};

}  // namespace caicach::app
