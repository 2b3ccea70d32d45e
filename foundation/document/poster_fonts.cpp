#include "document/poster_fonts.hpp"

#include <ft2build.h>
#include <sys/mman.h>
#include <unistd.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#include <cstddef>
#include <string_view>

extern "C" {
// NOLINTBEGIN(*-avoid-c-arrays): of poster_fonts.S
extern const char caicach_poster_font_regular[];
extern const char caicach_poster_font_regular_end[];
extern const char caicach_poster_font_strong[];
extern const char caicach_poster_font_strong_end[];
// NOLINTEND(*-avoid-c-arrays)
}

namespace caicach::document
{

namespace
{

/// The pages' fonts are packed (WOFF2); FreeType unpacks them, HarfBuzz cannot. Empty where they
/// are damaged.
std::string unpacked(std::string_view packed)
{
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return {};
    FT_Face face = nullptr;
    const auto* const bytes = reinterpret_cast<const FT_Byte*>(packed.data());
    std::string font;
    if (FT_New_Memory_Face(library, bytes, static_cast<FT_Long>(packed.size()), 0, &face) == 0) {
        FT_ULong length = 0;
        // Tag 0 is the whole file.
        if (FT_Load_Sfnt_Table(face, 0, 0, nullptr, &length) == 0) {
            font.resize(length);
            auto* const to = reinterpret_cast<FT_Byte*>(font.data());
            if (FT_Load_Sfnt_Table(face, 0, 0, to, &length) != 0) font.clear();
        }
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return font;
}

/// The path of a file in memory that holds the font; empty where the system gives none.
std::string file_of(const char* from, const char* to)
{
    const auto font = unpacked({from, static_cast<std::size_t>(to - from)});
    const int file = font.empty() ? -1 : memfd_create("caicach-font", MFD_CLOEXEC);
    if (file < 0) return {};
    std::string_view left{font};
    while (!left.empty()) {
        const auto written = write(file, left.data(), left.size());
        if (written <= 0) {
            close(file);
            return {};
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    return "/proc/self/fd/" + std::to_string(file);
}

std::array<std::string, 2> made()
{
    return {file_of(caicach_poster_font_regular, caicach_poster_font_regular_end),
            file_of(caicach_poster_font_strong, caicach_poster_font_strong_end)};
}

}  // namespace

Result<std::array<std::string, 2>> poster_font_files()
{
    static const auto files = made();
    for (const auto& file : files)
        if (file.empty()) return internal_failure("no memory for the letters of posters");
    return files;
}

}  // namespace caicach::document
