// Titles with the sentence that assigns them, and the names and times such sentences hold.
#include <doctest/doctest.h>

#include <algorithm>

#include "plan/importer/agencies.hpp"
#include "plan/importer/headings.hpp"
#include "plan/importer/importer.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/open_names.hpp"
#include "plan/importer/roles.hpp"
#include "plan/importer/schedule.hpp"
#include "plan/importer/test/reading.hpp"
#include "plan/importer/time_phrase.hpp"

using namespace caicach;
using namespace caicach::plan;
using caicach::plan::testing::names;
using caicach::plan::testing::read;

namespace
{

std::string listed(std::string_view text)
{
    return names(importer::agencies_in(text, Gazetteer::standard()));
}

std::string every(std::string_view text)
{
    const auto found = importer::schedule_in_task(text, 2026);
    if (!found) return "nothing";
    return std::string{name_of(found->kind)} + " " + std::string{name_of(found->every)} +
           (found->day > 0 ? " " + std::to_string(found->day) : "");
}

}  // namespace

TEST_CASE("a title above the sentence that assigns it is the task, with its roles and its time")
{
    const auto plan = read(R"(III. NHIỆM VỤ
1. Tổ chức hội thảo về dịch vụ công trực tuyến
Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp, Viện Kinh tế - Xã hội thành phố thực hiện trong Quý II năm 2026.
2. Dựng phim ngắn về Bộ phận Một cửa
Giao Sở Y tế chủ trì, phối hợp với các cơ quan báo chí thực hiện; số lượng: 03 phim/năm.
Kinh phí: Dự toán năm 2026 của Sở Y tế.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].title == "Tổ chức hội thảo về dịch vụ công trực tuyến");
    CHECK(names(plan.items[0].lead) == "Sở Nội vụ");
    CHECK(names(plan.items[0].support) == "Sở Tư pháp | Viện Kinh tế - Xã hội thành phố");
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->to == Date::create(2026, 6, 30));
    CHECK(names(plan.items[1].lead) == "Sở Y tế");
    REQUIRE(plan.items[1].quotas.size() == 1);
    CHECK(plan.items[1].quotas[0].count == 3);
    CHECK(plan.items[1].budget == "Dự toán năm 2026 của Sở Y tế.");
}

TEST_CASE("a time is parted from the roles beside it, and from no name")
{
    const auto parted =
        importer::part_time("Giao Sở A chủ trì thực hiện trong quý I, II năm 2026.");
    CHECK(parted.time == "trong quý I, II năm 2026");
    CHECK(parted.rest == "Giao Sở A chủ trì thực hiện.");
    CHECK(importer::part_time("Đài Truyền thanh tháng 6/2026 thực hiện").time.empty());
    CHECK(importer::part_time("Sở A chủ trì, hoàn thành trước ngày 30/6/2026").time ==
          "hoàn thành trước ngày 30/6/2026");
    // Names that end in a word of time stay whole.
    CHECK(importer::part_time("Giao Đài Truyền thanh trong quý I").rest == "Giao Đài Truyền thanh");
    CHECK(importer::part_time("Giao UBND tỉnh Quảng Nam trong quý I").rest ==
          "Giao UBND tỉnh Quảng Nam");
    CHECK(importer::part_time("Sở A rà soát thủ tục").time.empty());
}

TEST_CASE("contents for an audience are contents, contents of work are work")
{
    CHECK(importer::opens_with_content("Nội dung dành cho doanh nghiệp"));
    CHECK(importer::opens_with_content("Các nội dung đối với người dân"));
    CHECK_FALSE(importer::opens_with_content("Nội dung, nhiệm vụ trọng tâm"));
    CHECK_FALSE(importer::opens_with_content("Nội dung thực hiện"));
    CHECK_FALSE(importer::opens_with_content("Nhiệm vụ"));

    const auto plan = read(R"(II. NỘI DUNG TUYÊN TRUYỀN
1. Nội dung dành cho công chức
- Các quy định mới về đạo đức công vụ.
2. Nội dung dành cho người dân
- Cách tra cứu hồ sơ trên mạng.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].type == ItemType::topic);
    CHECK(plan.items[0].audience == std::vector<std::string>{"officials"});
    CHECK(plan.items[1].type == ItemType::topic);
}

