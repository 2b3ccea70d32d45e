#pragma once
#include <string_view>

#include "calendar/date.hpp"

namespace caicach::report
{

/// Whether a text says of itself that it is a state secret: a mark in capitals by itself ("TỐI
/// MẬT"), behind "Độ mật:", or in brackets. To write about the protection of secrets ("bảo mật",
/// "BẢO MẬT THÔNG TIN") is no secret. Which words are marks is the data of `attachment`.
[[nodiscard]] bool bears_secret_mark(std::string_view text, Date today);

}  // namespace caicach::report
