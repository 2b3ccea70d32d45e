#pragma once
#include "manifest/actor.hpp"

namespace caicach::channel
{

/// Both are asked about the agency whose programme it is.
inline constexpr Permission compose_scripts{
    "channel.compose_scripts",
    "Soạn kịch bản phát thanh và gửi duyệt",
    {"agency_officer", "agency_head", "editor", "coordinator"}};
inline constexpr Permission approve_scripts{"channel.approve_scripts",
                                            "Duyệt, trả lại kịch bản phát thanh",
                                            {"agency_head", "approver", "editor", "coordinator"}};

}  // namespace caicach::channel