TEST_CASE("departments of an office are named with their office")
{
    CHECK(listed("Các phòng chuyên môn thuộc Sở; các đơn vị trực thuộc Sở") ==
          "Các phòng chuyên môn thuộc Sở | Các đơn vị trực thuộc Sở");
    CHECK(listed("các phòng chuyên môn, đơn vị trực thuộc Sở") ==
          "Các phòng chuyên môn | Các đơn vị trực thuộc Sở");
    CHECK(listed("các cơ quan chuyên môn, đơn vị sự nghiệp thuộc phường") ==
          "Các cơ quan chuyên môn thuộc phường | Các đơn vị sự nghiệp thuộc phường");
    CHECK(listed("các phòng, đơn vị thuộc Sở") == "Các phòng, đơn vị thuộc Sở");
    CHECK(listed("Công đoàn ngành Y tế, Sở Y tế") == "Công đoàn ngành Y tế | Sở Y tế");
    CHECK(listed("Trung tâm Y tế các huyện, thành phố, thị xã") == "Trung tâm Y tế cấp huyện");
    CHECK(listed("Trạm Khuyến nông các huyện, thành phố, thị xã") == "Trạm Khuyến nông cấp huyện");
    CHECK(listed("UBND các huyện, thành, thị") == "Ủy ban nhân dân cấp huyện");
    CHECK(listed("các phòng chuyên môn thuộc Ủy ban nhân dân xã") ==
          "Các phòng chuyên môn thuộc Ủy ban nhân dân xã");
    CHECK(listed("các đơn vị của Sở, Thanh tra Sở") == "Các đơn vị | Thanh tra Sở");
    // "thuộc Sở Y tế" names another owner.
    CHECK(importer::office_end(Words{"Sở Y tế"}, 0) == 0);

    const auto heading = [](std::string_view text) {
        return names(importer::agency_heading(text, Gazetteer::standard()).agencies);
    };
    CHECK(heading("Phòng Tổ chức cán bộ") == "Phòng Tổ chức cán bộ");
    CHECK(heading("Phòng Quản lý công trình") == "Phòng Quản lý công trình");
    CHECK(heading("Các sở, ban, ngành; UBND các huyện, thành, thị:") ==
          "Các sở, ban, ngành | Ủy ban nhân dân cấp huyện");
    CHECK(heading("Phòng Quản lý thể thao, Thanh tra Sở và các đơn vị trực thuộc") ==
          "Phòng Quản lý thể thao | Thanh tra Sở | Các đơn vị trực thuộc");
    CHECK(heading("Các phòng, ban chuyên môn thuộc UBND huyện; UBND các xã") ==
          "Các phòng, ban chuyên môn thuộc Ủy ban nhân dân huyện | Ủy ban nhân dân cấp xã");
    CHECK(heading("Công đoàn ngành, Đoàn Thanh niên Sở") == "Công đoàn ngành | Đoàn Thanh niên Sở");
    CHECK(heading("Các chỉ tiêu về thể chế").empty());
    CHECK(heading("Các phòng chức năng thuộc Sở") == "Các phòng chức năng thuộc Sở");
    CHECK(heading("Phòng Kế hoạch - Tài chính") == "Phòng Kế hoạch - Tài chính");
}

TEST_CASE("bodies of a level may be written small, and a youth union has its city's name")
{
    const auto roles = importer::roles_in_task(
        "UBND các huyện chỉ đạo đài truyền thanh xã, phường, thị trấn tiếp âm đầy đủ.",
        Gazetteer::standard());
    CHECK(names(roles.lead) == "Đài Truyền thanh cấp xã");
    CHECK(listed("Thành đoàn Cần Thơ") == "Thành đoàn Cần Thơ");
    CHECK(listed("Thành đoàn") == "Thành đoàn");
}

TEST_CASE("a period in the middle of a sentence says when where the sentence goes on to whom")
{
    CHECK(every("Gửi báo cáo kết quả hằng quý về Sở Nội vụ.") == "recurring quarter");
    CHECK(every("Hướng dẫn nội dung hằng tháng cho các đài cơ sở.") == "recurring month");
    CHECK(every("Lập kế hoạch hằng quý gửi Sở Nội vụ.") == "nothing");
    CHECK(every("Đánh giá, xếp loại hằng năm về mức độ hoàn thành.") == "nothing");
    CHECK(every("Chốt số liệu vào ngày 20 hằng tháng để đối chiếu.") == "recurring month 20");
    CHECK(every("Tiếp doanh nghiệp vào ngày thứ Bảy cuối tháng.") == "recurring month");
    CHECK(every("Tiếp công dân vào thứ Năm hằng tuần tại trụ sở.") == "recurring week");
    CHECK(every("Gửi thư ba lần cuối tháng cho dân.") == "nothing");
}

TEST_CASE("what was in an earlier year is no time to do it")
{
    CHECK(every("Khắc phục hạn chế đã nêu trong quý IV/2025.") == "nothing");
    CHECK(every("Khắc phục hạn chế đã nêu trong quý IV/2026.") == "window ");
}

TEST_CASE("a constant effort counts where it closes the sentence, not where it is a kind of cost")
{
    CHECK(every("Bố trí người hướng dẫn thường xuyên trong giờ làm việc.") == "ongoing ");
    CHECK(every("Niêm yết thủ tục và cập nhật thường xuyên.") == "ongoing ");
    CHECK(every("Lấy từ nguồn chi thường xuyên.") == "nothing");
    CHECK(every("Coi đây là nhiệm vụ thường xuyên.") == "nothing");

    const auto plan = read(R"(II. NHIỆM VỤ
1. Công khai thủ tục hành chính
* Thực hiện:
- Văn phòng UBND tỉnh thường xuyên cập nhật thủ tục; chỉ đạo bộ phận trực hướng dẫn người dân.
)");
    const auto found = std::ranges::find_if(
        plan.items, [](const ImportedItem& item) { return item.title.starts_with("Văn phòng"); });
    REQUIRE(found != plan.items.end());
    REQUIRE(found->schedule);
    CHECK(found->schedule->kind == Schedule::Kind::ongoing);
}

