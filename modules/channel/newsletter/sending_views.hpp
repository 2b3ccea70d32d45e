#pragma once
#include "channel/newsletter/sending.hpp"
#include "html/html.hpp"

namespace caicach::channel
{

/// How far the letters of an issue have gone.
struct SendingView {
    Sending sending{};
    notification::Outcomes outcomes{};
    std::int64_t left{};  ///< who left since it went out
};
/// Letters are on their way: the page loads itself anew.
[[nodiscard]] bool is_under_way(const SendingView& view);
void sending_part(html::Writer& out, const SendingView& view);

}  // namespace caicach::channel
