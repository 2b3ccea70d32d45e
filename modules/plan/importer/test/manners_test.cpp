// Manners of writing that plans of other offices have.
#include <doctest/doctest.h>

#include <algorithm>

#include "plan/importer/importer.hpp"
#include "plan/importer/test/reading.hpp"

using namespace caicach;
using namespace caicach::plan;
using caicach::plan::testing::names;
using caicach::plan::testing::read;

TEST_CASE("parts numbered in words, and tasks counted by what they are called")
{
    const auto plan = read(R"(PHẦN THỨ NHẤT
NỘI DUNG, NHIỆM VỤ

I. CÁC NHIỆM VỤ CỤ THỂ

Nhiệm vụ 1: Xây dựng chuyên mục hỏi đáp
- Đơn vị thực hiện: Báo Bến Lam.
- Hoàn thành trong quý II/2026.

Nhiệm vụ 2: Thi trực tuyến
- Đơn vị chủ trì: Sở Nội vụ (Văn phòng thường trực Ban Chỉ đạo CCHC tỉnh).

PHẦN THỨ HAI
TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ
- Đôn đốc các cơ quan.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(plan.items[0].path == "I.I.1");
    CHECK(plan.items[0].title == "Xây dựng chuyên mục hỏi đáp");
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->to->iso() == "2026-06-30");
    CHECK(names(plan.items[1].lead) == "Sở Nội vụ");
    CHECK(plan.items[1].oversee.empty());
    CHECK(plan.items[2].type == ItemType::duty);
}

TEST_CASE("who answers for a task stands before a colon, or in brackets with its time")
{
    const auto plan = read(R"(I. NHIỆM VỤ

1. Theo dõi các chỉ số:
- Sở Tài chính: Theo dõi chỉ số năng lực cạnh tranh.

2. Thành lập đoàn kiểm tra (Sở Nội vụ; trước ngày 10/3/2026)

3. Họp định kỳ: 01 lần/quý

4. Khắc phục sau kiểm tra
- Đơn vị thực hiện: các cơ quan được kiểm tra.
)");
    REQUIRE(plan.items.size() == 4);
    CHECK(plan.items[0].title == "Theo dõi chỉ số năng lực cạnh tranh.");
    CHECK(names(plan.items[0].lead) == "Sở Tài chính");
    CHECK(plan.items[1].title == "Thành lập đoàn kiểm tra");
    CHECK(names(plan.items[1].lead) == "Sở Nội vụ");
    REQUIRE(plan.items[1].schedule);
    CHECK(plan.items[1].schedule->due->iso() == "2026-03-10");
    REQUIRE(plan.items[2].schedule);
    CHECK(plan.items[2].schedule->every == Period::quarter);
    CHECK(plan.items[3].oversee.empty());
}

TEST_CASE("duties under captions, capacities and lists that were half understood")
{
    const auto plan = read(R"(I. TỔ CHỨC THỰC HIỆN

1. Giám đốc Sở Y tế - Ủy viên: Phụ trách chỉ số hài lòng của người bệnh.

2. Giao Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo - tổng hợp kết quả trước ngày 15/12/2026.

3. Đề nghị Hội Nông dân tỉnh và các nghiệp đoàn nghề cá: Vận động hội viên.

4. Chế độ báo cáo: Các cơ quan, đơn vị báo cáo kết quả định kỳ hằng quý.

5. Thời gian thực hiện: Trong năm 2026.
)");
    REQUIRE(plan.items.size() == 4);
    CHECK(names(plan.items[0].lead) == "Sở Y tế");
    CHECK(names(plan.items[1].lead) == "Sở Nội vụ");
    CHECK(names(plan.items[2].lead) == "Hội Nông dân tỉnh | Các nghiệp đoàn nghề cá");
    CHECK(plan.items[2].requested);
    CHECK_FALSE(plan.items[2].lead.back().known);
    CHECK(names(plan.items[3].lead) == "Các cơ quan, đơn vị");
}

