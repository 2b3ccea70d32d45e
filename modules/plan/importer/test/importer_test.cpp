#include "plan/importer/importer.hpp"
#include "plan/importer/test/reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace caicach;
using namespace caicach::plan;
using caicach::plan::testing::names;
using caicach::plan::testing::read_text;

namespace
{

constexpr std::string_view small_plan = R"(ỦY BAN NHÂN DÂN
TỈNH BẾN LAM
Số: 12/KH-UBND
Bến Lam, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Tuyên truyền cải cách hành chính tỉnh Bến Lam năm 2026

Thực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch:

I. NHIỆM VỤ

1. Phát bản tin cải cách hành chính hàng tuần (03 bản tin/tháng)
- Cơ quan chủ trì: Đài PT&TH tỉnh.
- Cơ quan phối hợp: Quỹ Bến Lam xanh.
- Thời gian: Hàng tuần.

2. Các nhiệm vụ khác: (Chi tiết tại Phụ lục kèm theo)

II. TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ
- Theo dõi việc thực hiện Kế hoạch này của các cơ quan, địa phương.
- Theo dõi việc thực hiện Kế hoạch này của các cơ quan, địa phương.
)";

bool has_note(const std::vector<Note>& notes, std::string_view key)
{
    return std::ranges::find(notes, key, &Note::key) != notes.end();
}

}  // namespace

TEST_CASE("the facts of the document are read from its head")
{
    const auto plan = read_text(small_plan);
    CHECK(plan.document.kind == "kế hoạch");
    CHECK(plan.document.number == "12/KH-UBND");
    CHECK(plan.document.issued_on->iso() == "2026-01-05");
    CHECK(plan.document.issuer == "Ủy ban nhân dân tỉnh Bến Lam");
    CHECK(plan.document.year == 2026);
    CHECK(plan.document.subject == "communication");
    REQUIRE(plan.document.references.size() == 1);
    CHECK(plan.document.references[0].number == "45/2020/NĐ-CP");
}

TEST_CASE("an item carries its place, its context and what is doubtful")
{
    const auto plan = read_text(small_plan);
    const auto& item = plan.items.at(0);
    CHECK(item.path == "I.1");
    CHECK(item.context == std::vector<std::string>{"NHIỆM VỤ"});
    CHECK(item.first_line == 13);
    CHECK(item.last_line == 16);
    CHECK(has_note(item.notes, "plan.note.agency_unknown"));
    const auto doubt =
        std::ranges::find(item.notes, "plan.note.quota_against_schedule", &Note::key);
    REQUIRE(doubt != item.notes.end());
    CHECK(doubt->text == "3 bản tin/tháng");
    CHECK(item.confidence < 1);
    CHECK(has_note(plan.items.back().notes, "plan.note.repeats"));
    CHECK(has_note(plan.document.notes, "plan.note.annex_missing"));
}

TEST_CASE("the same words for others, at another time or in other numbers are no repetition")
{
    const std::string words =
        "Đăng tải tin, bài tuyên truyền cải cách hành chính trên trang thông tin";
    const auto stated = [&](const std::string& number, const std::string& agency,
                            const std::string& time, const std::string& more = {}) {
        return number + ". " + words + more + "\n- Cơ quan chủ trì: " + agency + ".\n" +
               "- Thời gian: " + time + ".\n";
    };
    const auto noted = [&](const std::string& second) {
        const auto plan = read_text(
            "KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2026\n\n"
            "I. NHIỆM VỤ\n\n" +
            stated("1", "Các sở, ban, ngành", "Hằng quý") + "\n" + second);
        REQUIRE(plan.items.size() == 2);
        return has_note(plan.items.back().notes, "plan.note.repeats");
    };
    CHECK(noted(stated("2", "Các sở, ban, ngành", "Hằng quý")));
    CHECK(!noted(stated("2", "Ủy ban nhân dân cấp xã", "Hằng quý")));
    CHECK(!noted(stated("2", "Các sở, ban, ngành", "Hằng tháng")));
    CHECK(!noted(stated("2", "Các sở, ban, ngành", "Hằng quý", " (02 tin, bài/quý)")));
}

TEST_CASE("every line has a fate, whatever the text")
{
    const auto plan = read_text(small_plan);
    CHECK(plan.lines.size() == document::from_plain_text(small_plan).lines.size());
    const auto odd = read_text("một câu lạc lõng\n\nI. MỤC LỤC\nx\ty\n");
    CHECK(odd.lines.size() == 4);
    CHECK(odd.lines[3].fate == Fate::unknown);
}

