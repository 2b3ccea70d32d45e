// What plans say in sentences: who does it, when, and what was left out.
#include <doctest/doctest.h>

#include <algorithm>

#include "plan/importer/headings.hpp"
#include "plan/importer/importer.hpp"
#include "plan/importer/test/reading.hpp"

using namespace caicach;
using namespace caicach::plan;
using caicach::plan::testing::names;
using caicach::plan::testing::read;
using caicach::plan::testing::read_text;

namespace
{

bool has_note(const ImportedItem& item, std::string_view key)
{
    return std::ranges::find(item.notes, key, &Note::key) != item.notes.end();
}

}  // namespace

TEST_CASE("a pointer to an annex is a heading; a task that names an annex is a task")
{
    CHECK(importer::names_annex("(Chi tiết tại Phụ lục kèm theo)"));
    CHECK(importer::names_annex("Các chỉ tiêu khác thực hiện theo Phụ lục II kèm theo."));
    CHECK(importer::names_annex("(Có bảng phân công của từng sở tại Danh mục đính kèm)"));
    CHECK_FALSE(importer::names_annex("Sở Y tế chủ trì các nhiệm vụ tại Phụ lục I kèm theo."));
    CHECK_FALSE(importer::names_annex("Thực hiện các nhiệm vụ tại Danh mục kèm theo."));
    CHECK_FALSE(importer::names_annex("Rà soát danh mục thủ tục kèm theo hồ sơ."));

    const auto plan = read(R"(II. NHIỆM VỤ
1. Sở Y tế chủ trì thực hiện các nhiệm vụ tại Phụ lục II kèm theo Kế hoạch này.
2. Sở Tư pháp rà soát danh mục thủ tục hành chính kèm theo hồ sơ.
(Chi tiết tại Phụ lục I kèm theo)
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
a) Các nhiệm vụ cụ thể tại Danh mục kèm theo Kế hoạch này.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(names(plan.items[0].lead) == "Sở Y tế");
    CHECK(names(plan.items[1].lead) == "Sở Tư pháp");
    CHECK(names(plan.items[2].lead) == "Sở Nội vụ");
}

TEST_CASE("a form whose sentence says who does it is an activity with its roles")
{
    const auto plan = read(R"(III. HÌNH THỨC TUYÊN TRUYỀN
1. Trên báo chí
- Trang tin của tỉnh: đăng 02 bài/tuần, giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp.
- Kênh video: mỗi tháng 01 phim ngắn, do Tỉnh đoàn thực hiện.
- Công an tỉnh phối hợp với Sở Tư pháp thường xuyên hướng dẫn người dân nộp hồ sơ.
2. Tuyên truyền trên Báo Bến Lam: Báo Bến Lam duy trì chuyên trang định kỳ hằng tháng. Sở Tư pháp phối hợp biên soạn nội dung. Sở Nội vụ theo dõi, đôn đốc.
)");
    const auto find = [&](std::string_view path) {
        const auto found = std::ranges::find(plan.items, path, &ImportedItem::path);
        REQUIRE(found != plan.items.end());
        CHECK(found->type == ItemType::activity);
        return *found;
    };
    CHECK(names(find("III.1-1").lead) == "Sở Nội vụ");
    CHECK(names(find("III.1-1").support) == "Sở Tư pháp");
    CHECK(names(find("III.1-2").lead) == "Tỉnh đoàn");
    const auto police = find("III.1-3");
    CHECK(names(police.support) == "Sở Tư pháp");
    REQUIRE(police.schedule);
    CHECK(police.schedule->kind == Schedule::Kind::ongoing);
    const auto paper = find("III.2");
    CHECK(names(paper.lead) == "Báo Bến Lam");
    CHECK(names(paper.support) == "Sở Tư pháp");
    CHECK(names(paper.oversee) == "Sở Nội vụ");
    REQUIRE(paper.schedule);
    CHECK(paper.schedule->every == Period::month);
}

