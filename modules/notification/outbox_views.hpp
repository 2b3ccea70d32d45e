#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "notification/message.hpp"

namespace caicach::notification
{

struct OutboxView {
    std::vector<Message> messages{};
    std::string next_path{};
    bool is_stuck_only{};
    std::int64_t unsent{};  ///< go with one click, of all pages
};
[[nodiscard]] http::Response outbox_page(const Context& context, const OutboxView& view);

inline constexpr std::string_view stuck_filter = "can-xem";
[[nodiscard]] std::string outbox_path(bool is_stuck_only);

}  // namespace caicach::notification
