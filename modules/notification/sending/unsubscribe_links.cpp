#include "notification/sending/unsubscribe_links.hpp"

#include <utility>

#include "crypto/key_file.hpp"
#include "identity/api.hpp"
#include "json/value.hpp"
#include "text/text.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::string_view about = "unsubscribe";

/// Of a letter that names its own way to leave.
std::string own_link_of(const Message& message)
{
    if (message.variables.find(leaving_variable) == std::string::npos) return {};
    const auto variables = json::parse(message.variables);
    if (!variables) return {};
    return std::string((*variables)[leaving_variable].as_string());
}

}  // namespace

Result<crypto::SealingKey> sealing_key(const Services& services)
{
    const auto digits =
        TRY(crypto::key_of_file(services.data_folder + "/" + std::string(identity::key_file_name)));
    auto key = crypto::SealingKey::from_bytes(digits);
    if (!key) return failure(Failure::unavailable, "crypto.key_file_unusable");
    return std::move(*key);
}

Result<UnsubscribeLinks> UnsubscribeLinks::open(const Services& services)
{
    auto key = TRY(sealing_key(services));
    return UnsubscribeLinks(std::move(key), services.site);
}

std::string UnsubscribeLinks::link(const Message& message, bool can_unsubscribe) const
{
    if (!m_site.starts_with("https://")) return {};
    if (auto own = own_link_of(message); !own.empty()) return own;
    if (!can_unsubscribe) return {};
    return m_site + unsubscribe_path(token({.channel = message.channel,
                                            .purpose = message.purpose,
                                            .address = message.address}));
}

std::string UnsubscribeLinks::token(const Target& target) const
{
    return m_key.seal(
        std::string(key_of(target.channel)) + "\n" + target.purpose + "\n" + target.address, about);
}

std::optional<UnsubscribeLinks::Target> UnsubscribeLinks::read(std::string_view token) const
{
    const auto opened = m_key.open(token, about);
    if (!opened) return {};
    const auto parts = text::split(*opened, '\n');
    if (parts.size() != 3) return {};
    const auto channel = channel_from(parts[0]);
    if (!channel) return {};
    return Target{
        .channel = *channel, .purpose = std::string(parts[1]), .address = std::string(parts[2])};
}

std::string unsubscribe_path(std::string_view token)
{
    return "/thong-bao/ngung/" + std::string(token);
}

}  // namespace caicach::notification