TEST_CASE(
    "bare contents beside forms are topics, and a form that an agency carries out is its task")
{
    const auto plan = read(R"(I. NỘI DUNG

1. Kết quả cải cách hành chính.

II. HÌNH THỨC

1. Trên báo chí
- Báo Bến Lam: mở chuyên mục, mỗi tháng ít nhất 02 tin, bài.
)");
    REQUIRE(plan.items.size() >= 2);
    CHECK(plan.items.front().type == ItemType::topic);
    CHECK(plan.items.back().type == ItemType::activity);
    CHECK(names(plan.items.back().lead) == "Báo Bến Lam");
}

TEST_CASE("of two years in a table of targets the later one is aimed at")
{
    const auto plan = read(
        "I. CHỈ TIÊU\n\n"
        "TT\tChỉ tiêu\tĐVT\tNăm 2025\tKế hoạch 2026\tCơ quan theo dõi\n"
        "1\tTin, bài về cải cách\tTin, bài\t350\t400\tSở Nội vụ\n");
    REQUIRE(plan.items.size() == 1);
    REQUIRE(plan.items[0].metrics.size() == 1);
    CHECK(plan.items[0].metrics[0].value == doctest::Approx(400));
}

TEST_CASE("no line of text is taken for a blank one, and none is without a fate")
{
    constexpr std::string_view text =
        "KẾ HOẠCH\nnăm 2026\n\nI. NHIỆM VỤ\n1. Rà soát\n\n---\n* * *\n\n(lạc)\n2\n\n| a | b "
        "|\n|---|---|\n";
    const auto source = document::from_plain_text(text);
    const auto plan = import_plan(source);
    REQUIRE(plan);
    REQUIRE(plan->lines.size() == source.lines.size());
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        const bool empty = source.lines[i].text.find_first_not_of(" \t") == std::string::npos;
        CHECK_MESSAGE((plan->lines[i].fate == Fate::blank) == empty, source.lines[i].text);
    }
}

TEST_CASE("terms of the whole plan are no tasks, and days are no shares")
{
    const auto plan = read(R"(1. Thời gian, địa điểm
- Thời gian: Từ 01/9/2026 đến 30/10/2026.
- Địa điểm: Toàn tỉnh.

2. Nhiệm vụ
2.1. Giai đoạn 1 (01/9 - 15/9): Lễ phát động
- Sở Nội vụ chủ trì.
2.2. Công khai ngân sách (các sở, ban, ngành thực hiện thường xuyên)

3. Kinh phí: Từ nguồn ngân sách.

Nơi nhận: Như trên; Lưu: VT.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].metrics.empty());
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->from->iso() == "2026-09-01");
    REQUIRE(plan.items[1].schedule);
    CHECK(plan.items[1].schedule->kind == Schedule::Kind::ongoing);
    CHECK(names(plan.items[1].lead) == "Các sở, ban, ngành");
    CHECK(printed(plan.document.recipients) == std::vector<std::string>{"Như trên", "Lưu: VT"});
}

TEST_CASE("rows of HTML are rows, tags alone are nothing")
{
    const auto plan = read(
        "I. NHIỆM VỤ\n\n<table>\n"
        "<tr><th>TT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Thời gian</th></tr>\n"
        "<tr><td>1</td><td>Rà soát <b>văn bản</b></td><td>Sở Tư pháp</td><td>Quý I</td></tr>\n"
        "<tr><td>2</td><td>Kiểm tra công vụ</td><td>^</td><td>Quý II</td></tr>\n"
        "</table>\n");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].title == "Rà soát văn bản");
    CHECK(names(plan.items[1].lead) == "Sở Tư pháp");
}

TEST_CASE("a row that a line end parted is one row, and a merged heading has levels below it")
{
    const auto plan = read(
        "I. NHIỆM VỤ\n\n"
        "STT\tViệc\tCơ quan chủ trì\tThời gian\tKết quả\n"
        "1\t- Cắt giảm giấy tờ\n"
        "- Công bố thủ tục\tSở Tư pháp\tTrước 30/6\tQuyết định\n"
        "2\tKiểm tra\tSở Nội vụ\tQuý I\tBáo cáo\n\n"
        "II. CHỈ TIÊU\n\n"
        "TT\tLĩnh vực/Chỉ tiêu\tĐơn vị tính\tChỉ tiêu năm 2026\t\tCơ quan theo dõi\n"
        "\t\t\tToàn tỉnh\tCấp xã\n"
        "1\tHồ sơ đúng hạn\t%\t99\t98\tSở Nội vụ\n");
    REQUIRE(plan.items.size() == 3);
    CHECK(plan.items[0].title == "Cắt giảm giấy tờ - Công bố thủ tục");
    CHECK(names(plan.items[0].lead) == "Sở Tư pháp");
    CHECK(plan.items[0].last_line == 13);
    REQUIRE(plan.items[2].metrics.size() == 2);
    CHECK(plan.items[2].metrics[0].subject == "Toàn tỉnh");
    CHECK(plan.items[2].metrics[1].value == doctest::Approx(98));
}

