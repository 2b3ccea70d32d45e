#include "channel/subscription/subscription_links.hpp"

#include <charconv>
#include <utility>

#include "channel/paths.hpp"
#include "crypto/key_file.hpp"
#include "identity/api.hpp"

namespace caicach::channel
{
namespace
{

using Way = SubscriptionLinks::Way;

std::string_view about(Way way)
{
    return way == Way::confirm ? "channel.confirm" : "channel.leave";
}

}  // namespace

Result<SubscriptionLinks> SubscriptionLinks::open(const Services& services)
{
    const auto digits =
        TRY(crypto::key_of_file(services.data_folder + "/" + std::string(identity::key_file_name)));
    auto key = crypto::SealingKey::from_bytes(digits);
    if (!key) return failure(Failure::unavailable, "crypto.key_file_unusable");
    return SubscriptionLinks(std::move(*key));
}

std::string SubscriptionLinks::path(Way way, SubscriberId subscriber) const
{
    const auto token = m_key.seal(std::to_string(subscriber.value), about(way));
    return way == Way::confirm ? confirming_path(token) : leaving_path(token);
}

Result<SubscriberId> SubscriptionLinks::read(Way way, std::string_view token) const
{
    const auto opened = m_key.open(token, about(way));
    std::int64_t id = 0;
    const auto is_whole = [&] {
        const auto* const end = opened->data() + opened->size();
        const auto read = std::from_chars(opened->data(), end, id);
        return read.ec == std::errc{} && read.ptr == end;
    };
    if (!opened || !is_whole())
        return failure(Failure::not_found, "channel.subscription.link_broken");
    return SubscriberId{id};
}

}  // namespace caicach::channel
