#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "document/poster.hpp"

namespace caicach::document
{

struct PosterSizes {
    double largest{};
    double smallest{};
};

/// Measures words and draws posters, with Pango and Cairo. Each thread may have its own.
class PosterInk
{
public:
    [[nodiscard]] static Result<std::unique_ptr<PosterInk>> create();
    ~PosterInk();

    /// Millimetres that the words take in lines of that width.
    [[nodiscard]] double height_of(std::string_view text, const PosterType& type, double width);
    /// Of the longest line where nothing is broken.
    [[nodiscard]] double width_of(std::string_view text, const PosterType& type);
    /// Whether they stand in the box, no word broken.
    [[nodiscard]] bool fits(std::string_view text, const PosterType& type, const PosterBox& box);
    /// The largest size in which the words fit. too_large "document.poster.too_long" with how many
    /// letters would; invalid "document.poster.unknown_letter" for what the font has not.
    [[nodiscard]] Result<double> fitting_size(std::string_view text, const PosterType& type,
                                              const PosterBox& box, const PosterSizes& sizes);
    /// The first letter that the font has not; empty: it has all.
    [[nodiscard]] std::string unknown_letter(std::string_view text);

    /// Letters as outlines: it looks alike wherever it is opened. too_large
    /// "document.qr_code.too_long", as the others.
    [[nodiscard]] Result<std::string> svg(const Poster& poster, std::size_t side);
    /// So many points wide. Its file says how large that is in print.
    [[nodiscard]] Result<std::string> png(const Poster& poster, std::size_t side, int width);
    /// All sides, with fonts inside; with a frame the boxes that say where to cut. `day` is what it
    /// says of when it was made.
    [[nodiscard]] Result<std::string> pdf(const Poster& poster, const PosterFrame& frame, Date day);

private:
    struct Tools;
    explicit PosterInk(std::unique_ptr<Tools> tools);

    std::unique_ptr<Tools> m_tools;
};

/// Points across a sheet of so many millimetres.
[[nodiscard]] int points_across(double millimetres, int dots_per_inch);

}  // namespace caicach::document
