#pragma once
#include <optional>
#include <string_view>

#include "plan/api.hpp"

/// Of whom a number is asked: of every agency for itself, or of all of them together. Pure.
namespace caicach::obligation
{

/// as_written: as the plan's words say; the others are what a coordinator stated.
enum class MeasureScope { as_written, each, together };
[[nodiscard]] std::string_view name_of(MeasureScope scope);  ///< "", "each", "together"
[[nodiscard]] std::optional<MeasureScope> measure_scope_from(std::string_view name);

/// Whether a value is a part ("trong đó") of the one before it. as_written: as the plan's words
/// say; the others are what a coordinator stated.
enum class MeasurePlace { as_written, part, whole };
[[nodiscard]] std::string_view name_of(MeasurePlace place);  ///< "", "part", "whole"
[[nodiscard]] std::optional<MeasurePlace> measure_place_from(std::string_view name);

/// Whether the words ask this number of every agency for itself: "mỗi xã có ít nhất 01 mô hình",
/// "tối thiểu 02 tin, bài ở từng sở". Of "100% cơ quan có trang, mỗi cơ quan đạt từ 90%" the second
/// number is, the first is not. What can be read either way is not: then numbers are added up.
[[nodiscard]] bool asks_each(std::string_view words, const plan::Metric& metric);

}  // namespace caicach::obligation
