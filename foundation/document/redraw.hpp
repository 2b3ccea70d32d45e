#pragma once
#include <string>

#include "base/result.hpp"
#include "document/file_kind.hpp"

namespace caicach::document
{

/// A picture written anew: nothing but its points is left.
struct RedrawnPicture {
    std::string bytes{};
    FileKind kind{};  ///< jpeg or png
};

/// Decodes a JPEG, PNG, WebP or GIF in a limited child and writes it anew: turned as its EXIF says,
/// without EXIF, GPS, comments, colour profile or anything behind its end, no side longer than
/// `side_max` points; of an animation the first picture. What may be transparent or was drawn
/// (PNG, GIF, some WebP) becomes PNG, what was photographed JPEG.
///
/// too_large beyond the limits of pixels, time or size; invalid where the file is damaged or not
/// whole.
[[nodiscard]] Result<RedrawnPicture> redraw_picture(const std::string& path, FileKind kind,
                                                    int side_max);

}  // namespace caicach::document
