#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "attachment/file_kind.hpp"
#include "zip_builder.hpp"

namespace caicach::attachment
{
namespace
{

using namespace std::string_view_literals;

std::optional<FileKind> kind(std::string_view bytes) { return MUST(kind_of_content(bytes)); }

}  // namespace

TEST_CASE("documents and pictures are known by their first bytes")
{
    CHECK(kind("%PDF-1.7\n") == FileKind::pdf);
    CHECK(kind("\xFF\xD8\xFF\xE0 JFIF") == FileKind::jpeg);
    CHECK(kind("\x89PNG\r\n\x1A\n") == FileKind::png);
    CHECK(kind("II*\0 TIFF"sv) == FileKind::tiff);
    CHECK(kind("GIF89a") == FileKind::gif);
    CHECK(kind("RIFF\x10\0\0\0WEBPVP8 "sv) == FileKind::webp);
    CHECK(kind("RIFF\x10\0\0\0WAVEfmt "sv) == FileKind::wav);
    CHECK(kind("RIFF\x10\0\0\0AVI LIST"sv) == std::nullopt);
    CHECK(kind("OggS\0\2\0\0\0\0"sv) == FileKind::ogg);
    CHECK(kind("ID3\4\0\0\0\0"sv) == FileKind::mp3);
    CHECK(kind("\xFF\xFB\x90\x64\0\0"sv) == FileKind::mp3);
    CHECK(kind("\xFF\xF3\x40\xC4\0\0"sv) == FileKind::mp3);
    CHECK(kind("Kế hoạch năm 2026") == FileKind::text);
    CHECK(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Word") == FileKind::old_office);
    CHECK(kind("{\\rtf1 Kế hoạch}") == FileKind::rich_text);
    CHECK(kind("\x7F"
               "ELF\2\1\1\0\0\0\0\0\0\0\0\0"sv) == std::nullopt);
    CHECK(kind("") == std::nullopt);
}

TEST_CASE("what only begins like a sound is none")
{
    CHECK(kind("ID3 là thẻ của tệp nhạc") == FileKind::text);
    CHECK(kind("\xFF\xFE"
               "K\0\xBF\x1E"
               " \0n\0\x03\x01m\0"sv) == FileKind::text);
    // Advanced Audio Coding has frames that look alike, but no layer.
    CHECK(kind("\xFF\xF1\x50\x80\0\0\0\1"sv) == std::nullopt);
}

TEST_CASE("a beginning cut short anywhere is told without reading past its end")
{
    const auto whole = "RIFF\x10\0\0\0WEBPVP8 "sv;
    for (std::size_t bytes = 0; bytes < whole.size(); ++bytes)
        CHECK((kind(whole.substr(0, bytes)) == FileKind::webp) == (bytes >= 12));
    CHECK(kind("RIFF") == FileKind::text);
}

TEST_CASE("what begins as one thing is that, whatever it hides")
{
    CHECK(kind("\xFF\xD8\xFF\xFE %PDF-1.7") == FileKind::jpeg);
    CHECK(kind("GIF89a/*%PDF-1.4 <html>*/") == FileKind::gif);
    CHECK(kind("<html><body>%PDF-1.7") == FileKind::web_page);
}

TEST_CASE("web pages and drawings that may carry scripts are told apart from text")
{
    for (const auto page : {"<!DOCTYPE html><p>", "\n <HTML>", "<svg xmlns='x'>",
                            "\xEF\xBB\xBF<?xml version='1.0'?><svg onload='x'>", "<!-- a --><html>",
                            "<script>x</script>"})
        CHECK(kind(page) == FileKind::web_page);
    CHECK(kind("<?xml version='1.0'?><bang/>") == FileKind::text);
}

TEST_CASE("archives are told apart by their parts, never by a word somewhere in them")
{
    CHECK(kind(zip_of({{"[Content_Types].xml", "x"}, {"word/document.xml", "x"}})) ==
          FileKind::docx);
    CHECK(kind(zip_of({{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "x"}})) == FileKind::xlsx);
    CHECK(kind(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                       {"content.xml", "x"}})) == FileKind::odt);
    CHECK(kind(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                       {"content.xml", "x"}})) == FileKind::ods);
    CHECK(kind(zip_of({{"thư/word/document.xml", "[Content_Types].xml"}})) == FileKind::zip);
    CHECK(kind("PK\x03\x04 … word/document.xml …") == std::nullopt);
    for (const auto packed : {"Rar!\x1A\x07\x01 "sv, "7z\xBC\xAF\x27\x1C "sv, "\x1F\x8B\x08 "sv})
        CHECK(kind(packed) == FileKind::packed);
}

TEST_CASE("an archive that would unpack to more than its bytes can hold is refused as a bomb")
{
    for (const auto& bomb :
         {zip_of({{.name = "word/document.xml", .content = "x", .claimed_bytes = 900'000'000}}),
          // Each alone is within bounds; together they share the same bytes.
          zip_of({{.name = "a", .content = "x", .packed_bytes = 100},
                  {.name = "b", .content = "x", .packed_bytes = 100}})}) {
        const auto refused = kind_of_content(bomb);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "document.limit.bomb");
        CHECK(refused.error().kind == Failure::too_large);
    }
}

TEST_CASE("a name keeps an ending of its kind and gets one where it has none")
{
    CHECK(name_with_ending("Kế hoạch.PDF", FileKind::pdf) == "Kế hoạch.PDF");
    CHECK(name_with_ending("Kế hoạch", FileKind::pdf) == "Kế hoạch.pdf");
    CHECK(name_with_ending("thư.html", FileKind::text) == "thư.html.txt");
    CHECK(name_with_ending("danh sách.csv", FileKind::text) == "danh sách.csv");
    CHECK(name_with_ending("Số 12.KH", FileKind::docx) == "Số 12.KH.docx");
    CHECK(name_with_ending("ảnh.jpeg", FileKind::jpeg) == "ảnh.jpeg");
    // What was redrawn is what it is now.
    CHECK(name_with_ending("ảnh.webp", FileKind::jpeg) == "ảnh.jpg");
    CHECK(name_with_ending("ảnh.gif", FileKind::png) == "ảnh.png");
}

TEST_CASE("each kind that can be kept has a key of its own and a type that no browser runs")
{
    for (const auto kept : {FileKind::pdf, FileKind::docx, FileKind::odt, FileKind::xlsx,
                            FileKind::ods, FileKind::png, FileKind::jpeg, FileKind::tiff,
                            FileKind::webp, FileKind::gif, FileKind::text, FileKind::zip,
                            FileKind::web_page, FileKind::mp3, FileKind::wav, FileKind::ogg}) {
        CHECK(can_be_kept(kept));
        CHECK(file_kind_from_key(key_of(kept)) == kept);
        CHECK(media_type_of(kept).find("html") == std::string_view::npos);
        CHECK(media_type_of(kept).find("svg") == std::string_view::npos);
    }
    for (const auto refused : {FileKind::packed, FileKind::old_office, FileKind::rich_text})
        CHECK_FALSE(can_be_kept(refused));
}

}  // namespace caicach::attachment
