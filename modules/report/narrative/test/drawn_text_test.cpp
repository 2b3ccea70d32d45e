#include "report/narrative/drawn_text.hpp"

#include <doctest/doctest.h>

namespace caicach::report
{
namespace
{

using evidence::LineSection;
using evidence::ToldLine;

Date day(int month, int number) { return *Date::create(2026, month, number); }

}  // namespace

TEST_CASE("a draft counts and tells what was done, what is late and what stands in the way")
{
    const auto wording = MUST(Wording::on(day(3, 15)));
    const std::vector<ToldLine> lines{
        {.section = LineSection::done, .text = "Mở lớp tập huấn", .day = day(3, 2)},
        {.section = LineSection::late,
         .text = "Rà soát thủ tục.",
         .note = "chờ hướng dẫn",
         .day = day(3, 1)},
        {.section = LineSection::obstacle, .text = "Thiếu máy quét", .note = "cấp thêm kinh phí"},
        {.section = LineSection::target, .text = "không nằm trong bản thảo"}};
    const Narrative narrative{.drawn_of = {Drawn::done, Drawn::late, Drawn::obstacle, Drawn::next}};
    CHECK(draw(narrative, lines, wording) ==
          "Trong kỳ đã thực hiện 1 việc:\n"
          "- Mở lớp tập huấn (02/03/2026).\n\n"
          "Còn 1 việc chậm:\n"
          "- Rà soát thủ tục. (hạn 01/03/2026). Nguyên nhân: chờ hướng dẫn.\n\n"
          "Có 1 khó khăn, vướng mắc:\n"
          "- Thiếu máy quét. Đề nghị: cấp thêm kinh phí.");
    const Narrative late{.drawn_of = {Drawn::late}};
    CHECK(draw(late, lines, wording).starts_with("Còn 1 việc chậm:"));
    CHECK(draw(late, {}, wording).empty());
}

TEST_CASE("a draft tells ten examples and counts the rest, and keeps within its length")
{
    const auto wording = MUST(Wording::on(day(3, 15)));
    const std::vector<ToldLine> lines(
        13, {.section = LineSection::next, .text = "Nộp báo cáo", .day = day(6, 17)});
    const auto text = draw({.drawn_of = {Drawn::next}}, lines, wording);
    CHECK(text.starts_with("Kỳ tới có 13 việc đến hạn:\n- Nộp báo cáo (hạn 17/06/2026)."));
    CHECK(text.ends_with("\n- Và 3 việc khác."));
    const auto brief = draw({.drawn_of = {Drawn::next}, .length_max = 60}, lines, wording);
    CHECK(brief.size() < 100);
}

}  // namespace caicach::report
