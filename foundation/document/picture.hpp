#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/file_kind.hpp"
#include "document/raster.hpp"

namespace caicach::document
{

/// Refuses a page of a PDF that would be too large a picture (document.limit.pixels), by what
/// `pdfinfo` tells of its size.
[[nodiscard]] Result<void> check_page_size(const std::string& path, int number, int dots_an_inch);

/// A page of a PDF, whose size was checked, as a grey picture, by `pdftoppm`.
[[nodiscard]] Result<Raster> render_page(const std::string& path, int number, int dots_an_inch);

struct PictureSize {
    int width{};
    int height{};
};

/// The sizes of the pictures in a file, without decoding them; `source` is "png:/path", the format
/// being ours to say, not the file's. too_large beyond `pixels_max`, invalid where the file is
/// damaged.
[[nodiscard]] Result<std::vector<PictureSize>> picture_sizes(const std::string& source,
                                                             std::int64_t pixels_max);

/// The pages of a picture file (one, but for TIFF), decoded by GraphicsMagick as a limited child.
class Pictures
{
public:
    /// Looks at the sizes without decoding. Fails as too_large beyond the limit of pixels, invalid
    /// where the file is damaged.
    [[nodiscard]] static Result<Pictures> open(const std::string& path, FileKind kind);

    [[nodiscard]] int count() const { return m_count; }
    /// As if the first page were a sheet of A4: what scanners note is often wrong, and cameras note
    /// nothing.
    [[nodiscard]] int dots_an_inch() const { return m_dots_an_inch; }
    [[nodiscard]] Result<Raster> grey(int number) const;

private:
    std::string m_source{};
    int m_count{};
    int m_dots_an_inch{};
};

}  // namespace caicach::document
