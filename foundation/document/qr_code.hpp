#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach::document
{

/// Dark squares side by side.
struct QrRun {
    int x{};
    int y{};
    int length{};
};

/// A QR code as it is drawn: a square of `size` units a side, the light margin that readers need
/// included, whose dark squares `path` tells in the language of an SVG path ("M4 4h7v1h-7z…").
struct QrCode {
    int size{};
    std::string path{};
    std::vector<QrRun> runs{};  ///< the same squares, for what draws no SVG
};

inline constexpr std::size_t qr_text_bytes_max = 1000;

/// Of the smallest size that holds the text, with 15 % of it to spare for dirt and folds (level M).
/// too_large "document.qr_code.too_long".
[[nodiscard]] Result<QrCode> qr_code(std::string_view text);

}  // namespace caicach::document
