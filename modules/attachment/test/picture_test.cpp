#include <doctest/doctest.h>

#include <string>

#include "attachment/mapped_file.hpp"
#include "base/process.hpp"
#include "room.hpp"

namespace caicach::attachment
{
namespace
{

using namespace std::string_literals;
using namespace std::string_view_literals;

const AttachmentUse pictures{
    .key = "test.picture",
    .kinds = {FileKind::jpeg, FileKind::png, FileKind::webp, FileKind::gif},
    .bytes_max = 1024 * 1024,
    .picture_side_max = 200};

/// A picture as GraphicsMagick draws it, "40x20" wide and high.
std::string drawn(const std::string& size, const std::string& format)
{
    return MUST(run_child({.arguments = {"gm", "convert", "-size", size, "gradient:red-blue",
                                         "-comment", "người chụp: Lục Văn Bách", format + ":-"}}))
        .text;
}

/// "40 20": as it lies, not as EXIF would have it turned.
std::string size_of(const std::string& path)
{
    const auto told =
        MUST(run_child({.arguments = {"gm", "identify", "-format", "%w %h|", path}})).text;
    return told.substr(0, told.find('|'));
}

/// APP1 with orientation 6 (a quarter to the right) and a place: 21°1'30" north.
std::string exif()
{
    std::string tiff =
        "II*\0\x08\0\0\0"
        "\x02\0"
        "\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
        "\x25\x88\x04\0\x01\0\0\0\x26\0\0\0"
        "\0\0\0\0"
        "\x02\0"
        "\x01\0\x02\0\x02\0\0\0N\0\0\0"
        "\x02\0\x05\0\x03\0\0\0\x44\0\0\0"
        "\0\0\0\0"
        "\x15\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0\x1E\0\0\0\x01\0\0\0"s;
    const auto length = static_cast<char>(tiff.size() + 8);
    return "\xFF\xE1\0"s + length + "Exif\0\0"s + tiff;
}

std::string read(const std::string& path)
{
    return std::string(MUST(MappedFile::open(path)).bytes());
}

}  // namespace

TEST_CASE("a photograph loses its place, its turn and what was hidden behind its end")
{
    in_room([](Room& room) {
        auto brought = drawn("40x20", "jpeg");
        brought.insert(2, exif());
        brought += "<script>alert(1)</script>PK\x03\x04%PDF-1.7";
        const auto added = attach(room, brought, "ảnh.jpg", pictures);
        CHECK(added.kind == FileKind::jpeg);
        CHECK(added.original_sha256 == crypto::sha256_hex(brought));
        CHECK(added.sha256 != added.original_sha256);
        const auto kept = read(path_of(room, added));
        CHECK(crypto::sha256_hex(kept) == added.sha256);
        CHECK(added.bytes == static_cast<std::int64_t>(kept.size()));
        for (const auto gone : {"Exif"sv, "script"sv, "PK\x03\x04"sv, "%PDF"sv, "Bách"sv})
            CHECK(kept.find(gone) == std::string::npos);
        // Turned for good, as there is nothing left that could say so.
        CHECK(size_of(path_of(room, added)) == "20 40");
        CHECK(room.recorder.lines.back().find(added.original_sha256) != std::string::npos);
        CHECK(files_in(room, "/incoming") == 0);
    });
}

TEST_CASE("drawings stay without loss, photographs become JPEG, names follow")
{
    in_room([](Room& room) {
        const auto png = attach(room, drawn("40x20", "png"), "hình.png", pictures);
        CHECK(png.kind == FileKind::png);
        CHECK(read(path_of(room, png)).find("Bách") == std::string::npos);
        const auto gif = attach(room, drawn("40x20", "gif"), "hình.gif", pictures);
        CHECK(gif.kind == FileKind::png);
        CHECK(gif.name == "hình.png");
        const auto webp = attach(room, drawn("40x20", "webp"), "ảnh.webp", pictures);
        CHECK(webp.kind == FileKind::jpeg);
        CHECK(webp.name == "ảnh.jpg");
    });
}

TEST_CASE("a picture longer than its use wants is made smaller, another one is not made larger")
{
    in_room([](Room& room) {
        CHECK(size_of(path_of(room, attach(room, drawn("400x100", "jpeg"), "a.jpg", pictures))) ==
              "200 50");
        CHECK(size_of(path_of(room, attach(room, drawn("30x10", "jpeg"), "a.jpg", pictures))) ==
              "30 10");
    });
}

TEST_CASE("a picture that was cut off, lies or is none is refused and leaves nothing")
{
    in_room([](Room& room) {
        for (const auto* format : {"jpeg", "png", "gif", "webp"}) {
            const auto whole = drawn("100x100", format);
            CAPTURE(format);
            const auto refused = keep_bytes(room, whole.substr(0, whole.size() / 2), "a", pictures);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().key == "document.picture.damaged");
            CHECK(refused.error().field == "file");
        }
        CHECK(keep_bytes(room, "\xFF\xD8\xFF\xE0 no picture", "a.jpg", pictures).error().key ==
              "document.picture.damaged");
        CHECK(keep_bytes(room, "%!PS\n(x) show", "a.jpg", pictures).error().kind ==
              Failure::unsupported);
        CHECK(files_in(room, "") == 0);
    });
}

TEST_CASE("a document stays byte for byte, and is its own original")
{
    in_room([](Room& room) {
        const auto added = attach(room, pdf_bytes("chữ ký số"));
        CHECK(added.original_sha256 == added.sha256);
        CHECK(read(path_of(room, added)) == pdf_bytes("chữ ký số"));
    });
}

}  // namespace caicach::attachment
