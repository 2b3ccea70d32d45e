#pragma once
#include "manifest/actor.hpp"

namespace caicach::organisation
{

inline constexpr Permission manage_agencies{
    .key = "organisation.manage", .text = "Quản lý danh mục cơ quan", .roles = {"coordinator"}};

/// Which agencies "các sở, ban, ngành" are: whoever begins a province may say so, too.
inline constexpr Permission manage_groups{.key = "organisation.groups",
                                          .text = "Quản lý nhóm cơ quan",
                                          .roles = {"coordinator", "administrator"}};

/// Taking whole tables over: for a province that begins, its first administrator may.
inline constexpr Permission import_agencies{.key = "organisation.import",
                                            .text = "Nhập danh mục cơ quan từ tệp",
                                            .roles = {"coordinator", "administrator"}};

/// The days that everybody's due dates are counted with: the whole province's, or nobody's.
inline constexpr Permission manage_calendar{
    .key = "organisation.calendar", .text = "Sửa lịch làm việc", .roles = {"administrator"}};

}  // namespace caicach::organisation
