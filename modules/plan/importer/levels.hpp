#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "plan/importer/words.hpp"

/// Levels of government as lists of agencies name them.
namespace caicach::plan::importer
{

enum class Level { none, province, district, commune };

struct LevelHit {
    Level level{};
    std::size_t end{};
};

/// One kind of unit: "huyện", "thị xã", "xã", "đặc khu" …
[[nodiscard]] std::optional<LevelHit> unit_at(const Words& words, std::size_t at);
/// "cấp huyện", "các huyện, thị xã, thành phố", "xã, phường, đặc khu"; a single unit with a
/// capital behind it is a place of its own and no level.
[[nodiscard]] std::optional<LevelHit> level_at(const Words& words, std::size_t at);
/// "cấp huyện", "cấp xã", "tỉnh".
[[nodiscard]] std::string level_name(Level level);

/// The level at `at` as one name: "các huyện, thị xã" is "cấp huyện", a lone "xã" that commune.
[[nodiscard]] std::string level_called(const Words& words, std::size_t at, const LevelHit& level);

}  // namespace caicach::plan::importer
