#pragma once
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.hpp"
#include "http/rate_policies.hpp"

namespace caicach::identity
{

/// Counts failed sign-ins in memory, by address and by user name (known or not: whoever asks learns
/// nothing), and says how long to wait. Each process counts for itself.
class SignInLimits
{
public:
    /// Takes one attempt up; or how many seconds to wait before the next. `policies` are those of
    /// the settings; an address in one of their trusted networks is not counted.
    [[nodiscard]] std::optional<std::int64_t> begin(const http::RatePolicies& policies,
                                                    std::string_view address,
                                                    std::string_view user_name, Instant now);
    /// It succeeded: the attempt is given back to the address, the name begins anew.
    void succeeded(std::string_view address, std::string_view user_name);
    /// It was not the person's fault: the attempt is given back to both.
    void take_back(std::string_view address, std::string_view user_name);

private:
    /// Attempts, oldest first.
    using Attempts = std::deque<Instant>;
    using Counters = std::unordered_map<std::string, Attempts>;

    std::mutex m_mutex;
    Counters m_addresses;
    Counters m_names;
};

}  // namespace caicach::identity
