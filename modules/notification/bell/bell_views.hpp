#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "notification/message.hpp"
#include "notification/rules/purpose.hpp"
#include "notification/rules/rules.hpp"
#include "web/components/fault.hpp"

namespace caicach::notification
{

struct BellView {
    std::vector<Message> messages{};
    std::string next_path{};
    bool has_unread{};
};
[[nodiscard]] http::Response bell_page(const Context& context, const BellView& view);

/// Nothing where nothing is new.
[[nodiscard]] http::Response count_fragment(std::int64_t count);

/// A kind of messages on one channel, and whether the person wants it.
struct Wish {
    Purpose purpose{};
    Channel channel{};
    std::string address{};
    bool is_wanted{};

    [[nodiscard]] std::string name() const;  ///< of its checkbox: "reminder.email"
};
struct WishesView {
    std::string number{};   ///< as it was typed, proven or not
    std::string waiting{};  ///< the number that waits for its code; empty: none
    std::string code_until{};
    std::vector<Wish> wishes{};
    web::Fault fault{};
};
[[nodiscard]] http::Response wishes_page(const Context& context, const WishesView& view);

[[nodiscard]] std::string bell_path();
[[nodiscard]] std::string wishes_path();
[[nodiscard]] std::string number_proof_path();

}  // namespace caicach::notification
