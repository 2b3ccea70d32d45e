#pragma once
#include "manifest/actor.hpp"

namespace caicach::newsroom
{

/// All are asked about the agency whose article it is.
inline constexpr Permission write_articles{
    "newsroom.write",
    "Viết tin, bài và gửi ban biên tập",
    {"agency_officer", "agency_head", "editor", "coordinator"}};
inline constexpr Permission edit_articles{
    "newsroom.edit", "Biên tập, trả lại tin, bài", {"editor", "coordinator"}};
inline constexpr Permission publish_articles{"newsroom.publish",
                                             "Duyệt, đăng, đính chính, gỡ tin, bài",
                                             {"approver", "editor", "coordinator"}};

}  // namespace caicach::newsroom
