#pragma once
#include "document/raster.hpp"

/// Pages that lie askew or upside down on the glass, put right before letters are looked for.
namespace caicach::document
{

/// By how many degrees the lines of a page run down to the right, from -5 to 5; 0 where no angle
/// stands out, as on a picture without lines.
[[nodiscard]] double skew_of(const Raster& page);

/// The page turned back by that angle: same size, white where nothing was.
[[nodiscard]] Raster straightened(const Raster& page, double degrees);

/// The page turned clockwise by one, two or three quarters.
[[nodiscard]] Raster turned(const Raster& page, int quarters);

}  // namespace caicach::document
