#pragma once
#include "manifest/actor.hpp"

namespace caicach::notification
{

/// To see what the program sends, and send again what is stuck: asked about the whole province.
inline constexpr Permission manage_mail{
    "notification.manage_mail", "Theo dõi tin gửi đi, sửa mẫu tin", {"administrator"}};

}  // namespace caicach::notification