TEST_CASE("the number of the cover and of the annex are compared")
{
    const auto plan = read_text(std::string{small_plan} +
                                "\nNơi nhận:\n- Lưu: VT.\n\nPHỤ LỤC\n"
                                "(Kèm theo Kế hoạch số 21/KH-UBND ngày 05 tháng 01 năm 2026)\n");
    CHECK(has_note(plan.document.notes, "plan.note.number_differs"));
}

TEST_CASE("an empty text and one beyond the limits are refused")
{
    CHECK(import_plan({}).error().key == "plan.import.empty");
    document::SourceText huge;
    huge.lines.resize(60'000, {"x", {}});
    CHECK(import_plan(huge).error().kind == Failure::too_large);
}

TEST_CASE("each stage can be printed, another is refused")
{
    const auto source = document::from_plain_text(small_plan);
    for (const auto* stage : {"text", "clean", "outline", "classified", "fields", "document"}) {
        CHECK(stage_text(source, stage).value().size() > 20);
    }
    CHECK(stage_text(source, "soup").error().key == "plan.import.stage_unknown");
}

TEST_CASE("deep nesting stays within the limit")
{
    std::string text = "I. A\n";
    for (int i = 0; i < 2000; ++i) text += (i % 2 == 0 ? "- x:\n" : "+ y:\n");
    CHECK(read_text(text).lines.size() == 2001);
}

TEST_CASE("a heading of agencies above sentences is no duty of its own")
{
    const auto plan = read_text(std::string{small_plan} + R"(
2. Sở Tư pháp chủ trì theo dõi chung

- Rà soát văn bản của các cơ quan.

3. Báo Cao Bằng

Mở chuyên mục hỏi đáp.

4. Kinh phí thực hiện do ngân sách bảo đảm theo phân cấp.
)");
    const auto size = plan.items.size();
    REQUIRE(size >= 2);
    CHECK(plan.items[size - 2].title == "Rà soát văn bản của các cơ quan.");
    REQUIRE(plan.items[size - 2].lead.size() == 1);
    CHECK(plan.items[size - 2].lead[0].name == "Sở Tư pháp");
    CHECK(plan.items[size - 1].title == "Mở chuyên mục hỏi đáp.");
    REQUIRE(plan.items[size - 1].lead.size() == 1);
    CHECK(plan.items[size - 1].lead[0].name == "Báo Cao Bằng");
}

TEST_CASE("the time inside a line of roles is the task's")
{
    const auto plan = read_text(std::string{small_plan} + R"(
III. NHIỆM VỤ KHÁC

1. Thi tìm hiểu cải cách hành chính
- Phân công thực hiện: Giao Tỉnh đoàn chủ trì thực hiện, hoàn thành trước ngày 20/8/2026.
)");
    const auto& item = plan.items.back();
    REQUIRE(item.lead.size() == 1);
    CHECK(item.lead[0].name == "Tỉnh đoàn");
    REQUIRE(item.schedule);
    CHECK(item.schedule->due->iso() == "2026-08-20");
}

TEST_CASE("a period behind the subject of a duty is when it is done")
{
    const auto plan =
        read_text(std::string{small_plan} + "- Sở Nội vụ hằng quý tổng hợp kết quả.\n");
    REQUIRE(plan.items.back().schedule);
    CHECK(plan.items.back().schedule->kind == Schedule::Kind::recurring);
    CHECK(plan.items.back().schedule->every == Period::quarter);
}

namespace
{

std::vector<ImportedItem> rows(std::string_view table)
{
    auto plan = read_text(std::string{small_plan} + "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n" +
                          std::string{table});
    std::erase_if(plan.items, [](const auto& item) { return !item.path.starts_with("PL"); });
    return plan.items;
}

}  // namespace

TEST_CASE("a table keeps its wrapped cells, its dittos and both rows of its header")
{
    const auto known = rows(
        "TT\tNhiệm vụ\tTrách nhiệm\t\tTiến trình\n"
        "\t\tChủ trì\tPhối hợp\tThời gian\n"
        "1\tXây dựng tiêu chí\tSở Khoa học\tSở Y tế\tQuý I\n"
        "\tchấm điểm\tvà Công nghệ\t\t\n"
        "2\tChấm điểm thử\tnt\t-nt-\tNhư trên\n");
    REQUIRE(known.size() == 2);
    CHECK(known[0].title == "Xây dựng tiêu chí chấm điểm");
    CHECK(names(known[0].lead) == "Sở Khoa học và Công nghệ");
    CHECK(names(known[1].lead) == "Sở Khoa học và Công nghệ");
    CHECK(names(known[1].support) == "Sở Y tế");
    CHECK(known[1].schedule == known[0].schedule);
}

TEST_CASE("numbers that begin anew in a group, and values for each level")
{
    const auto found = rows(
        "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n"
        "I\tTHỂ CHẾ\t\t\n1\tRà soát văn bản\tSở Tư pháp\tQuý I\n"
        "II\tTHỦ TỤC\t\t\n1\tCông bố thủ tục\tSở Nội vụ\tQuý II\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].path == "PL1.1");
    CHECK(found[1].path == "PL1.II.1");
    const auto targets =
        rows("TT\tChỉ tiêu\tĐơn vị tính\tCấp tỉnh\tCấp xã\n1\tHồ sơ đúng hạn\t%\t95\t90\n");
    REQUIRE(targets.size() == 1);
    REQUIRE(targets[0].metrics.size() == 2);
    CHECK(targets[0].metrics[1].subject == "Cấp xã");
    CHECK(targets[0].metrics[1].value == 90);
}

TEST_CASE("columns made of blanks are columns")
{
    const auto found = rows(
        "TT   Nhiệm vụ               Cơ quan chủ trì    Thời gian\n"
        "1    Xây dựng kế hoạch      Sở Nội vụ          Quý I\n"
        "2    Kiểm tra công vụ       Sở Tư pháp         Quý II\n");
    REQUIRE(found.size() == 2);
    CHECK(names(found[1].lead) == "Sở Tư pháp");
    const auto plan = read_text(std::string{small_plan} +
                                "\nNơi nhận:                    TM. ỦY BAN NHÂN DÂN\n"
                                "- Bộ Nội vụ (b/c);                KT. CHỦ TỊCH\n"
                                "- Các sở, ban, ngành;            PHÓ CHỦ TỊCH\n"
                                "- Lưu: VT.                       Lâm Văn Bến\n");
    CHECK(printed(plan.document.recipients) ==
          std::vector<std::string>{"Bộ Nội vụ (b/c)", "Các sở, ban, ngành", "Lưu: VT"});
    REQUIRE(plan.document.signer);
    CHECK(plan.document.signer->name == "Lâm Văn Bến");
    CHECK(plan.document.signer->title == "Phó Chủ tịch");
}

TEST_CASE("a topic that goes on in a list is a topic itself")
{
    const auto plan = read_text(std::string{small_plan} + R"(
III. NỘI DUNG TUYÊN TRUYỀN

1. Đối với người dân
- Quy định về một cửa liên thông, trong đó tập trung:
+ Số hóa hồ sơ;
+ Trả kết quả đúng hạn.
)");
    const auto topics = std::ranges::count(plan.items, ItemType::topic, &ImportedItem::type);
    CHECK(topics == 3);
}

TEST_CASE("who signs by authority is named below the post, not by it")
{
    const auto plan = read_text(std::string{small_plan} +
                                "\nNơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT.\n\nTUQ. CHỦ TỊCH\n"
                                "GIÁM ĐỐC SỞ NỘI VỤ\n\nLâm Văn Bến\n");
    REQUIRE(plan.document.signer);
    CHECK(plan.document.signer->name == "Lâm Văn Bến");
    CHECK(plan.document.signer->title == "Giám đốc");
}

TEST_CASE("what was only half understood is told to the reviewer")
{
    const auto plan = read_text(std::string{small_plan} + R"(
2. Các cơ quan chủ trì các nội dung cải cách hành chính

- Xây dựng kế hoạch chi tiết.

III. NHIỆM VỤ KHÁC

1. Khảo sát sự hài lòng
- Cơ quan chủ trì: Sở Nội vụ.
- Thời gian: Quý II và quý IV.
)");
    REQUIRE(plan.items.size() >= 2);
    CHECK(has_note(plan.items[plan.items.size() - 2].notes, "plan.note.heading_unread"));
    CHECK(has_note(plan.items.back().notes, "plan.note.schedule_gaps"));
}
