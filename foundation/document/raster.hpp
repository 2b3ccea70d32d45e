#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/page_words.hpp"

namespace caicach::document
{

/// A grey picture of a page, as `pdftoppm -gray` writes it (PGM, one byte a point).
class Raster
{
public:
    /// Takes the file's bytes; invalid where they are no such picture (document.picture.damaged).
    [[nodiscard]] static Result<Raster> parse(std::string pgm);
    /// An empty page.
    [[nodiscard]] static Raster white(int width, int height);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] bool is_dark(int x, int y) const
    {
        return static_cast<unsigned char>(m_pgm[offset(x, y)]) < dark_below;
    }
    [[nodiscard]] unsigned char grey(int x, int y) const
    {
        return static_cast<unsigned char>(m_pgm[offset(x, y)]);
    }
    void set_grey(int x, int y, unsigned char grey)
    {
        m_pgm[offset(x, y)] = static_cast<char>(grey);
    }
    void whiten(int x, int y);
    /// A part of the picture; what lies outside is left out.
    [[nodiscard]] Raster crop(int left, int top, int right, int bottom) const;
    /// The picture as a PGM file again.
    [[nodiscard]] const std::string& pgm() const { return m_pgm; }

private:
    static constexpr unsigned char dark_below = 140;

    void begin(int width, int height);  ///< writes the head of the file
    [[nodiscard]] std::size_t offset(int x, int y) const
    {
        return m_start + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) +
               static_cast<std::size_t>(x);
    }

    std::string m_pgm{};
    std::size_t m_start{};
    int m_width{};
    int m_height{};
};

/// The drawn lines of a page, each as the box around it, in the picture's points.
struct Rulings {
    std::vector<Box> horizontal{};
    std::vector<Box> vertical{};
};

/// Finds straight dark lines at least `length_min` points long, and shorter ones that run down
/// between two of those; takes them out of the picture: what reads the letters would take them for
/// letters too.
[[nodiscard]] Rulings take_out_rulings(Raster& raster, int length_min);

}  // namespace caicach::document
