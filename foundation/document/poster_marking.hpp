#pragma once
#include <string>

#include "base/result.hpp"
#include "document/poster.hpp"

/// What the drawing library leaves out of a file, and a reader or a printing house wants to know.
namespace caicach::document
{

/// The title and the words of the poster in its SVG, for who cannot see it.
[[nodiscard]] std::string with_title(std::string svg, const Poster& poster);
/// How large a PNG is in print (its chunk pHYs).
[[nodiscard]] std::string with_resolution(std::string png, double points_a_metre);
/// TrimBox and BleedBox on every page of a PDF. internal where it is none of Cairo's.
[[nodiscard]] Result<std::string> with_boxes(std::string pdf, const Poster& poster,
                                             const PosterFrame& frame);

}  // namespace caicach::document
