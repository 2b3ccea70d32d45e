#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "channel/subscription/subscriber.hpp"
#include "crypto/sealing.hpp"
#include "manifest/context.hpp"

namespace caicach::channel
{

/// Links by which whoever holds a letter confirms or leaves, without signing in. What they are
/// about is sealed inside, so that they work as long as the key does.
class SubscriptionLinks
{
public:
    enum class Way : unsigned char { confirm, leave };

    /// unavailable "crypto.key_file_unusable".
    [[nodiscard]] static Result<SubscriptionLinks> open(const Services& services);
    /// A path of ours.
    [[nodiscard]] std::string path(Way way, SubscriberId subscriber) const;
    /// not_found "channel.subscription.link_broken" for what we did not make, or for another way.
    [[nodiscard]] Result<SubscriberId> read(Way way, std::string_view token) const;

private:
    explicit SubscriptionLinks(crypto::SealingKey key) : m_key(std::move(key)) {}

    crypto::SealingKey m_key;
};

}  // namespace caicach::channel
