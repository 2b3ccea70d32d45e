#pragma once
#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "text/reference.hpp"

/// Until when an agency answers newspapers and stations. Reference data.
namespace caicach::channel
{

enum class PressManner : std::uint8_t { written, interview };
[[nodiscard]] std::string_view key_of(PressManner manner);
[[nodiscard]] std::string_view text_of(PressManner manner);
/// invalid "channel.press.manner" of the field "manner".
[[nodiscard]] Result<PressManner> press_manner_from(std::string_view key);

[[nodiscard]] text::ReferenceFile press_rules_table();
[[nodiscard]] Result<int> press_working_days(PressManner manner, Date day);

}  // namespace caicach::channel
