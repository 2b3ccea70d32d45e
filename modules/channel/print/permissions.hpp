#pragma once
#include "manifest/actor.hpp"

namespace caicach::channel
{

/// Both are asked about the agency whose posters these are.
inline constexpr Permission design_prints{
    "channel.design_prints",
    "Thiết kế đồ họa, ấn phẩm và gửi duyệt",
    {"agency_officer", "agency_head", "editor", "coordinator"}};
inline constexpr Permission approve_prints{"channel.approve_prints",
                                           "Duyệt, công bố, trả lại, gỡ đồ họa, ấn phẩm",
                                           {"agency_head", "approver", "editor", "coordinator"}};

}  // namespace caicach::channel
