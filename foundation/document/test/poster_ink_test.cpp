#include "document/poster_ink.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <fstream>

#include "base/process.hpp"
#include "document/qr_code.hpp"
#include "document/raster.hpp"
#include "document/xml.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

constexpr std::string_view address = "https://cchc.songlam.gov.vn/do-hoa/nop-ho-so-tai-nha";

/// An A5 sheet with colour up to its edge, words and a code.
Poster leaflet()
{
    Poster poster{.width = 148, .height = 210, .title = "Nộp hồ sơ", .text = "Nộp <hồ sơ> tại nhà"};
    PosterSide side;
    side.marks.emplace_back(PosterArea{.box = {.width = 148, .height = 60}, .colour = 0x0B4A8F});
    side.marks.emplace_back(PosterWords{
        .box = {.x = 12, .y = 10, .width = 124, .height = 40},
        .text = "Nộp hồ sơ tại nhà",
        .type = {.size = 30, .is_strong = true, .colour = 0xFFFFFF, .is_balanced = true}});
    side.marks.emplace_back(PosterCode{.box = {.x = 54, .y = 100, .width = 40, .height = 40},
                                       .text = std::string(address)});
    poster.sides = {side, {}};
    return poster;
}

/// What another program says of the file.
std::string said_by(std::string_view bytes, std::vector<std::string> program,
                    const std::vector<std::string>& behind = {})
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("poster.pdf");
    std::ofstream{path, std::ios::binary} << bytes;
    program.push_back(path);
    program.insert(program.end(), behind.begin(), behind.end());
    const auto said = MUST(run_child({.arguments = program}));
    REQUIRE(said.exit_code == 0);
    return said.text;
}

std::string drawn_pdf(const PosterFrame& frame)
{
    return MUST(MUST(PosterInk::create())->pdf(leaflet(), frame, *Date::create(2026, 3, 15)));
}

bool says(std::string_view text, std::string_view what)
{
    return text.find(what) != std::string_view::npos;
}

}  // namespace

TEST_CASE("what reaches the edge goes on into the bleed, what does not stays; marks stand outside")
{
    const auto poster = leaflet();
    const auto band = bled({.width = 148, .height = 60}, poster, 3);
    CHECK(band.x == -3);
    CHECK(band.y == -3);
    CHECK(band.width == 154);
    CHECK(band.height == 63);
    const auto inner = bled({.x = 10, .y = 10, .width = 100, .height = 60}, poster, 3);
    CHECK(inner.x == 10);
    CHECK(inner.width == 100);
    const auto marks = crop_marks(poster, print_frame);
    REQUIRE(marks.size() == 8);
    for (const auto& mark : marks) {
        const bool is_outside = mark.x + mark.width <= -3 || mark.x >= 151 ||
                                mark.y + mark.height <= -3 || mark.y >= 213;
        CHECK(is_outside);
    }
    CHECK(crop_marks(poster, {}).empty());
}

TEST_CASE("words shrink until they fit; what does not fit at the least says how much would")
{
    const auto ink = MUST(PosterInk::create());
    const PosterType type{.is_strong = true};
    const PosterBox box{.width = 100, .height = 30};
    CHECK(MUST(ink->fitting_size("Ngắn", type, box, {.largest = 40, .smallest = 20})) == 40);
    const std::string text = "Nộp hồ sơ trực tuyến, nhận kết quả tận nhà, không phải đi lại";
    const auto size = MUST(ink->fitting_size(text, type, box, {.largest = 40, .smallest = 10}));
    CHECK(size < 40);
    auto larger = type;
    larger.size = size;
    CHECK(ink->fits(text, larger, box));
    larger.size = size + 0.2;
    CHECK_FALSE(ink->fits(text, larger, box));
    const auto refused = ink->fitting_size(text, type, box, {.largest = 60, .smallest = 50});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "document.poster.too_long");
    const auto& said = refused.error().arguments.at(0);
    std::size_t letters = 0;
    std::from_chars(said.data(), said.data() + said.size(), letters);
    CHECK(letters >= 5);
    CHECK(letters < text::length(text));
    larger.size = 50;
    CHECK(ink->fits(text::shorten(text, letters), larger, box));
    // A word is never broken, however narrow the place.
    const auto narrow = ink->fitting_size("nghiêng", type, {.width = 20, .height = 200},
                                          {.largest = 60, .smallest = 8});
    REQUIRE(narrow);
    larger.size = *narrow;
    CHECK(ink->width_of("nghiêng", larger) <= 20.1);
}

