// Numbers and papers that a text names by the way, and what is told to the reviewer of them.
#include <doctest/doctest.h>

#include <algorithm>

#include "plan/importer/importer.hpp"
#include "plan/importer/left_out.hpp"
#include "plan/importer/metric.hpp"
#include "plan/importer/quota.hpp"
#include "plan/importer/test/reading.hpp"

using namespace caicach;
using namespace caicach::plan;
using caicach::plan::testing::names;
using caicach::plan::testing::read;

TEST_CASE("marks of dispatch stand beside a recipient, copies and keepers are part of it")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Sở Nội vụ rà soát thủ tục.

Nơi nhận:
- Bộ Nội vụ (b/c);
- Sở Tư pháp (p/h);
- Báo Bến Lam (đ/b);
- Sở Y tế (để thực hiện);
- Văn phòng tỉnh (2C, 3B);
- Lưu: VT, NC (Hà).
)");
    const std::vector<std::string> expected{"Bộ Nội vụ (b/c)",         "Sở Tư pháp (p/h)",
                                            "Báo Bến Lam (đ/b)",       "Sở Y tế (để thực hiện)",
                                            "Văn phòng tỉnh (2C, 3B)", "Lưu: VT, NC (Hà)"};
    CHECK(printed(plan.document.recipients) == expected);
    CHECK(plan.document.recipients[0] == Recipient{"Bộ Nội vụ", "b/c"});
    CHECK(plan.document.recipients[4].mark.empty());
}

TEST_CASE("two counts joined by a word share the period behind them")
{
    const auto quotas = importer::quotas_in("Viết ít nhất 02 tin và 01 phóng sự/tháng.");
    REQUIRE(quotas.size() == 2);
    CHECK(quotas[0].count == 2);
    CHECK(quotas[0].unit == "tin");
    CHECK(quotas[0].per == Period::month);
    CHECK(quotas[0].at_least);
    CHECK(quotas[1].count == 1);
    CHECK(quotas[1].unit == "phóng sự");
    const auto half_year = importer::quotas_in("02 hội nghị và 03 tọa đàm/6 tháng");
    REQUIRE(half_year.size() == 2);
    CHECK(half_year[0].count == 2);
    CHECK(half_year[1].count == 3);
    CHECK(half_year[1].per == Period::half);
    CHECK(importer::quotas_in("Kiểm tra tại 02 sở và 03 xã.").empty());
}

TEST_CASE("the name of a law ends where other things begin")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Sở Tài chính bố trí kinh phí theo Luật Ngân sách nhà nước và khả năng cân đối của địa phương.
)");
    REQUIRE(plan.document.references.size() == 1);
    CHECK(plan.document.references[0].name == "Luật Ngân sách nhà nước");
}

TEST_CASE("the rest of a cell behind a page goes to its row, and the rows below are kept")
{
    const auto plan = read(
        "II. NHIỆM VỤ\n\nPHỤ LỤC\n(Kèm theo Kế hoạch số 7/KH-UBND)\n\n"
        "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n"
        "I\tCẢI CÁCH THỂ CHẾ\n"
        "1\tThi tay nghề tại Trung tâm\tSở Y tế\tQuý I/2026\n\n4\n\n"
        "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n"
        "\tPhục vụ hành chính công\n"
        "II\tCẢI CÁCH TỔ CHỨC\n"
        "2\tSắp xếp các trạm\tSở Nội vụ\tQuý II/2026\n");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].title == "Thi tay nghề tại Trung tâm Phục vụ hành chính công");
    CHECK(plan.items[1].title == "Sắp xếp các trạm");
    CHECK(names(plan.items[1].lead) == "Sở Nội vụ");
    CHECK(plan.items[1].context.back() == "CẢI CÁCH TỔ CHỨC");
}

TEST_CASE("papers and laws are cited whole, over commas and pages")
{
    const auto plan = read(R"(II. NỘI DUNG TUYÊN TRUYỀN
1. Đối với công chức
- Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;

2

Chỉ thị số 27/CT-TTg ngày 27/10/2023 của Thủ tướng Chính phủ.
- Luật Khám bệnh, chữa bệnh năm 2023 và nghị định hướng dẫn.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].title.ends_with("Thủ tướng Chính phủ."));
    REQUIRE(plan.document.references.size() == 3);
    CHECK(plan.document.references[2].name == "Luật Khám bệnh, chữa bệnh năm 2023");
}

TEST_CASE("behind a comma a second kind of thing is no part of the unit, a second place is")
{
    const auto unit = [](std::string_view text) {
        const auto metrics = importer::metrics_in(text);
        return metrics.empty() ? std::string{} : metrics.front().unit;
    };
    CHECK(unit("Có ít nhất 02 sáng kiến, mô hình mới được nhân rộng.") == "sáng kiến");
    CHECK(unit("Ít nhất 02 xã, phường, thị trấn có mô hình.") == "xã, phường, thị trấn");
}