TEST_CASE("tasks below a heading of times are tasks where lines say who does them")
{
    const auto plan = read(R"(II. TIẾN ĐỘ THỰC HIỆN
1. Chuẩn bị
a) Lập tổ giúp việc
- Đơn vị chủ trì: Sở Nội vụ.
- Thời gian: Trước ngày 20/4/2026.
b) Soạn câu hỏi
- Đơn vị chủ trì: Sở Tư pháp; đơn vị phối hợp: Sở Y tế.
III. CƠ CẤU GIẢI THƯỞNG
1. 02 giải Nhất, mỗi giải 4.000.000 đồng.
IV. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ theo dõi chung.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(plan.items[0].title == "Lập tổ giúp việc");
    CHECK(names(plan.items[0].lead) == "Sở Nội vụ");
    CHECK(plan.items[1].title == "Soạn câu hỏi");
    CHECK(names(plan.items[1].support) == "Sở Y tế");
    CHECK(plan.items[2].path == "IV.1");
    // Of times and money alone there is nothing to do.
    CHECK(read("II. NHIỆM VỤ\n1. Mở chuyên mục.\nIII. TIẾN ĐỘ\n1. Từ tháng 3 đến tháng 9.\n")
              .items.size() == 1);
}

TEST_CASE("the number of a quarter below a line end is no chapter")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Tổ chức hội thi trong quý
III/2026.
2. Phát tờ rơi (Chủ trì: Sở Nội vụ; phối hợp: Sở Y tế; thời gian: quý
IV/2026; kinh phí: 20 triệu đồng)
3. Mở chuyên mục.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ theo dõi chung.
)");
    REQUIRE(plan.items.size() == 4);
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->from == Date::create(2026, 7, 1));
    REQUIRE(plan.items[1].schedule);
    CHECK(plan.items[1].schedule->from == Date::create(2026, 10, 1));
    CHECK(plan.items[2].path == "II.3");
    CHECK(plan.items[3].path == "III.1");
}

TEST_CASE("a target of so many a month is how often, and no number to reach beside it")
{
    const auto plan = read(R"(I. MỤC TIÊU CỤ THỂ
1. Mỗi sở có ít nhất 02 tin, bài/tháng trên trang của mình.
2. Trên 35% hồ sơ nộp trực tuyến; mỗi xã phát thanh ít nhất 04 lượt/tháng.
3. Có ít nhất 03 sáng kiến được áp dụng.
)");
    REQUIRE(plan.items.size() == 3);
    REQUIRE(plan.items[0].quotas.size() == 1);
    CHECK(plan.items[0].quotas[0].count == 2);
    CHECK(plan.items[0].quotas[0].per == Period::month);
    CHECK(plan.items[0].metrics.empty());
    REQUIRE(plan.items[1].metrics.size() == 1);
    CHECK(plan.items[1].metrics[0].value == 35);
    CHECK(plan.items[1].quotas.size() == 1);
    CHECK(plan.items[2].quotas.empty());
    CHECK(plan.items[2].metrics.size() == 1);
}

TEST_CASE("a label of its own tells who carries out and who directs")
{
    using Part = AgencyName::Part;
    const auto plan = read(R"(II. NHIỆM VỤ
1. Mở lớp bồi dưỡng
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan thực hiện: Sở Y tế, Sở Tư pháp.
- Cơ quan chỉ đạo: UBND cấp xã; theo dõi: Sở Tài chính.
2. Mở chuyên mục
- Đơn vị thực hiện: Sở Y tế.
)");
    REQUIRE(plan.items.size() == 2);
    const auto& course = plan.items[0];
    CHECK(names(course.lead) == "Sở Nội vụ | Sở Y tế | Sở Tư pháp");
    CHECK(course.lead[0].part == Part::unsaid);
    CHECK(course.lead[1].part == Part::performs);
    CHECK(course.lead[2].part == Part::performs);
    REQUIRE(course.oversee.size() == 2);
    CHECK(course.oversee[0].part == Part::directs);
    CHECK(course.oversee[1].part == Part::unsaid);
    CHECK(plan.items[1].lead[0].part == Part::performs);
}

