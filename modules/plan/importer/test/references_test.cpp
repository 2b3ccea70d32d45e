#include "plan/importer/references.hpp"

#include <doctest/doctest.h>

using namespace caicach::plan;
using namespace caicach::plan::importer;

namespace
{

std::string cited(std::string_view text)
{
    Paragraph paragraph;
    paragraph.text = text;
    paragraph.pieces = {{0, 0}};
    std::string out;
    for (const auto& found :
         references_in({paragraph}, "1/KH-UBND", "Tuyên truyền năm 2026", Gazetteer::standard())) {
        out += (out.empty() ? "" : " | ") + (found.number.empty() ? found.name : found.number);
        if (!found.issuer.empty()) out += " < " + found.issuer;
    }
    return out;
}

}  // namespace

TEST_CASE("a plan in being may be cited by its name alone")
{
    CHECK(cited("Đôn đốc việc thực hiện Kế hoạch cải cách hành chính năm 2026 và Kế hoạch này.") ==
          "Kế hoạch cải cách hành chính năm 2026");
    CHECK(cited("Ban hành Kế hoạch kiểm tra công vụ năm 2026.").empty());
    CHECK(cited("Kinh phí thực hiện Kế hoạch được bố trí trong dự toán năm 2026.").empty());
    CHECK(cited("Đây là nội dung thực hiện Kế hoạch tuyên truyền năm 2026.").empty());
}

TEST_CASE("a plan cited by its number is not cited again by its name")
{
    CHECK(cited("Căn cứ Quyết định số 7/QĐ-UBND ngày 05/01/2026 ban hành Kế hoạch cải cách hành "
                "chính tỉnh năm 2026; đôn đốc thực hiện Kế hoạch CCHC năm 2026.") == "7/QĐ-UBND");
    CHECK(cited("Thực hiện Kế hoạch chuyển đổi số năm 2026 ban hành kèm theo Quyết định số "
                "8/QĐ-UBND.") == "8/QĐ-UBND");
}

TEST_CASE("who sent a paper stands before it")
{
    CHECK(cited("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV.") ==
          "12/TTr-SNV < Sở Nội vụ");
    CHECK(cited("Xét đề nghị của Sở TT&TT tại Công văn số 5/STTTT-CNTT.") ==
          "5/STTTT-CNTT < Sở Thông tin và Truyền thông");
}

TEST_CASE("whose papers they are may stand before their numbers")
{
    CHECK(cited("Căn cứ các Nghị quyết của Chính phủ: số 76/NQ-CP ngày 15/7/2021, số 01/NQ-CP.") ==
          "76/NQ-CP | 01/NQ-CP");
}
