#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace caicach::text
{

/// For addresses: "Kế hoạch tuyên truyền CCHC, 2026" → "ke-hoach-tuyen-truyen-cchc-2026". Only
/// a–z, 0–9 and single inner hyphens; cut at a word where one fits into `length_max` bytes. Empty
/// where no letter or digit is left.
[[nodiscard]] std::string slug(std::string_view text, std::size_t length_max = 80);

}  // namespace caicach::text