TEST_CASE("a name above one sentence and its terms heads that sentence")
{
    const auto plan = read(R"(II. NHIỆM VỤ
5. Cải cách tài chính công
Giao quyền tự chủ cho các đơn vị sự nghiệp.
- Cơ quan chủ trì: Sở Tài chính.
)");
    REQUIRE(plan.items.size() == 1);
    CHECK(plan.items[0].title == "Giao quyền tự chủ cho các đơn vị sự nghiệp.");
    CHECK(plan.items[0].context.back() == "Cải cách tài chính công");
    CHECK(plan.items[0].area == "public_finance");
    CHECK(names(plan.items[0].lead) == "Sở Tài chính");
}

TEST_CASE("the subject may stand in a later part of a task")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Rà soát thủ tục nội bộ; các sở, ban, ngành trình phương án trước ngày 30/6/2026.
III. TỔ CHỨC THỰC HIỆN
1. Giám đốc sở, Thủ trưởng cơ quan ban, ngành tỉnh, Chủ tịch UBND thị xã, huyện
a) Đi các xã vùng sâu, vùng xa mỗi quý ít nhất 05 buổi.
b) Hướng dẫn người dân về Đề án 06; thường xuyên trong năm.
Trên đây là Kế hoạch. Yêu cầu các phòng, đơn vị, tổ dân phố báo cáo trước ngày 30/11/2026.
)");
    REQUIRE(plan.items.size() == 4);
    CHECK(names(plan.items[0].lead) == "Các sở, ban, ngành");
    CHECK(names(plan.items[1].lead) == "Các sở, ban, ngành | Ủy ban nhân dân cấp huyện");
    REQUIRE(plan.items[1].quotas.size() == 1);
    CHECK(plan.items[1].quotas[0].count == 5);
    CHECK(plan.items[2].quotas.empty());
    REQUIRE(plan.items[2].schedule);
    CHECK(plan.items[2].schedule->kind == Schedule::Kind::ongoing);
    CHECK(names(plan.items[3].lead) == "Các phòng, đơn vị | Các tổ dân phố");
}

TEST_CASE("who directs others oversees, and those who are directed do it")
{
    const auto plan = read(R"(V. TỔ CHỨC THỰC HIỆN
1. Ủy ban nhân dân các huyện
- UBND các huyện chỉ đạo UBND các xã mở chuyên mục hỏi đáp.
- Chỉ đạo các phòng chuyên môn niêm yết thủ tục.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(names(plan.items[0].lead) == "Ủy ban nhân dân cấp xã");
    CHECK(names(plan.items[0].oversee) == "Ủy ban nhân dân cấp huyện");
    CHECK(names(plan.items[1].lead) == "Ủy ban nhân dân cấp huyện");
}

TEST_CASE("an agency that nobody knows is offered as such, and not dropped")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Sở Khí hậu Xanh chủ trì, phối hợp Sở Nội vụ công bố thủ tục.
III. TỔ CHỨC THỰC HIỆN
1. Đề nghị Sở Khí hậu Xanh: Phối hợp tuyên truyền.
2. UBND cấp xã, trừ các phường: Báo cáo trước ngày 15/11/2026.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(names(plan.items[0].lead) == "Sở Khí hậu Xanh");
    CHECK(has_note(plan.items[0], "plan.note.agency_unknown"));
    CHECK(names(plan.items[1].lead) == "Sở Khí hậu Xanh");
    CHECK(plan.items[1].requested);
    CHECK(names(plan.items[2].lead) == "Ủy ban nhân dân cấp xã");
    CHECK(plan.items[2].context.back() == "UBND cấp xã, trừ các phường");
}

