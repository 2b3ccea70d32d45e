#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "report/form/definition.hpp"

namespace caicach::report
{

/// The forms that come with the program (data/reference/report_forms), as they are written there:
/// without owner's code, for every province has its own; `owner` is the name to look for. The files
/// are part of the program and cannot fail.
[[nodiscard]] const std::vector<Definition>& shipped_forms();

/// What the page says of where they came from.
inline constexpr std::string_view shipped_source = "Mẫu gợi ý kèm phần mềm";

}  // namespace caicach::report
