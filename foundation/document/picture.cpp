#include "document/picture.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/process.hpp"
#include "document/limits.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

constexpr int picture_seconds_max = 60;

ChildLimits child_limits()
{
    constexpr auto pixels = static_cast<std::uint64_t>(limits::picture_pixels_max);
    constexpr std::uint64_t head_bytes_max = 1024;
    return {.wall_seconds = picture_seconds_max,
            .cpu_seconds = picture_seconds_max,
            .memory_bytes = 2ULL << 30U,
            .output_bytes = pixels + head_bytes_max};
}

tl::unexpected<Error> damaged() { return failure(Failure::invalid, "document.picture.damaged"); }

tl::unexpected<Error> too_many_pixels(std::string_view width, std::string_view height)
{
    return failure(Failure::too_large, "document.limit.pixels", {},
                   {std::string{width}, std::string{height}});
}

std::string_view format_name(FileKind kind)
{
    if (kind == FileKind::png) return "png:";
    return kind == FileKind::jpeg ? "jpeg:" : "tiff:";
}

std::int64_t number_in(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

// "Page    1 size: 595.3 x 841.9 pts (A4)" of pdfinfo, in points.
Result<void> check_page_size(const std::string& path, int number, int dots_an_inch)
{
    const auto page = std::to_string(number);
    const auto info = TRY(run_child(
        {.arguments = {"pdfinfo", "-f", page, "-l", page, path}, .limits = child_limits()}));
    const auto at = info.text.find(" size:");
    if (info.exit_code != 0 || at == std::string::npos) {
        return failure(Failure::invalid, "document.pdf.damaged");
    }
    const auto line = std::string_view{info.text}.substr(at + 6);
    const auto words = text::words(line.substr(0, line.find('\n')));
    // "595", "3", "x", "841", "9": whole points are exact enough, and some have no decimals.
    const auto by = std::find(words.begin(), words.end(), "x");
    if (words.empty() || by == words.end() || by + 1 == words.end()) {
        return failure(Failure::invalid, "document.pdf.damaged");
    }
    constexpr std::int64_t points_an_inch = 72;
    const auto width = (number_in(words.front()) + 1) * dots_an_inch / points_an_inch;
    const auto height = (number_in(*(by + 1)) + 1) * dots_an_inch / points_an_inch;
    const bool fits = width < limits::picture_pixels_max && height < limits::picture_pixels_max &&
                      width * height <= limits::picture_pixels_max;
    if (!fits) return too_many_pixels(std::to_string(width), std::to_string(height));
    return {};
}

Result<Raster> render_page(const std::string& path, int number, int dots_an_inch)
{
    const auto page = std::to_string(number);
    auto output =
        TRY(run_child({.arguments = {"pdftoppm", "-q", "-gray", "-r", std::to_string(dots_an_inch),
                                     "-f", page, "-l", page, path},
                       .limits = child_limits()}));
    if (output.exit_code != 0) return failure(Failure::invalid, "document.pdf.damaged");
    return Raster::parse(std::move(output.text));
}

Result<std::vector<PictureSize>> picture_sizes(const std::string& source, std::int64_t pixels_max)
{
    const auto info =
        TRY(run_child({.arguments = {"gm", "identify", "-ping", "-format", "%w %h\\n", source},
                       .limits = child_limits()}));
    if (info.exit_code != 0) return damaged();
    std::vector<PictureSize> sizes;
    for (const auto line : text::split(info.text, '\n')) {
        const auto numbers = text::words(line);
        if (numbers.size() != 2) continue;
        const auto width = number_in(numbers[0]);
        const auto height = number_in(numbers[1]);
        if (width <= 0 || height <= 0) return damaged();
        if (width > limits::picture_side_max || height > limits::picture_side_max ||
            width * height > pixels_max) {
            return too_many_pixels(numbers[0], numbers[1]);
        }
        sizes.push_back({static_cast<int>(width), static_cast<int>(height)});
    }
    if (sizes.empty()) return damaged();
    return sizes;
}

Result<Pictures> Pictures::open(const std::string& path, FileKind kind)
{
    constexpr double a4_height_inches = 11.7;
    constexpr int dots_min = 100;
    constexpr int dots_max = 600;
    Pictures pictures;
    pictures.m_source = std::string{format_name(kind)} + path;
    const auto sizes = TRY(picture_sizes(pictures.m_source, limits::picture_pixels_max));
    if (std::cmp_greater(sizes.size(), limits::scan_pages_max)) {
        return failure(Failure::too_large, "document.limit.scan_pages", {},
                       {std::to_string(sizes.size()), std::to_string(limits::scan_pages_max)});
    }
    pictures.m_count = static_cast<int>(sizes.size());
    const auto longest = static_cast<double>(std::max(sizes[0].width, sizes[0].height));
    pictures.m_dots_an_inch =
        std::clamp(static_cast<int>(longest / a4_height_inches), dots_min, dots_max);
    return pictures;
}

Result<Raster> Pictures::grey(int number) const
{
    const auto page = m_source + "[" + std::to_string(number - 1) + "]";
    auto output =
        TRY(run_child({.arguments = {"gm", "convert", page, "-background", "white", "-flatten",
                                     "-colorspace", "Gray", "-depth", "8", "pgm:-"},
                       .limits = child_limits()}));
    if (output.exit_code != 0) return damaged();
    return Raster::parse(std::move(output.text));
}

}  // namespace caicach::document
