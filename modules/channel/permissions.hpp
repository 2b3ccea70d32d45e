#pragma once
#include "manifest/actor.hpp"

namespace caicach::channel
{

/// All are asked about the agency whose newsletter it is.
inline constexpr Permission compose_issues{
    "channel.compose_issues",
    "Soạn bản tin và gửi duyệt",
    {"agency_officer", "agency_head", "editor", "coordinator"}};
inline constexpr Permission release_issues{"channel.release_issues",
                                           "Duyệt, phát hành, trả lại bản tin",
                                           {"agency_head", "approver", "editor", "coordinator"}};

}  // namespace caicach::channel
