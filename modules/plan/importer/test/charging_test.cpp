// Who is charged with a task: by a label, by a later part of a sentence, by a sentence below.
#include <doctest/doctest.h>

#include "plan/importer/importer.hpp"
#include "plan/importer/test/reading.hpp"

using namespace caicach;
using namespace caicach::plan;
using caicach::plan::testing::names;
using caicach::plan::testing::read;

TEST_CASE("one body before the semicolon leads those who help behind it")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Làm chuyên trang
- Đơn vị thực hiện: Sở Nội vụ; Trường Chính trị tỉnh phối hợp.
2. Làm video hướng dẫn
(Sở Y tế; các sở, ngành phối hợp)
3. Làm tờ rơi
- Thực hiện: Các sở, ngành; UBND cấp xã phối hợp.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(names(plan.items[0].lead) == "Sở Nội vụ");
    CHECK(names(plan.items[0].support) == "Trường Chính trị tỉnh");
    CHECK(names(plan.items[1].lead) == "Sở Y tế");
    CHECK(names(plan.items[1].support) == "Các sở, ban, ngành");
    CHECK(plan.items[2].lead.empty());
}

TEST_CASE("a task may tell its doers at its end, and who helps behind a semicolon")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Phát thanh về thủ tục do Sở Nội vụ chủ trì; các sở, ngành phối hợp.
2. Các sở soạn dự thảo theo chương trình; Sở Tư pháp thẩm định, theo dõi, đôn đốc việc làm.
3. UBND tỉnh giao Sở Nội vụ soạn câu hỏi; Sở Y tế dựng phần mềm.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(names(plan.items[0].lead) == "Sở Nội vụ");
    CHECK(names(plan.items[0].support) == "Các sở, ban, ngành");
    CHECK(names(plan.items[1].lead) == "Các sở");
    CHECK(names(plan.items[1].oversee) == "Sở Tư pháp");
    CHECK(names(plan.items[2].lead) == "Sở Nội vụ | Sở Y tế");
}

TEST_CASE("a sentence that only assigns leaves the heading above it to be the task")
{
    const auto plan = read(R"(II. NHIỆM VỤ
a) Gặp mặt cuối năm
Sở Nội vụ tham mưu UBND tỉnh tổ chức. Thời gian: Tháng 7/2026.
b) Tài chính công
Giao Sở Tài chính thực hiện.
c) Tài sản công
Sở Tài chính tham mưu UBND tỉnh sắp xếp lại trụ sở dôi dư.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(plan.items[0].title == "Gặp mặt cuối năm");
    CHECK(names(plan.items[0].lead) == "Sở Nội vụ");
    CHECK(plan.items[0].schedule);
    CHECK(plan.items[1].title == "Tài chính công");
    CHECK(plan.items[2].title == "Sở Tài chính tham mưu UBND tỉnh sắp xếp lại trụ sở dôi dư.");
}

TEST_CASE("whoever directs stands before the subject, a comma of a name parts nothing")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Dưới sự chỉ đạo của UBND tỉnh, Sở Nội vụ chủ trì soạn thể lệ.
IV. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính
Trên cơ sở dự toán của các cơ quan, đơn vị và nguồn thu, tham mưu bố trí kinh phí.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(names(plan.items[0].lead) == "Sở Nội vụ");
    CHECK(names(plan.items[0].oversee) == "Ủy ban nhân dân tỉnh");
    CHECK(names(plan.items[1].lead) == "Sở Tài chính");
}

TEST_CASE("an introduction charges those it names with the list below it")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Thủ tục
Văn phòng UBND tỉnh chủ trì, phối hợp với các sở, ngành:
a) Rà soát thủ tục rườm rà.
b) Sở Y tế hướng dẫn trạm y tế niêm yết.
2. Tài chính
a) Rà soát định mức chi.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(names(plan.items[0].lead) == "Văn phòng Ủy ban nhân dân tỉnh");
    CHECK(names(plan.items[0].support) == "Các sở, ban, ngành");
    CHECK(names(plan.items[1].lead) == "Sở Y tế");
    CHECK(plan.items[2].lead.empty());
}

