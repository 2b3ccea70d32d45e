#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "plan/importer/words.hpp"

/// The words around a figure that measure it: "ít nhất", "trở lên", and what is counted.
namespace caicach::plan::importer
{

/// The operator that stands just before word `at`; a filler or two may stand between. Of the
/// phrases that end nearest to the number the longest counts: "không vượt quá", not "quá".
[[nodiscard]] std::optional<std::string_view> operator_before(const Words& words, std::size_t at);
/// "trở lên", "trở xuống" behind the number.
[[nodiscard]] std::optional<std::string_view> operator_after(const Words& words, std::size_t at);
/// What is counted at `at` ("hội nghị", "mô hình"): the word behind, 0 where nothing is.
[[nodiscard]] std::size_t counted_end(const Words& words, std::size_t at);

}  // namespace caicach::plan::importer
