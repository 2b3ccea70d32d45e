#include <doctest/doctest.h>

#include "plan/importer/plain_counts.hpp"
#include "plan/importer/test/reading.hpp"

using namespace caicach::plan;
using namespace caicach::plan::importer;
using caicach::plan::testing::read;
namespace json = caicach::json;

namespace
{

/// "3 phóng sự, >=2 lớp"; what a person must decide behind a question mark.
std::string counts(std::string_view text)
{
    const auto found = plain_counts_in(text);
    std::string out;
    for (const auto& quota : found.quotas) {
        CHECK(quota.per == Period::whole);
        out += (out.empty() ? "" : ", ") + std::string{quota.at_least ? ">=" : ""} +
               std::to_string(quota.count) + " " + quota.unit;
    }
    for (const auto& unsure : found.unsure) out += (out.empty() ? "? " : " ? ") + unsure;
    return out;
}

std::string told(const ImportedItem& item)
{
    std::string out;
    for (const auto& quota : item.quotas)
        out += std::to_string(quota.count) + " " + quota.unit + "/" +
               std::string{name_of(quota.per)} + " ";
    for (const auto& note : item.notes)
        if (note.key == "plan.note.count_left_out") out += "? " + note.text + " ";
    return out;
}

}  // namespace

TEST_CASE("a number without a period is of the whole plan")
{
    CHECK(counts("Mở 02 lớp tập huấn kỹ năng tuyên truyền cho công chức trong quý II/2026") ==
          "2 lớp tập huấn");
    CHECK(counts("Xây dựng 03 phóng sự truyền hình giới thiệu mô hình một cửa") == "3 phóng sự");
    CHECK(counts("tổ chức ít nhất 02 hội nghị đối thoại với doanh nghiệp") ==
          ">=2 hội nghị đối thoại");
    CHECK(counts("tổ chức ít nhất 02 lớp tập huấn trước ngày 30/6/2026") == ">=2 lớp tập huấn");
    CHECK(counts("Thiết kế và in 5.000 tờ gấp hướng dẫn") == "5000 tờ gấp");
    CHECK(counts("Tổ chức từ 02 đến 04 cuộc đối thoại") == ">=2 cuộc đối thoại");
    CHECK(counts("Tổ chức hội thi (02 hội thi)") == "2 hội thi");
    CHECK(counts("Tổ chức 01 hội nghị và 02 lớp tập huấn") == "1 hội nghị, 2 lớp tập huấn");
    CHECK(counts("Đăng ít nhất 02 tin/tháng; tổ chức 01 hội nghị tổng kết") == "1 hội nghị");
    CHECK(counts("Mỗi xã, phường tổ chức ít nhất 02 hội nghị") == ">=2 hội nghị");
    CHECK(counts("Kiểm tra 04 đợt tại các cơ quan") == "4 đợt");
}

TEST_CASE("numbers of other things are no quotas")
{
    for (const auto* text : {"Hướng dẫn 02 bộ phận một cửa",
                             "Thực hiện theo Điều 3 và Khoản 2",
                             "Trong 03 tháng đầu",
                             "Kế hoạch năm 2026",
                             "Đạt 95% hồ sơ",
                             "Tổ chức 01 lần",
                             "Tổ chức 01 hội nghị tổng kết",
                             "Căn cứ Quyết định số 03 và Kế hoạch số 12/KH-UBND",
                             "Thực hiện 05 quyết định của tỉnh",
                             "Hoàn thành trước 30/6",
                             "Dịch vụ công mức độ 3, 4",
                             "Triển khai 03 chương trình lớn",
                             "Đăng ít nhất 03 tin, bài/quý, trong đó ít nhất 01 bài viết",
                             "Họp tối đa 02 lần",
                             "Thành lập 05 tổ công nghệ số",
                             "Giao 03 sở thực hiện",
                             "Nộp chậm 02 kỳ báo cáo",
                             "Đăng ít nhất 02 tin, bài mỗi tháng",
                             "Giao ban 02 tuần một lần",
                             "Tăng 02 bậc",
                             "Bồi dưỡng ít nhất 50 học viên",
                             "Đề án 06 trong năm",
                             "lần thứ 5"}) {
        CAPTURE(text);
        CHECK(counts(text).empty());
    }
}

