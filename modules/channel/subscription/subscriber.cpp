#include "channel/subscription/subscriber.hpp"

#include <algorithm>
#include <array>

#include "channel/limits.hpp"
#include "net/mail.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::array<std::string_view, 4> keys{"waiting", "confirmed", "left", "bounced"};

}  // namespace

std::string_view key_of(SubscriberState state) { return keys.at(static_cast<std::size_t>(state)); }

std::optional<SubscriberState> subscriber_state_from(std::string_view key)
{
    const auto* const found = std::ranges::find(keys, key);
    if (found == keys.end()) return {};
    return static_cast<SubscriberState>(found - keys.begin());
}

bool Subscriber::may_be_written_to(Instant now) const
{
    if (now < letter_at + limits::letter_pause_seconds) return false;
    return letters < limits::letters_max || letter_at + limits::letters_seconds <= now;
}

Result<void> Subscriber::confirm(Instant now)
{
    if (state == SubscriberState::confirmed) return {};
    if (state != SubscriberState::waiting)
        return failure(Failure::conflict, "channel.subscription.ended");
    if (letter_at + limits::confirm_seconds < now)
        return failure(Failure::conflict, "channel.subscription.too_late");
    state = SubscriberState::confirmed;
    confirmed_at = now;
    return {};
}

void Subscriber::note_failure(const BounceRule& rule, Instant now)
{
    constexpr std::int64_t day_seconds = 86'400;
    if (ended_at) return;
    const bool is_long_ago = failing_since && *failing_since + rule.days * day_seconds < now;
    if (!failing_since || is_long_ago) {
        failing_since = now;
        failures = 0;
    }
    ++failures;
    if (failures >= rule.count) end(SubscriberState::bounced, now);
}

void Subscriber::end(SubscriberState how, Instant now)
{
    if (ended_at) return;
    state = how;
    address.clear();
    ended_at = now;
}

Result<std::string> parse_address(std::string_view typed)
{
    auto address = text::lower(text::trim(typed));
    if (!net::is_mail_address(address))
        return failure(Failure::invalid, "channel.subscription.address", "address");
    return address;
}

}  // namespace caicach::channel
