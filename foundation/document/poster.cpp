#include "document/poster.hpp"

namespace caicach::document
{

PosterBox bled(const PosterBox& box, const Poster& poster, double bleed)
{
    constexpr double near = 0.01;
    auto wide = box;
    if (box.x < near) {
        wide.x -= bleed;
        wide.width += bleed;
    }
    if (box.y < near) {
        wide.y -= bleed;
        wide.height += bleed;
    }
    if (box.x + box.width > poster.width - near) wide.width += bleed;
    if (box.y + box.height > poster.height - near) wide.height += bleed;
    return wide;
}

std::vector<PosterBox> crop_marks(const Poster& poster, const PosterFrame& frame)
{
    // Hair lines: 0.25 pt, as printing houses draw them.
    constexpr double hair = 0.088;
    constexpr double length = 5;
    std::vector<PosterBox> marks;
    if (frame.slug <= 0) return marks;
    marks.reserve(8);
    const double far = frame.bleed + length;
    for (const double x : {0.0, poster.width})
        for (const double y : {-far, poster.height + frame.bleed})
            marks.push_back({.x = x - hair / 2, .y = y, .width = hair, .height = length});
    for (const double y : {0.0, poster.height})
        for (const double x : {-far, poster.width + frame.bleed})
            marks.push_back({.x = x, .y = y - hair / 2, .width = length, .height = hair});
    return marks;
}

}  // namespace caicach::document