TEST_CASE("letters that the font has not are named; every Vietnamese letter it has")
{
    const auto ink = MUST(PosterInk::create());
    CHECK(ink->unknown_letter("Ằ ẵ ỡ Ữ ợ ỹ Đ ₫ – “” … ×").empty());
    CHECK(ink->unknown_letter("Chúc mừng 中 năm mới") == "中");
    const auto refused =
        ink->fitting_size("中", {}, {.width = 50, .height = 50}, {.largest = 20, .smallest = 10});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "document.poster.unknown_letter");
}

TEST_CASE("for a printing house the PDF says where to cut and carries its own fonts")
{
    const auto pdf = drawn_pdf(print_frame);
    const auto info = said_by(pdf, {"pdfinfo", "-box"});
    CHECK(says(info, "Pages:           2"));
    CHECK(says(info, "Page size:       476.22 x 651.9"));
    CHECK(says(info, "TrimBox:            28.35    28.35   447.87   623.62"));
    CHECK(says(info, "BleedBox:           19.84    19.84   456.38   632.13"));
    CHECK(says(info, "Title:           Nộp hồ sơ"));
    const auto fonts = said_by(pdf, {"pdffonts"});
    CHECK(says(fonts, "BeVietnamPro"));
    CHECK(says(fonts, "yes yes yes"));
    CHECK_FALSE(says(fonts, " no "));
    CHECK(says(said_by(pdf, {"pdftotext"}, {"-"}), "Nộp hồ sơ tại nhà"));
    CHECK(drawn_pdf(print_frame) == pdf);
}

TEST_CASE("in an office the sheet is as large as its paper")
{
    const auto info = said_by(drawn_pdf({}), {"pdfinfo", "-box"});
    CHECK(says(info, "Page size:       419.528 x 595.276 pts"));
}

TEST_CASE("the code on paper has the squares of the code that was asked for")
{
    const auto pgm =
        said_by(drawn_pdf({}), {"pdftoppm", "-gray", "-r", "254", "-f", "1", "-l", "1"});
    const auto raster = MUST(Raster::parse(pgm));
    const auto code = MUST(qr_code(address));
    std::vector<std::string> wanted(static_cast<std::size_t>(code.size),
                                    std::string(static_cast<std::size_t>(code.size), '.'));
    for (const auto& run : code.runs)
        for (int x = 0; x < run.length; ++x)
            wanted.at(static_cast<std::size_t>(run.y)).at(static_cast<std::size_t>(run.x + x)) =
                '#';
    auto found = wanted;
    for (int y = 0; y < code.size; ++y)
        for (int x = 0; x < code.size; ++x) {
            // Ten points a millimetre.
            const auto at = [&](double from, int step) {
                return static_cast<int>(10 * (from + 40 * (step + 0.5) / code.size));
            };
            found.at(static_cast<std::size_t>(y)).at(static_cast<std::size_t>(x)) =
                raster.is_dark(at(54, x), at(100, y)) ? '#' : '.';
        }
    CHECK(found == wanted);
}

TEST_CASE("a PNG is as wide as asked for and says how large it is in print")
{
    const auto ink = MUST(PosterInk::create());
    const auto width = points_across(148, 300);
    CHECK(width == 1748);
    const auto png = MUST(ink->png(leaflet(), 0, width));
    const std::string size{"\0\0\x06\xD4\0\0\x09\xB0", 8};  // 1748 × 2480
    CHECK(png.substr(16, 8) == size);
    CHECK(png.substr(37, 4) == "pHYs");
    const std::string a_metre{"\0\0\x2E\x23", 4};  // 11811 a metre: 300 an inch
    CHECK(png.substr(41, 4) == a_metre);
    const auto refused = ink->png(leaflet(), 0, 9'000);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "document.poster.too_many_points");
}

TEST_CASE("an SVG is well-formed, needs no fonts and says its words to who cannot see them")
{
    const auto svg = MUST(MUST(PosterInk::create())->svg(leaflet(), 0));
    CHECK(says(said_by(svg, {"xmllint", "--noout", "--nonet"}), ""));
    CHECK(says(svg, "<desc>Nộp &lt;hồ sơ&gt; tại nhà</desc>"));
    CHECK_FALSE(says(svg, "<text"));
    CHECK_FALSE(says(svg, "font-family"));
}

}  // namespace caicach::document
