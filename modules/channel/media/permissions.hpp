#pragma once
#include "manifest/actor.hpp"

namespace caicach::channel
{

/// Both are asked about the agency that a placement counts for.
inline constexpr Permission log_placements{
    "channel.log_placements",
    "Ghi nhật ký đăng, phát trên báo, đài, mạng xã hội",
    {"agency_officer", "agency_head", "editor", "coordinator"}};
inline constexpr Permission confirm_placements{"channel.confirm_placements",
                                               "Xác nhận lần đăng, phát cần người thứ hai xem",
                                               {"agency_head", "coordinator"}};
/// Asked about the agency that was asked.
inline constexpr Permission answer_press{
    "channel.answer_press",
    "Nhận và trả lời yêu cầu của báo chí",
    {"agency_officer", "agency_head", "editor", "coordinator"}};
/// Asked about the province: newspapers and stations are everybody's.
inline constexpr Permission keep_outlets{
    "channel.keep_outlets", "Giữ danh mục báo, đài, trang mạng xã hội", {"editor", "coordinator"}};

}  // namespace caicach::channel
