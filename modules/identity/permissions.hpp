#pragma once
#include "manifest/actor.hpp"

namespace caicach::identity
{

/// Carried by no role yet: only the system account, that is a command, makes accounts.
inline constexpr Permission manage_accounts{
    .key = "identity.manage", .text = "Quản lý tài khoản", .roles = {}};

}  // namespace caicach::identity
