#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// What stands on a sheet that is printed or shown: areas of colour, words, QR codes. Lengths are
/// millimetres from the upper left corner of the sheet as it is cut, sizes of letters points. One
/// model for SVG, PNG and PDF (poster_ink.hpp).
namespace caicach::document
{

/// 0xRRGGBB.
using PosterColour = std::uint32_t;

struct PosterBox {
    double x{};
    double y{};
    double width{};
    double height{};
};

/// A coloured rectangle; one that reaches an edge of the sheet goes on into the bleed.
struct PosterArea {
    PosterBox box{};
    PosterColour colour{};
    double radius{};  ///< of its corners
};

/// A ring, or a part of one; angles clockwise from the top, in full turns. `inner` 0: a disc.
struct PosterRing {
    double x{};
    double y{};
    double outer{};
    double inner{};
    double from{0};
    double to{1};
    PosterColour colour{};
};

enum class PosterAlignment : std::uint8_t { left, centre, right };
enum class PosterStand : std::uint8_t { top, middle, bottom };

/// How words look.
struct PosterType {
    double size{};  ///< points
    bool is_strong{};
    double line_height{1.3};  ///< of the size
    double spacing{};         ///< between letters, of the size
    PosterAlignment alignment{};
    PosterStand stand{};
    PosterColour colour{};
    bool is_balanced{};  ///< its lines about equally long
};

struct PosterWords {
    PosterBox box{};
    std::string text{};  ///< '\n' begins a new line
    PosterType type{};
};

/// A QR code with the quiet margin it needs, dark on white.
struct PosterCode {
    PosterBox box{};
    std::string text{};
    PosterColour colour{};
};

using PosterMark = std::variant<PosterArea, PosterRing, PosterWords, PosterCode>;

/// One side of a sheet, from the lowest mark to the uppermost.
struct PosterSide {
    std::vector<PosterMark> marks{};
};

struct Poster {
    double width{};
    double height{};
    std::vector<PosterSide> sides{};
    std::string title{};  ///< of the file
    std::string text{};   ///< all that it says, for who cannot see it
};

/// How a sheet stands on the larger one that a printer cuts, all in millimetres.
struct PosterFrame {
    double bleed{};  ///< colour beyond the cut, so that no white edge shows
    double slug{};   ///< further out: room of the crop marks
    [[nodiscard]] double margin() const { return bleed + slug; }
};
/// For a printing house; a printer in an office takes a frame of zero.
inline constexpr PosterFrame print_frame{.bleed = 3, .slug = 7};

/// Of an area, what it becomes where colour goes on beyond the cut.
[[nodiscard]] PosterBox bled(const PosterBox& box, const Poster& poster, double bleed);
/// The eight crop marks, two at each corner, outside the bleed. From the corner of the cut sheet.
[[nodiscard]] std::vector<PosterBox> crop_marks(const Poster& poster, const PosterFrame& frame);

}  // namespace caicach::document