TEST_CASE("of several times one is kept, and the reviewer is told of the others")
{
    const auto plan = read(R"(III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
a) Báo cáo chậm nhất ngày 15/6 và ngày 15/12/2026.
b) Báo cáo kết quả hằng quý, 6 tháng và năm.
c) Công khai kết quả đánh giá hằng tháng, trước ngày 05.
d) Báo cáo trước ngày 20/11/2026.
)");
    REQUIRE(plan.items.size() == 4);
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->due->iso() == "2026-06-15");
    CHECK(has_note(plan.items[0], "plan.note.schedule_gaps"));
    REQUIRE(plan.items[1].schedule);
    CHECK(plan.items[1].schedule->every == Period::quarter);
    CHECK(has_note(plan.items[1], "plan.note.schedule_gaps"));
    REQUIRE(plan.items[2].schedule);
    CHECK(plan.items[2].schedule->day == 5);
    CHECK_FALSE(has_note(plan.items[2], "plan.note.schedule_gaps"));
    CHECK_FALSE(has_note(plan.items[3], "plan.note.schedule_gaps"));
}

TEST_CASE("of a range the lower end is the least, and the reviewer is told")
{
    const auto plan = read(R"(I. CHỈ TIÊU
1. Từ 70% đến 80% người dân hài lòng.
2. Tối thiểu 30% hồ sơ trực tuyến, 20% hồ sơ tại nhà.
3. 14/14 tổ dân phố có nhóm hỗ trợ.
)");
    REQUIRE(plan.items.size() == 3);
    REQUIRE(plan.items[0].metrics.size() == 1);
    CHECK(plan.items[0].metrics[0].op == ">=");
    CHECK(plan.items[0].metrics[0].value == 70);
    CHECK(has_note(plan.items[0], "plan.note.metric_range"));
    REQUIRE(plan.items[1].metrics.size() == 2);
    CHECK(plan.items[1].metrics[1].op == ">=");
    REQUIRE(plan.items[2].metrics.size() == 1);
    CHECK(plan.items[2].metrics[0].value == 100);
}

TEST_CASE("the field of reform is that of the nearest heading, else of the words")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Cải cách thể chế
- Sở Tư pháp rà soát văn bản về thủ tục hành chính.
2. Công tác chỉ đạo, điều hành
- Sở Nội vụ kiểm tra các sở.
III. NHIỆM VỤ KHÁC
1. Sở Nội vụ tinh giản biên chế đúng lộ trình.
2. Sở Nội vụ tuyên truyền kết quả.
3. Sở Nội vụ tổng hợp.
)");
    REQUIRE(plan.items.size() == 5);
    CHECK(plan.items[0].area == "institutions");
    CHECK(plan.items[1].area == "direction");
    CHECK(plan.items[2].area == "civil_service");
    CHECK(plan.items[3].area == "direction");
    CHECK(plan.items[4].area.empty());
}

TEST_CASE("a file that is no plan says so, and none of its lines is taken for a letterhead")
{
    const auto plan = read_text("xin chào\n\nmột dòng nữa");
    CHECK(plan.items.empty());
    CHECK(plan.document.issuer.empty());
    CHECK(plan.lines[0].fate == Fate::unknown);
    CHECK(plan.lines[2].fate == Fate::unknown);
    REQUIRE_FALSE(plan.document.notes.empty());
    CHECK(plan.document.notes[0].key == "plan.note.no_item");
}

TEST_CASE("tasks may be listed by their times, and a bracket may say when it is likely")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Sở Y tế tổ chức hội thi tay nghề (dự kiến tháng 8/2026).
III. TIẾN ĐỘ
1. Quý I: Lập tổ biên tập (Sở Nội vụ).
2. Quý II, III: Treo khẩu hiệu (các sở, ban, ngành).
3. Quý IV: Tổng kết (Sở Nội vụ; trước ngày 15/12).
IV. THỜI GIAN THỰC HIỆN
1. Từ khi ban hành đến hết năm.
)");
    REQUIRE(plan.items.size() == 4);
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->from == Date::create(2026, 8, 1));
    CHECK(plan.items[1].type == ItemType::activity);
    CHECK(names(plan.items[1].lead) == "Sở Nội vụ");
    REQUIRE(plan.items[2].schedule);
    CHECK(plan.items[2].schedule->to == Date::create(2026, 9, 30));
    REQUIRE(plan.items[3].schedule);
    CHECK(plan.items[3].schedule->due == Date::create(2026, 12, 15));
}
