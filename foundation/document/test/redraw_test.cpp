// Pictures that were made to hurt, or merely broke.
#include "document/redraw.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <utility>

#include "base/process.hpp"
#include "document/fuzz/stored_archive.hpp"

namespace caicach::document::testing
{

namespace
{

using namespace std::string_literals;

Result<RedrawnPicture> redraw(std::string_view bytes, FileKind kind)
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("anh");
    std::ofstream(path, std::ios::binary) << bytes;
    return redraw_picture(path, kind, 1000);
}

std::string drawn(const std::string& format)
{
    return MUST(run_child({.arguments = {"gm", "convert", "-size", "64x64", "gradient:red-blue",
                                         format}}))
        .text;
}

std::string big_endian(std::uint32_t number)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xFFU);
    return bytes;
}

std::string png_chunk(const std::string& name, const std::string& content)
{
    // PNG and zip use the same checksum.
    return big_endian(static_cast<std::uint32_t>(content.size())) + name + content +
           big_endian(fuzz::checksum_of(name + content));
}

/// A few bytes that claim to be so large a picture.
std::string png_of(std::uint32_t side)
{
    return "\x89PNG\r\n\x1A\n"s +
           png_chunk("IHDR", big_endian(side) + big_endian(side) + "\x01\0\0\0\0"s) +
           png_chunk("IDAT", "\x78\x9C\x63\0\0\0\x01\0\x01"s) + png_chunk("IEND", "");
}

}  // namespace

TEST_CASE("a picture that would unpack to more points than allowed is refused by its head")
{
    for (const auto side : {10'000U, 60'000U, 2'000'000'000U}) {
        CAPTURE(side);
        const auto refused = redraw(png_of(side), FileKind::png);
        REQUIRE_FALSE(refused);
        const bool is_too_large = refused.error().key == "document.limit.pixels";
        CHECK((is_too_large || refused.error().key == "document.picture.damaged"));
    }
    CHECK(redraw(png_of(10'000), FileKind::png).error().key == "document.limit.pixels");
    // Within the limit, and a lie: there are no such points.
    CHECK(redraw(png_of(500), FileKind::png).error().key == "document.picture.damaged");
}

TEST_CASE("a picture is read as what it was found to be, not as what GraphicsMagick makes of it")
{
    // A drawing language that can read files and run programs.
    for (const auto* text : {"push graphic-context\nimage over 0,0 0,0 '/etc/passwd'\n",
                             "<svg><image href='/etc/passwd'/></svg>", "%!PS\n(x) show"}) {
        for (const auto kind : {FileKind::jpeg, FileKind::png, FileKind::gif, FileKind::webp})
            CHECK(redraw(text, kind).error().key == "document.picture.damaged");
    }
    CHECK(redraw(drawn("png:-"), FileKind::jpeg).error().key == "document.picture.damaged");
}

TEST_CASE("what was drawn becomes PNG, what was photographed JPEG")
{
    for (const auto& [format, kept] :
         {std::pair{"png:-", FileKind::png}, std::pair{"gif:-", FileKind::png},
          std::pair{"webp:-", FileKind::jpeg}, std::pair{"jpeg:-", FileKind::jpeg}}) {
        CAPTURE(format);
        const auto bytes = drawn(format);
        const auto picture = redraw(bytes, kind_of(bytes));
        REQUIRE(picture);
        CHECK(picture->kind == kept);
        CHECK(kind_of(picture->bytes) == kept);
    }
}

}  // namespace caicach::document::testing