TEST_CASE("two counts behind a regular term have each their own period")
{
    const auto plan = read(R"(III. NHIỆM VỤ
1. Báo Bến Lam đăng định kỳ 02 trang/tháng; phát trên mạng 05 tin/tuần.
)");
    REQUIRE(plan.items.size() == 1);
    CHECK(plan.items[0].quotas.size() == 2);
    CHECK_FALSE(plan.items[0].schedule);
}

TEST_CASE("who is asked under a heading that asks is not overseen by it")
{
    const auto plan = read(R"(V. TỔ CHỨC THỰC HIỆN
1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
- Giám sát việc giải quyết thủ tục.
- Đề nghị Tỉnh đoàn lập đội tình nguyện.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(names(plan.items[1].lead) == "Tỉnh đoàn");
    CHECK(plan.items[1].oversee.empty());
}

TEST_CASE("a sentence that assigns a piece of work gives its roles and time to the title")
{
    const auto plan = read(R"(III. NHIỆM VỤ
1. In tờ rơi về dịch vụ công
Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính soạn nội dung và phát cho dân ở chợ trước ngày 30/9/2026.
2. Cải cách tài chính công
Sở Tài chính chủ trì, phối hợp với Sở Nội vụ trình cơ chế tự chủ.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].title == "In tờ rơi về dịch vụ công");
    CHECK(names(plan.items[0].lead) == "Sở Nội vụ");
    CHECK(names(plan.items[0].support) == "Sở Tài chính");
    REQUIRE(plan.items[0].schedule);
    CHECK(plan.items[0].schedule->due == Date::create(2026, 9, 30));
    // A mere subject is no piece of work: the sentence says what is to be done.
    CHECK(plan.items[1].title.starts_with("Sở Tài chính chủ trì"));
    CHECK(importer::names_work("Tổ chức hội nghị"));
    CHECK_FALSE(importer::names_work("Mô hình chính quyền thân thiện"));
    CHECK_FALSE(importer::names_work("Cải cách thể chế"));
}

TEST_CASE("a paragraph below a form has a path of its own")
{
    const auto plan = read(R"(III. HÌNH THỨC TUYÊN TRUYỀN
1. Qua báo chí
Báo Bến Lam mở chuyên trang hằng tuần.
2. Qua loa truyền thanh
Phát bản tin vào đầu giờ sáng.
)");
    REQUIRE(plan.items.size() == 4);
    CHECK(plan.items[0].path == "III.1");
    CHECK(plan.items[1].path == "III.1-1");
    CHECK(plan.items[3].path == "III.2-1");
}

TEST_CASE("a label of two roles gives both, and one of two ways to oversee gives one")
{
    const auto plan = read(R"(III. NHIỆM VỤ
1. Phát tin trên loa truyền thanh
- Cơ quan hướng dẫn, chủ trì: Sở Y tế.
- Cơ quan phối hợp: Sở Nội vụ.
2. Dạy kỹ năng số cho người dân
- Đơn vị chỉ đạo, theo dõi: Sở Tư pháp.
- Đơn vị thực hiện: Các khu phố.
3. Làm sạch dữ liệu
(Chỉ đạo, hướng dẫn: Sở Tài chính; thực hiện: UBND các xã; thời gian: Quý I/2026)
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(names(plan.items[0].lead) == "Sở Y tế");
    CHECK(names(plan.items[0].oversee) == "Sở Y tế");
    CHECK(names(plan.items[1].oversee) == "Sở Tư pháp");
    CHECK(names(plan.items[1].lead) == "Các khu phố");
    CHECK(plan.items[2].title == "Làm sạch dữ liệu");
    CHECK(names(plan.items[2].oversee) == "Sở Tài chính");
    CHECK(names(plan.items[2].lead) == "Ủy ban nhân dân cấp xã");
    // One role with a colon behind it is a label of the table; two without a colon are words.
    CHECK_FALSE(importer::label_at(Words{"Hướng dẫn, kiểm tra các xã"}, 0));
}

TEST_CASE("who does the last task of a section belongs to that task")
{
    const auto plan = read(R"(III. NHIỆM VỤ
1. Tổ chức hội nghị
Giao Sở Nội vụ thực hiện.
2. Cải cách thể chế
a) Rà soát văn bản.
Sở Tư pháp chủ trì.
3. Kiểm tra.
Giao Thanh tra tỉnh thực hiện.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(names(plan.items[1].lead) == "Sở Tư pháp");
    CHECK(plan.items[2].path == "III.3");
    CHECK(names(plan.items[2].lead) == "Thanh tra tỉnh");
}