TEST_CASE("what may be a count of the whole is asked of a person")
{
    CHECK(counts("Mở 02 lớp tập huấn kỹ năng cho công chức của các xã và phường ở vùng cao mỗi quý")
              .starts_with("? 02 lớp"));
    CHECK(counts("Tham gia 02 cuộc thi do trung ương phát động") == "? 02 cuộc thi");
    CHECK(counts("Cung cấp ít nhất 02 dịch vụ công mới") == "? 02 dịch vụ");
    CHECK(counts("Kiểm tra cải cách hành chính tại 05 xã, phường") == "? 05 xã");
    CHECK(counts("Tổ chức tập huấn, mỗi lớp ít nhất 02 buổi") == "? 02 buổi");
}

TEST_CASE("a count stands with the time of its item, and a recurring time makes it doubtful")
{
    const auto plan = read(
        "II. NHIỆM VỤ\n"
        "1. Sở Nội vụ mở 02 lớp tập huấn cho công chức trong quý II/2026.\n"
        "2. Sở Tư pháp tổ chức ít nhất 02 hội nghị đối thoại trước ngày 30/6/2026.\n"
        "3. Phát 12 bản tin chuyên đề.\n- Chủ trì: Sở Tư pháp.\n- Thời gian: Hằng tháng.\n"
        "4. Đăng 05 bài viết về dịch vụ công.\n- Chủ trì: Sở Tư pháp.\n- Thời gian: Hằng tháng.\n"
        "5. Sở Y tế tổ chức 02 hội nghị/năm.\n");
    REQUIRE(plan.items.size() == 5);
    CHECK(told(plan.items[0]) == "2 lớp tập huấn/whole ");
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->kind == Schedule::Kind::window);
    CHECK(told(plan.items[1]) == "2 hội nghị đối thoại/whole ");
    REQUIRE(plan.items[1].schedule);
    CHECK(plan.items[1].schedule->kind == Schedule::Kind::deadline);
    CHECK(told(plan.items[2]).empty());
    CHECK(told(plan.items[3]) == "? 5 bài viết ");
    CHECK(plan.items[3].confidence < plan.items[2].confidence);
    CHECK(told(plan.items[4]) == "2 hội nghị/year ");
}

TEST_CASE("a row of an annex has its number, unless its time comes back")
{
    const auto plan = read(
        "I. NHIỆM VỤ\n1. Sở Y tế soạn thể lệ.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
        "TT\tNội dung\tChủ trì\tThời gian\n"
        "1\tXây dựng 03 phóng sự truyền hình\tSở Y tế\tQuý II/2026\n"
        "2\tPhát 12 bản tin chuyên đề\tSở Y tế\tHằng tháng\n"
        "3\tĐăng 05 bài viết\tSở Y tế\tHằng tháng\n");
    REQUIRE(plan.items.size() == 4);
    CHECK(told(plan.items[1]) == "3 phóng sự/whole ");
    CHECK(told(plan.items[2]).empty());
    CHECK(told(plan.items[3]) == "? 5 bài viết ");
}

TEST_CASE("counts of the whole stand beside the quotas of the plan schema")
{
    const auto json =
        json::dump(to_schema_json(read("II. NHIỆM VỤ\n1. Sở Nội vụ mở 02 lớp tập huấn.\n")));
    CHECK(json.find(R"("counts":[{"count":2,"per":"whole","unit":"lớp tập huấn")") !=
          std::string::npos);
    CHECK(json.find(R"("quota")") == std::string::npos);
}
