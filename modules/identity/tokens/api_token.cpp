#include "identity/tokens/api_token.hpp"

#include <algorithm>

#include "crypto/crypto.hpp"
#include "identity/limits.hpp"

namespace caicach::identity
{
namespace
{

constexpr std::string_view prefix = "cc_live_";
/// Base 32 of RFC 4648 in lower case: one double click takes all of it.
constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t random_length = 32;
constexpr std::size_t checksum_length = 6;
constexpr std::size_t whole_length = prefix.size() + random_length + checksum_length;
constexpr std::size_t hint_length = prefix.size() + 4;

/// One character for each byte: its five lowest bits.
template <class Bytes>
std::string characters_of(const Bytes& bytes, std::size_t count)
{
    std::string text;
    for (std::size_t at = 0; at < count; ++at)
        text += alphabet[static_cast<std::uint8_t>(bytes[at]) % alphabet.size()];
    return text;
}

std::string checksum_of(std::string_view text)
{
    return characters_of(crypto::sha256(text), checksum_length);
}

/// The first rate, told by the minute; where there is none, the most that a rate can be.
std::int64_t a_minute(const http::RatePolicy& policy)
{
    if (policy.rates.empty()) return rate_count_max;
    const auto& rate = policy.rates.front();
    constexpr std::int64_t minute = 60;
    return std::max<std::int64_t>(1, rate.count * minute / rate.seconds);
}

}  // namespace

std::string make_token_text()
{
    auto text =
        std::string(prefix) + characters_of(crypto::random_bytes(random_length), random_length);
    return text + checksum_of(text);
}

bool is_token_text(std::string_view text)
{
    if (text.size() != whole_length || !text.starts_with(prefix)) return false;
    const auto body = text.substr(prefix.size());
    if (body.find_first_not_of(alphabet) != std::string_view::npos) return false;
    const auto checked = text.substr(0, prefix.size() + random_length);
    return text.substr(checked.size()) == checksum_of(checked);
}

std::string token_hint(std::string_view text)
{
    return std::string(text.substr(0, hint_length)) + "…";
}

Result<void> ApiToken::admits(Date today, std::string_view address) const
{
    if (is_revoked) return failure(Failure::unauthenticated, "identity.token.revoked");
    if (today > expires_on) return failure(Failure::unauthenticated, "identity.token.expired");
    if (!networks.empty() && !is_within(networks, address))
        return failure(Failure::forbidden, "identity.token.elsewhere", {}, {std::string(address)});
    return {};
}

std::int64_t most_requests_a_minute(const http::RatePolicies& policies)
{
    return a_minute(policies.machine_most);
}

std::int64_t usual_requests_a_minute(const http::RatePolicies& policies)
{
    return a_minute(policies.machine);
}

std::string text_of(const std::vector<Network>& networks)
{
    std::string text;
    for (const auto& network : networks) text += (text.empty() ? "" : " ") + network.text();
    return text;
}

}  // namespace caicach::identity
