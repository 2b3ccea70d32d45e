#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "crypto/sealing.hpp"
#include "manifest/context.hpp"
#include "notification/message.hpp"

namespace caicach::notification
{

/// Links by which whoever holds a letter refuses more of its kind, without signing in. All that it
/// takes is sealed inside, so that it works as long as the key does.
class UnsubscribeLinks
{
public:
    struct Target {
        Channel channel{};
        std::string purpose{};
        std::string address{};
    };

    /// unavailable "crypto.key_file_unusable".
    [[nodiscard]] static Result<UnsubscribeLinks> open(const Services& services);
    /// The whole address; empty where nobody may refuse, or where the site has no https address.
    [[nodiscard]] std::string link(const Message& message, bool can_unsubscribe) const;
    [[nodiscard]] std::string token(const Target& target) const;
    /// Nothing for what we did not make.
    [[nodiscard]] std::optional<Target> read(std::string_view token) const;

    UnsubscribeLinks(crypto::SealingKey key, std::string site)
        : m_key(std::move(key)), m_site(std::move(site))
    {
    }

private:
    crypto::SealingKey m_key;
    std::string m_site;
};

[[nodiscard]] std::string unsubscribe_path(std::string_view token);

/// The house's key: it seals the secrets of identity, too, each about something else. unavailable
/// "crypto.key_file_unusable".
[[nodiscard]] Result<crypto::SealingKey> sealing_key(const Services& services);

}  // namespace caicach::notification
