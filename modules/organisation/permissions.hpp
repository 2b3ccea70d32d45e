#pragma once
#include "manifest/actor.hpp"

namespace caicach::organisation
{

inline constexpr Permission manage_agencies{
    .key = "organisation.manage", .text = "Quản lý danh mục cơ quan", .roles = {"coordinator"}};

}  // namespace caicach::organisation
