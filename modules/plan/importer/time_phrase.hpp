#pragma once
#include <string>
#include <string_view>

namespace caicach::plan::importer
{

/// A sentence of roles without the time that it states by the way: "Giao A chủ trì thực hiện trong
/// quý I năm 2026." is "Giao A chủ trì thực hiện" and "trong quý I năm 2026".
struct TimeParted {
    std::string rest{};
    std::string time{};  ///< empty where none is stated
};
[[nodiscard]] TimeParted part_time(std::string_view text);

/// The time before the colon of "Quý I: ban hành kế hoạch"; empty where another caption stands, or
/// nothing behind it.
[[nodiscard]] std::string_view time_caption(std::string_view text);
[[nodiscard]] inline bool opens_with_time(std::string_view text)
{
    return !time_caption(text).empty();
}

}  // namespace caicach::plan::importer
