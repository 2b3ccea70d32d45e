#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "notification/message.hpp"

namespace caicach::notification
{

/// What became of a message that was handed to a provider.
struct Outcome {
    /// created: later, please; else sent, permanent_failure, technical_failure or uncertain.
    Status status{Status::sent};
    std::string error{};      ///< message key, or empty
    std::string reference{};  ///< the provider's own
    bool blames_provider{};   ///< counts towards its breaker
    bool refuses_us{};        ///< not the receiver: another provider may take it

    /// It surely has not got the message, and that says nothing about the receiver. Never where
    /// the message may have gone.
    [[nodiscard]] bool is_for_another() const
    {
        return refuses_us || (status == Status::created && blames_provider);
    }
};
/// `error` as a provider's answer: unavailable is "later", invalid a refusal of the receiver for
/// good, forbidden one of ours, conflict an answer that was lost; the rest is our own fault.
[[nodiscard]] Outcome outcome_of(const Error& error);

/// One provider of one channel.
class Carrier
{
public:
    Carrier() = default;
    Carrier(const Carrier&) = delete;
    Carrier& operator=(const Carrier&) = delete;
    virtual ~Carrier() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;  ///< "email.main"
    /// Blocks for as long as the provider takes, a minute at most. Any thread.
    [[nodiscard]] virtual Outcome hand_over(const Message& message) = 0;
};
using Carriers = std::vector<std::unique_ptr<Carrier>>;

/// Those that the operator named for the channel, the preferred one first; none: it is off.
[[nodiscard]] Result<Carriers> carriers_of(Context& context, Channel channel);
/// Whether there is any.
[[nodiscard]] bool is_on(const Services& services, Channel channel);

}  // namespace caicach::notification
