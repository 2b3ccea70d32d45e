#pragma once
#include <string>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "notification/rules/purpose.hpp"
#include "notification/sending/unsubscribe_links.hpp"

namespace caicach::notification
{

struct UnsubscribingView {
    std::string path{};
    UnsubscribeLinks::Target target{};
    Purpose purpose{};
    bool is_refused{};
};
[[nodiscard]] http::Response unsubscribing_page(const Context& context,
                                                const UnsubscribingView& asked);

}  // namespace caicach::notification
