#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/feed/feed.hpp"

namespace caicach::obligation
{

/// What the form says for a calendar of what is assigned to the person alone.
inline constexpr std::string_view feed_of_mine = "mine";
inline constexpr std::string_view feed_of_agency = "agency";

struct FeedRow {
    Feed feed{};
    std::string agency{};
};
struct FeedsPage {
    std::vector<FeedRow> feeds{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response feeds_page(const Context& context, const FeedsPage& page);

/// As programs elsewhere need it: with the site's own beginning, else the one of the request.
[[nodiscard]] std::string whole_feed_address(const Context& context, const http::Request& request,
                                             std::string_view secret);
[[nodiscard]] http::Response new_feed_page(const Context& context, const std::string& address);

}  // namespace caicach::obligation
