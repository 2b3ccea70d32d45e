// Plans of departments and communes: their letterheads, their own units, their labels.
#include <doctest/doctest.h>

#include <algorithm>

#include "plan/importer/importer.hpp"
#include "plan/importer/test/reading.hpp"

using namespace caicach;
using namespace caicach::plan;
using caicach::plan::testing::names;
using caicach::plan::testing::read_text;

namespace
{

ImportedPlan read(std::string_view letterhead, std::string_view body)
{
    return read_text(std::string{letterhead} +
                     "\nSố: 7/KH\nngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\n"
                     "Cải cách hành chính năm 2026 trên địa bàn tỉnh Bến Lam\n\n" +
                     std::string{body});
}

std::string issuer(std::string_view letterhead)
{
    return read(letterhead, "I. NHIỆM VỤ\n\n1. Rà soát thủ tục\n").document.issuer;
}

}  // namespace

TEST_CASE("the letterhead names who issues below the province")
{
    CHECK(issuer("UBND TỈNH BẾN LAM\nSỞ XÂY DỰNG") == "Sở Xây dựng tỉnh Bến Lam");
    CHECK(issuer("ỦY BAN NHÂN DÂN\nXÃ PHÚ SA") == "Ủy ban nhân dân xã Phú Sa");
    CHECK(issuer("UBND PHƯỜNG CỒN BẠC") == "Ủy ban nhân dân phường Cồn Bạc");
    CHECK(issuer("UBND TỈNH BẾN LAM\nBAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH") ==
          "Ban Chỉ đạo cải cách hành chính tỉnh Bến Lam");
    CHECK(issuer("ỦY BAN NHÂN DÂN\nTỈNH BẾN LAM") == "Ủy ban nhân dân tỉnh Bến Lam");
}

TEST_CASE("a lettered line that names a term is the task's, and so is a wish for how often")
{
    const auto plan = read("ỦY BAN NHÂN DÂN\nXÃ PHÚ SA", R"(I. NHIỆM VỤ

1. Kiểm tra theo kế hoạch
a) Nội dung: Chỉ đạo điều hành; thủ tục hành chính.
b) Cơ quan chủ trì: Văn phòng HĐND và UBND xã.
c) Thời gian: Quý II/2026.

2. Mở chuyên mục trên trang của xã
- Giao: Phòng VH-XH.
- Phối hợp: Trưởng các thôn; Ủy ban MTTQ Việt Nam xã, các đoàn thể xã.
- Thực hiện: Hằng tuần.
- Chỉ tiêu: Mỗi tuần tối thiểu 02 tin, bài.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].title == "Kiểm tra theo kế hoạch");
    CHECK(names(plan.items[0].lead) == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã");
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->kind == Schedule::Kind::window);
    CHECK(names(plan.items[1].lead) == "Phòng Văn hóa - Xã hội");
    CHECK(names(plan.items[1].support) ==
          "Trưởng các thôn | Ủy ban Mặt trận Tổ quốc Việt Nam xã | Các đoàn thể xã");
    REQUIRE(plan.items[1].schedule);
    CHECK(plan.items[1].schedule->every == Period::week);
    REQUIRE(plan.items[1].quotas.size() == 1);
    CHECK(plan.items[1].quotas[0].count == 2);
    CHECK(plan.items[1].quotas[0].at_least);
}

TEST_CASE("a target in one line, a share in a task, and a result with its day")
{
    const auto plan = read("UBND TỈNH BẾN LAM\nSỞ Y TẾ", R"(I. CHỈ TIÊU

1. 100% phòng ban hành kế hoạch trước ngày 31/01/2026.

II. NỘI DUNG

1. Cải cách thể chế
a) Chỉ tiêu: Tối thiểu 90% văn bản đúng hạn.
b) Nhiệm vụ
- Kiểm tra tại 30% số phòng, đơn vị trực thuộc.
Chủ trì: Thanh tra Sở; phối hợp: các phòng chuyên môn; thời gian: quý III/2026.
)");
    REQUIRE(plan.items.size() == 3);
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->due->iso() == "2026-01-31");
    CHECK(plan.items[1].type == ItemType::target);
    CHECK(plan.items[1].title == "Tối thiểu 90% văn bản đúng hạn.");
    CHECK(plan.items[2].type == ItemType::activity);
    CHECK(names(plan.items[2].lead) == "Thanh tra Sở");
    REQUIRE(plan.items[2].metrics.size() == 1);
    CHECK(plan.items[2].metrics[0].value == doctest::Approx(30));
}

TEST_CASE("a sentence goes on behind the number of the page, whatever mark stood before")
{
    const auto plan = read("ỦY BAN NHÂN DÂN\nTỈNH BẾN LAM",
                           "I. NỘI DUNG TUYÊN TRUYỀN\n\n1. Kết quả các chỉ số của tỉnh;\n\n2\n\n"
                           "các giải pháp cải thiện thứ hạng.\n\n2. Gương điển hình.\n");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].title == "Kết quả các chỉ số của tỉnh; các giải pháp cải thiện thứ hạng.");
}

TEST_CASE("a decision of a district's chairman is the chairman's")
{
    const auto plan = import_plan(document::from_plain_text(R"(ỦY BAN NHÂN DÂN
HUYỆN PHÚ SA
Số: 7/QĐ-UBND
Phú Sa, ngày 05 tháng 01 năm 2022

QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2022

CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN PHÚ SA

Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2022.

KẾ HOẠCH
Cải cách hành chính huyện Phú Sa, tỉnh Bến Lam năm 2022

I. NHIỆM VỤ
1. Phòng Nội vụ rà soát thủ tục.
)"));
    REQUIRE(plan);
    CHECK(plan->document.issuer == "Chủ tịch Ủy ban nhân dân huyện Phú Sa");
}
