#include "document/official_outline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "reading.hpp"

namespace caicach::document::testing
{

namespace
{

using Kind = OfficialParagraphKind;

}  // namespace

TEST_CASE("points go a b c d đ e g … x y, without f, j, w and z")
{
    std::string row;
    for (int number = 1; number <= 23; ++number) row += point_label(number);
    CHECK(row == "a)b)c)d)đ)e)g)h)i)k)l)m)n)o)p)q)r)s)t)u)v)x)y)");
    CHECK(point_label(24) == "aa)");
    CHECK(point_label(28) == "đđ)");
    CHECK(point_label(46) == "yy)");
    CHECK(point_label(47) == "aaa)");
}

TEST_CASE("numbers of documents under ten get a nought, no blank joins the groups")
{
    CHECK(official_number(1, "QĐ-UBND") == "01/QĐ-UBND");
    CHECK(official_number(9, "BC-SNV") == "09/BC-SNV");
    CHECK(official_number(10, "BC-SNV") == "10/BC-SNV");
    CHECK(official_number(4'321, "BC-SNV") == "4321/BC-SNV");
    CHECK(official_number(0, "BC-SNV") == "/BC-SNV");
}

TEST_CASE("parts and chapters are Roman, articles run on, clauses and points begin anew")
{
    OutlineNumbers numbers;
    std::vector<std::string> labels;
    for (const auto kind :
         {Kind::part, Kind::chapter, Kind::section, Kind::article, Kind::clause, Kind::point,
          Kind::point, Kind::clause, Kind::point, Kind::section, Kind::article, Kind::point,
          Kind::part, Kind::chapter, Kind::section, Kind::article, Kind::clause, Kind::body})
        labels.push_back(numbers.next(kind));
    CHECK(labels == std::vector<std::string>{"Phần I", "Chương I", "Mục 1", "Điều 1.", "1.", "a)",
                                             "b)", "2.", "a)", "Mục 2", "Điều 2.", "a)", "Phần II",
                                             "Chương II", "Mục 1", "Điều 3.", "1.", ""});
}

TEST_CASE("a document numbers its own parts, each annex anew")
{
    OfficialDocument decision{.kind = "Quyết định"};
    decision.body = {official_paragraph("Quy định chung", Kind::chapter),
                     official_paragraph("Phạm vi", Kind::article),
                     official_paragraph("Các cơ quan sau:", Kind::clause),
                     official_paragraph("Sở Nội vụ;", Kind::point),
                     official_paragraph("Sở Y tế.", Kind::point)};
    decision.annexes = {{.blocks = {official_paragraph("Cách tính", Kind::article)}}};
    const auto lines = lines_of(MUST(write_docx(decision)));
    const auto has_line = [&](std::string_view line) {
        return std::ranges::find(lines, line) != lines.end();
    };
    CHECK(has_line("Chương I"));
    CHECK(has_line("QUY ĐỊNH CHUNG"));
    CHECK(has_line("Điều 1. Phạm vi"));
    CHECK(has_line("1. Các cơ quan sau:"));
    CHECK(has_line("a) Sở Nội vụ;"));
    CHECK(has_line("b) Sở Y tế./."));
    CHECK(has_line("Điều 1. Cách tính"));
}

}  // namespace caicach::document::testing
