#include "document/redraw.hpp"

#include <fmt/core.h>

#include <array>
#include <fstream>
#include <utility>

#include "base/process.hpp"
#include "document/limits.hpp"
#include "document/picture.hpp"

namespace caicach::document
{
namespace
{

tl::unexpected<Error> damaged() { return failure(Failure::invalid, "document.picture.damaged"); }

std::string_view format_of(FileKind kind)
{
    switch (kind) {
        case FileKind::jpeg:
            return "jpeg";
        case FileKind::png:
            return "png";
        case FileKind::webp:
            return "webp";
        case FileKind::gif:
            return "gif";
        default:
            return {};
    }
}

// "VP8 " is a photograph without transparency, "VP8L" a drawing; "VP8X" says by a bit whether there
// is transparency.
bool is_photographed_webp(const std::string& path)
{
    constexpr std::size_t chunk_at = 12;
    constexpr std::size_t flags_at = 20;
    constexpr unsigned transparency = 0x10;
    std::array<char, flags_at + 1> head{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(head.data(), head.size())) return true;
    const std::string_view chunk(head.data() + chunk_at, 4);
    if (chunk == "VP8X") return (static_cast<unsigned char>(head[flags_at]) & transparency) == 0;
    return chunk == "VP8 ";
}

FileKind kind_after(const std::string& path, FileKind kind)
{
    if (kind == FileKind::jpeg) return FileKind::jpeg;
    if (kind == FileKind::webp && is_photographed_webp(path)) return FileKind::jpeg;
    return FileKind::png;
}

ChildLimits child_limits()
{
    // No file at all: what does not fit into memory is refused, not spread over the disk.
    return {.wall_seconds = limits::redraw_seconds_max,
            .cpu_seconds = limits::redraw_seconds_max,
            .memory_bytes = limits::redraw_memory_bytes,
            .file_bytes = 0,
            .output_bytes = limits::redraw_bytes_max};
}

// GraphicsMagick fills what is missing with grey and calls that a success.
bool was_cut_off(const std::string& errors)
{
    return errors.find("Premature end") != std::string::npos ||
           errors.find("truncated") != std::string::npos;
}

}  // namespace

Result<RedrawnPicture> redraw_picture(const std::string& path, FileKind kind, int side_max)
{
    const auto format = format_of(kind);
    VERIFY(!format.empty() && side_max > 0);
    // The first picture, whatever follows.
    const auto source = fmt::format("{}:{}[0]", format, path);
    TRY(picture_sizes(source, limits::redraw_pixels_max));
    const auto target = kind_after(path, kind);
    const auto quality =
        target == FileKind::jpeg ? limits::redraw_jpeg_quality : limits::redraw_png_quality;
    auto output = TRY(run_child(
        {.arguments = {"gm", "convert", source, "-auto-orient", "-strip", "-colorspace", "RGB",
                       "-resize", fmt::format("{0}x{0}>", side_max), "-depth", "8", "-quality",
                       std::string{quality}, fmt::format("{}:-", format_of(target))},
         .limits = child_limits()}));
    if (output.exit_code != 0 || was_cut_off(output.errors)) return damaged();
    if (kind_of(output.text) != target) return damaged();
    return RedrawnPicture{.bytes = std::move(output.text), .kind = target};
}

}  // namespace caicach::document