TEST_CASE("how many at least in each month is no time, a count of each month is one too")
{
    const auto plan = read(R"(III. NHIỆM VỤ
1. Phổ biến pháp luật
- Tần suất: Mỗi tháng tối thiểu 01 buổi.
- Đơn vị chủ trì: Sở Tư pháp.
2. Phát bản tin
- Tần suất: Mỗi tháng 01 bản tin.
- Đơn vị chủ trì: Sở Tư pháp.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].quotas.size() == 1);
    CHECK_FALSE(plan.items[0].schedule);
    CHECK(plan.items[1].schedule);
}

TEST_CASE("a decision told by the plan it brought is cited once")
{
    const auto plan = read(
        R"(Thực hiện Quyết định số 11/QĐ-UBND ngày 02/01/2026 ban hành Kế hoạch cải cách hành chính tỉnh năm 2026, UBND tỉnh ban hành Kế hoạch như sau:
II. NHIỆM VỤ
1. Sở Tài chính cấp kinh phí theo Quyết định ban hành Kế hoạch CCHC năm 2026.
2. Sở Tài chính cấp kinh phí theo Quyết định ban hành Kế hoạch chuyển đổi số năm 2026.
)");
    REQUIRE(plan.document.references.size() == 2);
    CHECK(plan.document.references[0].number == "11/QĐ-UBND");
    CHECK(plan.document.references[1].name.find("chuyển đổi số") != std::string::npos);
}

TEST_CASE("of several results each says whose it is, by its level or by its words")
{
    const auto subjects = [](std::string_view text) {
        std::string out;
        for (const auto& metric : importer::metrics_in(text)) {
            out += (out.empty() ? "" : " | ") + metric.subject;
        }
        return out;
    };
    CHECK(subjects("Hồ sơ trực tuyến: cấp tỉnh đạt tối thiểu 90%; cấp huyện đạt tối thiểu 85%; cấp "
                   "xã đạt 80%.") == "cấp tỉnh | cấp huyện | cấp xã");
    CHECK(subjects("100% hồ sơ cấp tỉnh, 90% hồ sơ cấp xã được ký số.") == "cấp tỉnh | cấp xã");
    CHECK(subjects("100% thủ tục được công bố, 90% hồ sơ đúng hạn.") ==
          "thủ tục được công bố | hồ sơ đúng hạn");
    CHECK(subjects("Mức hài lòng đạt 92%, trong đó lĩnh vực đất đai, xây dựng đạt 86%.") ==
          "Mức hài lòng | lĩnh vực đất đai, xây dựng");
    // One result needs none.
    CHECK(subjects("100% thủ tục được công bố.").empty());

    const auto plan = read("I. CHỈ TIÊU\n1. Tỷ lệ 85% và 60%.\n");
    REQUIRE(plan.items.size() == 1);
    CHECK(std::ranges::find(plan.items[0].notes, "plan.note.metric_subject", &Note::key) !=
          plan.items[0].notes.end());
}

TEST_CASE("nearly the same duty in other words is told to the reviewer, and kept")
{
    const auto plan = read(R"(III. NHIỆM VỤ
1. Các sở, ban, ngành đăng bài về cải cách hành chính trên trang tin điện tử, bản tin nội bộ của đơn vị, mỗi tháng ít nhất 01 bài.
2. Sở Y tế khám sức khỏe định kỳ cho người dân vùng cao, mỗi tháng ít nhất 01 buổi.
IV. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành
- Đăng bài về cải cách hành chính trên trang tin điện tử, các phương tiện khác và bản tin nội bộ của đơn vị, mỗi tháng ít nhất 01 bài.
)");
    REQUIRE(plan.items.size() == 3);
    const auto noted = [](const ImportedItem& item) {
        const auto found = std::ranges::find(item.notes, "plan.note.resembles", &Note::key);
        return found == item.notes.end() ? std::string{} : found->text;
    };
    CHECK(noted(plan.items[0]).empty());
    CHECK(noted(plan.items[1]).empty());
    CHECK(noted(plan.items[2]) == "III.1");
}

TEST_CASE("a number that no field took is told, a length of time is none")
{
    CHECK(importer::count_of_each_round("Hai lần mỗi tháng, mỗi lần ít nhất 03 tin về thủ tục.") ==
          "mỗi lần ít nhất 03 tin về thủ");
    CHECK(importer::count_of_each_round("Phát 03 buổi/tuần, mỗi buổi 10 phút.").empty());
    CHECK(importer::count_of_each_round("Mỗi tháng 02 tin.").empty());
}

TEST_CASE("what is asked of an overseer is a statement, and no line loses its words")
{
    const auto plan = read(R"(II. NHIỆM VỤ
2. Cải cách thủ tục hành chính
Đề nghị UBMTTQ tỉnh giám sát việc thực hiện.
3. Tổ chức thi công chức giỏi
Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp soạn đề và chấm thi.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].title == "Đề nghị UBMTTQ tỉnh giám sát việc thực hiện.");
    CHECK(plan.items[0].context.back() == "Cải cách thủ tục hành chính");
    CHECK(plan.items[1].title == "Tổ chức thi công chức giỏi");
    const auto said =
        std::ranges::find(plan.items[1].notes, "plan.note.assignment_says", &Note::key);
    REQUIRE(said != plan.items[1].notes.end());
    CHECK(said->text.ends_with("soạn đề và chấm thi."));
}

