#pragma once
#include <string>
#include <string_view>

namespace caicach::plan
{

/// What the words of a target leave out of its count: "văn bản mật" of "… (trừ văn bản mật)"; empty
/// where they leave out nothing.
[[nodiscard]] std::string excluding_in(std::string_view statement);

}  // namespace caicach::plan
