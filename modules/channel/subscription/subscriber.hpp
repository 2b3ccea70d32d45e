#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "channel/ids.hpp"
#include "channel/subscription/bounce_rule.hpp"
#include "organisation/api.hpp"

/// Somebody who wants an agency's newsletter by letter. Double opt-in: who asked confirms by a link
/// in a letter that the address is his own.
namespace caicach::channel
{

enum class SubscriberState : unsigned char {
    waiting,    ///< asked, not confirmed
    confirmed,  ///< gets each issue
    left,       ///< wants no more; the address is forgotten
    bounced,    ///< nobody has the address; it is forgotten
};

struct Subscriber {
    SubscriberId id{};
    organisation::AgencyId agency{};
    std::string address{};
    SubscriberState state{};
    int wording{};  ///< of the consent that was given
    Instant asked_at{};
    int letters{};  ///< sent since he asked, to confirm
    Instant letter_at{};
    std::optional<Instant> confirmed_at{};
    std::optional<Instant> ended_at{};
    std::int64_t failures{};  ///< letters that never reached it, counted since …
    std::optional<Instant> failing_since{};

    /// Whether one more letter may go to an address that somebody typed.
    [[nodiscard]] bool may_be_written_to(Instant now) const;
    /// conflict "channel.subscription.too_late": asked too long ago. "….ended": there is none any
    /// more. Twice is once.
    [[nodiscard]] Result<void> confirm(Instant now);
    /// A letter never reached it; beyond what the rule bears, nobody reads there any more.
    void note_failure(const BounceRule& rule, Instant now);
    /// Twice is once. The address goes with it.
    void end(SubscriberState how, Instant now);
};

[[nodiscard]] std::string_view key_of(SubscriberState state);
[[nodiscard]] std::optional<SubscriberState> subscriber_state_from(std::string_view key);

/// As it is kept and compared: without blanks around it, in small letters. invalid
/// "channel.subscription.address" of the field "address".
[[nodiscard]] Result<std::string> parse_address(std::string_view typed);

}  // namespace caicach::channel