TEST_CASE("a share cut is a result, and is kept as it is printed")
{
    const auto metrics = importer::metrics_in("Thời gian giải quyết rút ngắn tối thiểu 1/5.");
    REQUIRE(metrics.size() == 1);
    CHECK(metrics[0].value == doctest::Approx(20));
    CHECK(metrics[0].op == ">=");
    CHECK(metrics[0].printed == "1/5");
    CHECK(importer::metrics_in("Giảm tải trước ngày 1/5.").empty());
    const auto late = importer::metrics_in("Không để quá 2% hồ sơ trễ hạn.");
    REQUIRE(late.size() == 1);
    CHECK(late[0].op == "<=");
}

TEST_CASE("pieces of news may be listed with a comma before their period")
{
    const auto quotas = importer::quotas_in("Ít nhất 02 tin, 01 bài/tháng.");
    REQUIRE(quotas.size() == 2);
    CHECK(quotas[0].count == 2);
    CHECK(quotas[0].per == Period::month);
    CHECK(importer::quotas_in("Họp 01 ngày, 02 lần/năm.").size() == 1);
}

TEST_CASE("whether the named day still counts is read")
{
    const auto plan = read(R"(IV. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
a) Gửi kế hoạch trước ngày 15/01/2026.
b) Gửi kế hoạch chậm nhất ngày 15/01/2026.
c) Hằng tháng, trước ngày 25, gửi tin.
d) Gửi tin vào ngày 25 hằng tháng cho Ban Biên tập.
đ) Gửi số liệu vào ngày 20 của tháng cuối quý.
e) Định kỳ 6 tháng báo cáo kết quả.
g) Báo cáo 6 tháng (trước ngày 05/6/2026) và năm (trước ngày 05/12/2026).
)");
    REQUIRE(plan.items.size() == 7);
    const auto limit = [&](std::size_t i) {
        REQUIRE(plan.items[i].schedule);
        return plan.items[i].schedule->limit;
    };
    CHECK(limit(0) == Limit::before);
    CHECK(limit(1) == Limit::by);
    CHECK(limit(2) == Limit::before);
    CHECK(limit(3) == Limit::by);
    CHECK(plan.items[4].schedule->every == Period::quarter);
    CHECK(plan.items[4].schedule->day == 20);
    CHECK(plan.items[5].schedule->every == Period::half);
    CHECK(std::ranges::find(plan.items[6].notes, "plan.note.schedule_gaps", &Note::key) !=
          plan.items[6].notes.end());
}

TEST_CASE("a paragraph below a duty that says more than its time is a duty too")
{
    const auto plan = read(R"(IV. TỔ CHỨC THỰC HIỆN
2. Sở Nội vụ
Là cơ quan đầu mối đôn đốc các cơ quan.
Ngoài ra, chủ trì tập huấn nghiệp vụ cho công chức trong quý II.
3. Sở Tài chính
Cân đối kinh phí cho các cơ quan.
Hoàn thành trước ngày 30/6/2026.
)");
    REQUIRE(plan.items.size() == 3);
    CHECK(plan.items[1].path == "IV.2-1");
    CHECK(plan.items[2].schedule);
}

TEST_CASE("a task below a Roman heading is no aside, and a caption may begin with a verb")
{
    const auto plan = read(R"(B. NHIỆM VỤ
I. Cải cách thể chế
Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ rà soát văn bản, báo cáo trước ngày 15/11/2026.
II. Cải cách công vụ
1. Theo dõi thi hành pháp luật về đất đai: Sở Tài chính chủ trì, phối hợp với Sở Y tế.
)");
    REQUIRE(plan.items.size() == 2);
    CHECK(names(plan.items[0].lead) == "Sở Tư pháp");
    CHECK(names(plan.items[1].lead) == "Sở Tài chính");
}

TEST_CASE("a mark in capitals behind several recipients is none of their names")
{
    const auto plan = read(R"(II. NHIỆM VỤ
1. Sở Nội vụ rà soát thủ tục.

Nơi nhận:
- Bộ Nội vụ (để b/c);
- Các sở, ngành (VIC);
- UBND các xã (VIC);
- Ban Chỉ đạo (CCHC);
- Lưu: VT.
)");
    REQUIRE(plan.document.recipients.size() == 5);
    CHECK(plan.document.recipients[1] == Recipient{"Các sở, ngành", "VIC"});
    CHECK(plan.document.recipients[2] == Recipient{"UBND các xã", "VIC"});
    CHECK(plan.document.recipients[3].name == "Ban Chỉ đạo (CCHC)");
}
