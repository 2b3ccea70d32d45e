#pragma once
#include "manifest/actor.hpp"

namespace caicach::channel
{

/// These two are asked about the agency whose programme it is.
inline constexpr Permission compose_scripts{
    "channel.compose_scripts",
    "Soạn kịch bản phát thanh và gửi duyệt",
    {"agency_officer", "agency_head", "editor", "coordinator"}};
inline constexpr Permission approve_scripts{"channel.approve_scripts",
                                            "Duyệt, trả lại kịch bản phát thanh",
                                            {"agency_head", "approver", "editor", "coordinator"}};
/// About the agency whose loudspeakers play; for a group of agencies, about the province.
inline constexpr Permission schedule_broadcasts{
    "channel.schedule_broadcasts",
    "Xếp lịch phát thanh cho loa của cơ quan, của xã",
    {"agency_officer", "agency_head", "editor", "coordinator"}};
inline constexpr Permission sign_broadcasts{"channel.sign_broadcasts",
                                            "Ký nhật ký phát thanh của cơ quan, của xã",
                                            {"agency_officer", "agency_head"}};

}  // namespace caicach::channel
