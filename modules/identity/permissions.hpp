#pragma once
#include "manifest/actor.hpp"

namespace caicach::identity
{

/// Accounts, roles and invitations of a branch; nobody gives what reaches beyond their own.
inline constexpr Permission manage_accounts{
    .key = "identity.manage", .text = "Quản lý tài khoản", .roles = {"administrator"}};

}  // namespace caicach::identity
