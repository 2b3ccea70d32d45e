#pragma once
#include "manifest/actor.hpp"

namespace caicach::channel
{

/// Both are asked about the agency whose screens they are.
inline constexpr Permission manage_screens{
    "channel.manage_screens",
    "Quản lý bảng điện tử, xếp nội dung chiếu",
    {"agency_officer", "agency_head", "one_stop_officer", "coordinator"}};
/// About the agency at the top of the branch.
inline constexpr Permission alert_screens{"channel.alert_screens",
                                          "Chiếu thông báo khẩn ở các cơ quan cấp dưới",
                                          {"agency_head", "coordinator"}};

}  // namespace caicach::channel
