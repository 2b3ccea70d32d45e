#include "document/page_grid.hpp"

#include "reading.hpp"

namespace caicach::document::testing
{

namespace
{

// A white picture with dark lines.
class Picture
{
public:
    Picture() : m_pixels(300 * 200, '\xFF') {}
    void line(int left, int top, int right, int bottom)
    {
        for (int y = top; y <= bottom; ++y) {
            for (int x = left; x <= right; ++x) {
                m_pixels[static_cast<std::size_t>(y) * 300 + static_cast<std::size_t>(x)] = '\0';
            }
        }
    }
    [[nodiscard]] Raster raster() const
    {
        return MUST(Raster::parse("P5\n# a comment\n300 200\n255\n" + m_pixels));
    }

private:
    std::string m_pixels;
};

// Two columns and three rows; the second column is one cell in the last two rows.
Picture drawn_table()
{
    Picture picture;
    for (const int x : {20, 120, 280}) picture.line(x, 20, x + 1, 170);
    for (const int y : {20, 70, 170}) picture.line(20, y, 281, y + 1);
    picture.line(20, 120, 120, 121);
    return picture;
}

Word word(float left, float top, std::string_view text)
{
    return {{left, top, left + 20, top + 10}, text};
}

}  // namespace

TEST_CASE("drawn lines are found and taken out; letters and blots stay")
{
    auto picture = drawn_table();
    picture.line(50, 40, 60, 50);
    auto raster = picture.raster();
    const auto rulings = take_out_rulings(raster, 40);
    CHECK(rulings.horizontal.size() == 4);
    CHECK(rulings.vertical.size() == 3);
    CHECK_FALSE(raster.is_dark(100, 20));
    CHECK(raster.is_dark(55, 45));
}

TEST_CASE("a line with specks of white is one line")
{
    Picture picture;
    for (int x = 10; x < 250; x += 30) picture.line(x, 50, x + 28, 51);
    auto raster = picture.raster();
    CHECK(take_out_rulings(raster, 40).horizontal.size() == 1);
}

TEST_CASE("cells between which no line is drawn are one cell")
{
    auto raster = drawn_table().raster();
    const auto grids = find_grids(take_out_rulings(raster, 40), 1);
    REQUIRE(grids.size() == 1);
    const std::vector<Word> words{word(30, 30, "a"), word(130, 30, "b"), word(30, 80, "c"),
                                  word(30, 130, "d"), word(130, 110, "e")};
    TextRules rules{.body_height = 10};
    CanonicalText canonical;
    canonical.add_table(table_of(grids.front(), words, rules));
    CHECK(lines_of(*canonical.finish("pdf")) == Lines{"a\tb", "c\te", "d\te"});
}

TEST_CASE("a heading across the table leaves the low row above it its columns")
{
    Picture picture;
    for (const int y : {20, 40, 60, 170}) picture.line(20, y, 281, y + 1);
    for (const int x : {20, 281}) picture.line(x, 20, x + 1, 171);
    picture.line(120, 20, 121, 40);
    picture.line(120, 60, 121, 170);
    auto raster = picture.raster();
    const auto grids = find_grids(take_out_rulings(raster, 40), 1);
    REQUIRE(grids.size() == 1);
    const std::vector<Word> words{word(30, 25, "a"), word(130, 25, "b"), word(30, 45, "c"),
                                  word(30, 80, "d"), word(130, 80, "e")};
    TextRules rules{.body_height = 10};
    CanonicalText canonical;
    canonical.add_table(table_of(grids.front(), words, rules));
    CHECK(lines_of(*canonical.finish("pdf")) == Lines{"a\tb", "c\t", "d\te"});
}

TEST_CASE("a frame and a line make no table")
{
    Picture picture;
    for (const int x : {20, 280}) picture.line(x, 20, x + 1, 170);
    for (const int y : {20, 170}) picture.line(20, y, 281, y + 1);
    auto raster = picture.raster();
    CHECK(find_grids(take_out_rulings(raster, 40), 1).empty());
}

TEST_CASE("what is no grey picture is refused")
{
    for (const auto* bad : {"", "P5", "P6\n1 1\n255\nx", "P5\n2 2\n255\nabc", "P5\n-1 2\n255\n",
                            "P5\n99999 99999\n255\n", "P5\n1 1\n65535\nab", "P5\n#"}) {
        CAPTURE(bad);
        CHECK_FALSE(Raster::parse(bad));
    }
}

}  // namespace caicach::document::testing