TEST_CASE("who guides while others do it oversees; who is invited leads its duty")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Tinh giản biên chế: Sở Nội vụ hướng dẫn, các cơ quan, đơn vị thực hiện trong năm 2026.
III. TỔ CHỨC THỰC HIỆN
1. Mời Hội Nông dân tỉnh
Vận động hội viên nộp hồ sơ trực tuyến.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(names(plan.items[0].lead) == "Các cơ quan, đơn vị");
    CHECK(names(plan.items[0].oversee) == "Sở Nội vụ");
    CHECK(names(plan.items[1].lead) == "Hội Nông dân tỉnh");
    CHECK(plan.items[1].requested);
}

TEST_CASE("a quarter before a colon is a time and no fund")
{
    const auto plan = read("IV. TIẾN ĐỘ THỰC HIỆN\n1. Quý II, III/2026: Làm pa nô.\n");
    REQUIRE(plan.items.size() == 1);
    CHECK(plan.items[0].lead.empty());
    CHECK(plan.items[0].schedule);
}

TEST_CASE("units directly below head their duties though the line ends open")
{
    const auto plan = read(R"(III. TỔ CHỨC THỰC HIỆN
4. Các đơn vị sự nghiệp trực thuộc
Báo cáo kết quả hằng quý về Văn phòng Sở.
)");
    REQUIRE(plan.items.size() == 1);
    CHECK(names(plan.items[0].lead) == "Các đơn vị sự nghiệp trực thuộc");
}

TEST_CASE("a body that no list knows heads its duties beside known ones")
{
    const auto plan = read(R"(III. TỔ CHỨC THỰC HIỆN
1. Các phòng, ban, ngành; UBND các xã
Báo cáo kết quả trước ngày 15/11/2026.
2. Hệ thống truyền thanh cơ sở các xã
Phát ít nhất 02 lần/tuần.
3. Khen thưởng, kỷ luật
Xét tặng vào cuối năm.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(names(plan.items[0].lead) == "Các phòng, ban, ngành | Ủy ban nhân dân cấp xã");
    CHECK(names(plan.items[1].lead) == "Hệ thống truyền thanh cơ sở các xã");
    CHECK(plan.items[2].lead.empty());
}

TEST_CASE("the committee of one level is that committee, of several units their level")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Rà soát thủ tục
(Chủ trì: UBND huyện; phối hợp: UBND các xã, thị trấn; hoàn thành trong quý I)
2. Giao ban hằng tháng, do Chủ tịch UBND huyện chủ trì.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(names(plan.items[0].lead) == "Ủy ban nhân dân huyện");
    CHECK(names(plan.items[0].support) == "Ủy ban nhân dân cấp xã");
    CHECK(plan.items[0].schedule);
    CHECK(plan.items[1].schedule);
}

TEST_CASE("when and where may share a label")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Họp báo
- Thời gian, địa điểm: Dự kiến tháng 4/2026 tại hội trường tỉnh.
- Chủ trì: Sở Nội vụ.
)");
    REQUIRE(plan.items.size() == 1);
    CHECK(plan.items[0].schedule);
}

TEST_CASE("the last part of a task may give the roles of all")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Mở lớp cho 90 cán bộ; Sở Nội vụ chủ trì, Trường Chính trị tỉnh phối hợp.
2. Số hóa hồ sơ: Văn phòng UBND tỉnh đôn đốc, theo dõi; các sở, ngành thực hiện.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(names(plan.items[0].lead) == "Sở Nội vụ");
    CHECK(names(plan.items[0].support) == "Trường Chính trị tỉnh");
    CHECK(names(plan.items[1].lead) == "Các sở, ban, ngành");
    CHECK(names(plan.items[1].oversee) == "Văn phòng Ủy ban nhân dân tỉnh");
}
