#pragma once
#include "manifest/actor.hpp"

namespace caicach::attachment
{

/// To see how the store of files is: hashes and counts, never what is in a file or what it is
/// called. Asked about the whole province.
inline constexpr Permission oversee_store{
    .key = "attachment.oversee", .text = "Xem tình trạng kho tệp", .roles = {"administrator"}};

}  // namespace caicach::attachment
