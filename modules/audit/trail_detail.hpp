#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "calendar/date.hpp"

namespace caicach::database
{
class Transaction;
}

namespace caicach::audit
{

/// What a line changed, in words for people: "vai trò: Quản trị; phạm vi: Sở Y tế", "tên: Sở A →
/// Sở B". Empty where the detail tells nothing that people read (hashes, numbers of rows); the CSV
/// has all of it. Agencies are named as on `day`.
[[nodiscard]] Result<std::string> words_of_detail(database::Transaction& transaction,
                                                  std::string_view detail, Date day);

}  // namespace caicach::audit
