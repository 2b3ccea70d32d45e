#pragma once
#include <array>
#include <string>

#include "base/result.hpp"

namespace caicach::document
{

/// Be Vietnam Pro, regular and semibold, as files that FreeType opens: posters look alike on every
/// machine, whatever fonts it has. They lie in memory and stay as long as the program runs: Cairo
/// knows a font by its file's name, so that a name must never come to mean another font. internal
/// where the system gives no memory.
[[nodiscard]] Result<std::array<std::string, 2>> poster_font_files();

inline constexpr const char* poster_family = "Be Vietnam Pro";
inline constexpr const char* poster_family_strong = "Be Vietnam Pro SemiBold";

}  // namespace caicach::document
