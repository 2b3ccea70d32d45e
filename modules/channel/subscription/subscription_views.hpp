#pragma once
#include <string>
#include <vector>

#include "channel/subscription/subscriber.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

/// Where one asks for a newsletter.
struct SubscribePage {
    http::Form form{};
    web::Fault fault{};
    std::vector<organisation::AgencySummary> agencies{};  ///< whose newsletters there are
    std::string agency{};                                 ///< slug of the chosen one
    std::string consent{};                                ///< what one agrees to, in words
    bool is_open{};                                       ///< letters leave the house
};
[[nodiscard]] http::Response subscribe_page(const Context& context, const SubscribePage& page);

/// What the holder of a letter may do by its link.
struct SubscriptionPage {
    Subscriber subscriber{};
    std::string agency{};
    std::string path{};  ///< of the link
};
[[nodiscard]] http::Response confirming_page(const Context& context, const SubscriptionPage& page);
[[nodiscard]] http::Response leaving_page(const Context& context, const SubscriptionPage& page);

}  // namespace caicach::channel
