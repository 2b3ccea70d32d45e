#include "document/page_layout.hpp"

#include <algorithm>

#include "document/canonical_text.hpp"
#include "reading.hpp"
#include "text/text.hpp"

namespace caicach::document::testing
{

namespace
{

// A page on which each word is as wide as five points a byte.
class PageWriter
{
public:
    PageWriter& line(float left, float top, std::string_view text, float height = 12)
    {
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find(' ', begin), text.size());
            const auto word = text.substr(begin, end - begin);
            const auto width = 5 * static_cast<float>(word.size());
            put(left, top, width, height, word);
            left += width + 3;
            begin = end + 1;
        }
        return *this;
    }
    // Every letter and space is six points wide; "ế" is drawn as two letters, one over the other.
    PageWriter& typed(float left, float top, std::string_view text)
    {
        for (const auto word : caicach::text::split(text, ' ')) {
            const auto letters = 6 * static_cast<float>(caicach::text::length(word));
            const auto drawn_twice = word.find("ế") == std::string_view::npos ? 0.0F : 6.0F;
            put(left, top, letters + drawn_twice, 13, word);
            left += letters + 6;
        }
        return *this;
    }
    [[nodiscard]] Lines lines() const
    {
        auto pages = parse_words(m_tsv);
        REQUIRE(pages);
        CanonicalText canonical;
        lay_out(*pages, {}, canonical);
        const auto source = canonical.finish("pdf");
        return source ? lines_of(*source) : Lines{};
    }

private:
    void put(float left, float top, float width, float height, std::string_view word)
    {
        m_tsv += "5\t1\t0\t0\t0\t0\t" + std::to_string(left) + "\t" + std::to_string(top) + "\t" +
                 std::to_string(width) + "\t" + std::to_string(height) + "\t100\t" +
                 std::string{word} + "\n";
    }

    std::string m_tsv{"level\tpage_num\n1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n"};
};

}  // namespace

TEST_CASE("wrapped lines are joined, short ones and indented ones begin anew")
{
    PageWriter page;
    page.line(90, 100, "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd");
    page.line(60, 113, "eeeeeeeeee ffffffffff gggggggggg hhhhhhhhhhhhhhh");
    page.line(60, 126, "iii");
    page.line(90, 139, "jjjjjjjjjj kkkkkkkkkk llllllllll mmmmmmmmmm");
    page.line(90, 152, "nnnnn");
    CHECK(page.lines() == Lines{"aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee "
                                "ffffffffff gggggggggg hhhhhhhhhhhhhhh iii",
                                "jjjjjjjjjj kkkkkkkkkk llllllllll mmmmmmmmmm nnnnn"});
}

TEST_CASE("a small number set high is the mark of a note")
{
    PageWriter page;
    page.line(60, 100, "aaaaaaaaaa bbbb").line(134, 99, "1", 8).line(139, 100, ".");
    page.line(60, 200, "1", 7).line(70, 200, "Theo", 10);
    CHECK(page.lines() == Lines{"aaaaaaaaaa bbbb<sup>1</sup>.", "<sup>1</sup> Theo"});
}

TEST_CASE("two texts side by side are read one after the other")
{
    PageWriter page;
    page.line(60, 100, "AAAA BBBBBB").line(300, 100, "CCCCC DDDDDDDD EEEE");
    page.line(70, 113, "FFFF BB").line(320, 113, "ccccc dddd");
    page.line(200, 150, "GGGGGG");
    CHECK(page.lines() ==
          Lines{"AAAA BBBBBB", "FFFF BB", "CCCCC DDDDDDDD EEEE", "ccccc dddd", "GGGGGG"});
}

TEST_CASE("a table is known by its columns, and its rows by their ordinals")
{
    PageWriter page;
    page.line(60, 100, "STT").line(110, 100, "viec lam").line(300, 100, "chu tri");
    page.line(60, 113, "1").line(110, 113, "aaaa bbbb cccc dddd eeee").line(300, 113, "so mot");
    page.line(110, 126, "ffff");
    page.line(60, 139, "2").line(110, 139, "gggg").line(300, 139, "so hai ba bon nam");
    page.line(300, 152, "sau");
    CHECK(page.lines() == Lines{"STT\tviec lam\tchu tri",
                                "1\taaaa bbbb cccc dddd eeee ffff\tso mot",
                                "2\tgggg\tso hai ba bon nam sau"});
}

TEST_CASE("no table and no page make no trouble")
{
    CHECK(parse_words("")->empty());
    CHECK(parse_words("5\t1\n1\tx\ty\n")->empty());
    CHECK(PageWriter{}.lines().empty());
    PageWriter page;
    page.line(-1e9F, 0, "far");
    CHECK(page.lines().empty());
}

TEST_CASE("a number that breaks at its hyphen is one again")
{
    PageWriter page;
    page.line(60, 100, "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd 30/2020/NĐ-");
    page.line(60, 113, "CP eeeeeeeeee");
    page.line(60, 126, "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeee -");
    page.line(60, 139, "fffff");
    CHECK(page.lines() ==
          Lines{"aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd 30/2020/NĐ-CP eeeeeeeeee",
                "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeee - fffff"});
}

TEST_CASE("a page of a typewriter is text, and its words stand apart")
{
    const std::string line = "Các cơ quan gửi kế hoạch và báo cáo kết quả đến Sở";
    PageWriter page;
    for (int row = 0; row < 6; ++row) page.typed(60, 100 + 13 * static_cast<float>(row), line);
    const auto lines = page.lines();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with(line + " " + line));
    CHECK(lines[0].find('\t') == std::string::npos);
}

TEST_CASE("columns that a typewriter sets apart are a table")
{
    PageWriter page;
    for (int row = 0; row < 5; ++row) {
        const auto top = 100 + 13 * static_cast<float>(row);
        page.typed(60, top, "Việc số " + std::to_string(row + 1) + " của năm");
        page.typed(260, top, "Sở Nội vụ tỉnh").typed(420, top, "Quý I năm nay");
    }
    const auto lines = page.lines();
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == "Việc số 1 của năm\tSở Nội vụ tỉnh\tQuý I năm nay");
}

}  // namespace caicach::document::testing
