// Values in tables: what they count.
#include <doctest/doctest.h>

#include "plan/importer/importer.hpp"

using namespace caicach;
using namespace caicach::plan;

namespace
{

Metric value_of(std::string_view heading, std::string_view row)
{
    constexpr std::string_view head =
        "ỦY BAN NHÂN DÂN\nTỈNH BẾN LAM\nSố: 7/KH-UBND\nBến Lam, ngày 05 tháng 01 năm 2026\n\n"
        "KẾ HOẠCH\nCải cách hành chính năm 2026\n\nI. NHIỆM VỤ\n1. Sở Y tế soạn thể lệ.\n\n"
        "PHỤ LỤC\nCHỈ TIÊU\n\n";
    auto plan = import_plan(document::from_plain_text(std::string{head} + std::string{heading} +
                                                      "\n" + std::string{row} + "\n"));
    REQUIRE(plan);
    REQUIRE(!plan->items.empty());
    REQUIRE(plan->items.back().metrics.size() == 1);
    return plan->items.back().metrics.front();
}

}  // namespace

TEST_CASE("a value without a unit takes that of its row, of its heading, of its words")
{
    CHECK(value_of("TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2026", "1\tHồ sơ trực tuyến\t%\t80").unit ==
          "%");
    CHECK(value_of("TT\tTiêu chí\tKế hoạch (%)", "1\tHồ sơ trực tuyến\t≥ 80").unit == "%");
    CHECK(value_of("TT\tTiêu chí\tKế hoạch năm 2026", "1\tTỷ lệ hồ sơ trực tuyến\t80").unit == "%");
    CHECK(value_of("TT\tTiêu chí\tĐiểm tối đa\tChỉ tiêu năm 2026", "1\tChỉ đạo\t2\t1,5").unit ==
          "điểm");
}

TEST_CASE("what stands in brackets and is no unit counts nothing")
{
    CHECK(value_of("TT\tTiêu chí\tKế hoạch (năm 2026)", "1\tSố mô hình\t4").unit.empty());
}

TEST_CASE("who answers for a row and who carries it out may have a column each")
{
    auto plan = import_plan(document::from_plain_text(
        "ỦY BAN NHÂN DÂN\nTỈNH BẾN LAM\nSố: 7/KH-UBND\n\nKẾ HOẠCH\nCải cách hành chính năm 2026\n\n"
        "I. NHIỆM VỤ\nTT\tNội dung\tCơ quan chủ trì\tCơ quan thực hiện\n"
        "1\tLàm video\tSở Y tế\tBáo Bến Lam\n2\tLàm pa nô\tSở Nội vụ\t\n"));
    REQUIRE(plan);
    REQUIRE(plan->items.size() == 2);
    REQUIRE(plan->items[0].lead.size() == 2);
    CHECK(plan->items[0].lead[0].part == AgencyName::Part::unsaid);
    CHECK(plan->items[0].lead[1].name == "Báo Bến Lam");
    CHECK(plan->items[0].lead[1].part == AgencyName::Part::performs);
    CHECK(plan->items[1].lead.size() == 1);
}