TEST_CASE("a letterhead without a committee names no lower issuer")
{
    const auto plan = import_plan(document::from_plain_text(
        "BỘ NỘI VỤ\n\nỦY BAN NHÂN DÂN\nTỈNH BẾN LAM\n\nKẾ HOẠCH\nTruyền thông năm 2026\n\n"
        "I. NHIỆM VỤ\n1. Rà soát\n\nNơi nhận:\nGửi bản điện tử:\n- Sở Nội vụ;\n- Lưu: VT.\n"));
    REQUIRE(plan);
    CHECK(plan->document.issuer == "Ủy ban nhân dân tỉnh Bến Lam");
    CHECK(printed(plan->document.recipients) == std::vector<std::string>{"Sở Nội vụ", "Lưu: VT"});
}

TEST_CASE("who does a task may be told late, and a sentence with a colon may head duties")
{
    const auto plan = read(R"(I. NHIỆM VỤ

1. Tập huấn (tháng 4/2026) cho công chức đầu mối cấp xã: Sở Nội vụ chủ trì, phối hợp với Sở Y tế.

2. Tổ chức hội thi vào tháng 9/2026; giao Tỉnh đoàn tham mưu kế hoạch.

II. TỔ CHỨC THỰC HIỆN

1. Thủ trưởng các sở, ban, ngành căn cứ Kế hoạch này:
a) Chỉ đạo tuyên truyền;
b) Gửi tin, bài.
)");
    REQUIRE(plan.items.size() == 4);
    CHECK(names(plan.items[0].lead) == "Sở Nội vụ");
    CHECK(names(plan.items[0].support) == "Sở Y tế");
    CHECK(names(plan.items[1].lead) == "Tỉnh đoàn");
    CHECK(plan.items[2].path == "II.1.a");
    CHECK(names(plan.items[3].lead) == "Các sở, ban, ngành");
}

TEST_CASE("columns parted by bars need no outer bars, and a unit's name may end in small letters")
{
    const auto plan = read(
        "I. NHIỆM VỤ\n\nTT | Nội dung | Đơn vị thực hiện | Thời gian | Ghi chú\n"
        "1 | Tập huấn kỹ năng giao tiếp | Văn phòng Sở | Quý II |\n\n"
        "II. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Tổ chức cán bộ: phối hợp kiểm tra.\n");
    REQUIRE(plan.items.size() == 2);
    CHECK(names(plan.items[0].lead) == "Văn phòng Sở");
    CHECK(names(plan.items[1].lead) == "Phòng Tổ chức cán bộ");
    CHECK(plan.items[1].title == "phối hợp kiểm tra.");
}

TEST_CASE("roles may close a task as a sentence, and agencies below a heading make it one")
{
    const auto plan = read(R"(I. NHIỆM VỤ

1. Nâng cao chất lượng văn bản. Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ thực hiện.

II. TỔ CHỨC THỰC HIỆN

1. Các cơ quan theo dõi từng lĩnh vực
1.1. Sở Tư pháp: cải cách thể chế
1.2. Sở Tài chính: cải cách tài chính công

2. Báo Bến Lam mở chuyên mục, đăng định kỳ 02 kỳ/tháng.
)");
    REQUIRE(plan.items.size() == 4);
    CHECK(plan.items[0].title == "Nâng cao chất lượng văn bản.");
    CHECK(names(plan.items[0].lead) == "Sở Tư pháp");
    CHECK(names(plan.items[0].support) == "Sở Nội vụ");
    CHECK(plan.items[1].title == "cải cách thể chế");
    REQUIRE(plan.items[3].schedule);
    CHECK(plan.items[3].schedule->every == Period::month);
}
