#pragma once
#include "manifest/actor.hpp"

namespace caicach::identity
{

/// Accounts, roles and invitations of a branch; nobody gives what reaches beyond their own.
inline constexpr Permission manage_accounts{
    .key = "identity.manage", .text = "Quản lý tài khoản", .roles = {"administrator"}};

/// Who signs the documents of an agency.
inline constexpr Permission manage_signers{
    .key = "identity.sign",
    .text = "Quản lý người ký văn bản",
    .roles = {"coordinator", "agency_head", "administrator"}};

/// How many people an agency has.
inline constexpr Permission manage_headcount{
    .key = "identity.headcount",
    .text = "Ghi số người làm việc",
    .roles = {"coordinator", "agency_head", "administrator"}};

}  // namespace caicach::identity
