#include "plan/importer/outline.hpp"

#include <doctest/doctest.h>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/statement.hpp"
#include "plan/importer/tables.hpp"

using namespace caicach;
using namespace caicach::plan::importer;

namespace
{

Outline outline(std::string_view text)
{
    const auto paragraphs = paragraphs_of(clean(document::from_plain_text(text)));
    return outline_of(paragraphs, parts_of(paragraphs));
}

std::string label_of(std::string_view text)
{
    const auto marker = marker_of(text);
    return marker ? marker->label : std::string{"none"};
}

}  // namespace

TEST_CASE("labels of the decree are known, figures are not labels")
{
    CHECK(label_of("II. NỘI DUNG") == "II");
    CHECK(label_of("10. Sở Nội vụ") == "10");
    CHECK(label_of("2.1. Mở chuyên mục") == "2.1");
    CHECK(label_of("đ) Xây dựng") == "đ");
    CHECK(label_of("(3) Về ứng dụng") == "3");
    CHECK(label_of("Điều 2. Các sở") == "2");
    CHECK(label_of("15/7/2021 của Chính phủ") == "none");
    CHECK(label_of("1.234 hồ sơ") == "none");
    CHECK(label_of("120. Tổ chức") == "120");
    CHECK(label_of("120. hồ sơ") == "none");
    CHECK(label_of("120) Tổ chức") == "none");
    CHECK(label_of("2026. Tổ chức") == "none");
    CHECK(label_of("30% sở") == "none");
    CHECK(marker_of("- Theo dõi")->bullet());
    CHECK_FALSE(marker_of("-----"));
    CHECK_FALSE(marker_of(""));
}

TEST_CASE("Roman, Arabic, letter and bullet nest in this order")
{
    const auto tree = outline("I. A\n1. B\na) C\n- D\n+ E\n- F\nb) G\n2. H\nII. I\n");
    REQUIRE(tree.nodes.size() == 10);
    CHECK(tree[0].children.size() == 2);
    CHECK(tree[1].children.size() == 2);  // 1, 2 under I
    CHECK(tree[2].children.size() == 2);  // a, b under 1
    CHECK(tree[3].children.size() == 2);  // two bullets under a
    CHECK(tree[6].ordinal == 2);
}

TEST_CASE("numbers in brackets that an introduction announces lie inside the starred group")
{
    const auto tree =
        outline("I. A\na) B\n* Nội dung\n- C.\nTrong đó tập trung vào:\n(1) D\n(2) E\n");
    int group = -1;
    for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
        if (tree[i].text == "Nội dung") group = i;
    }
    REQUIRE(group >= 0);
    CHECK(tree[group].children.size() == 4);
}

TEST_CASE("labelled bullets between tasks belong to the task before them")
{
    const auto tree = outline("I. A\n- X.\n- Cơ quan chủ trì: B\n- Y.\n- Cơ quan chủ trì: C\n");
    CHECK(tree[1].children.size() == 2);
    CHECK(tree[2].children.size() == 1);
}

TEST_CASE("labelled bullets that come once at the end belong to what is above")
{
    const auto tree = outline("I. A\n1. X\n- chi tiết.\n- Cơ quan chủ trì: B\n");
    CHECK(tree[2].children.size() == 2);
}

TEST_CASE("a statement is parted from its labelled pieces")
{
    const auto statement =
        split_statement("Tổ chức đối thoại (chủ trì: Sở Nội vụ; thời gian: Quý II/2026).");
    CHECK(statement.title == "Tổ chức đối thoại");
    REQUIRE(statement.fields.size() == 2);
    CHECK(statement.fields[0].value == "Sở Nội vụ");
    CHECK(statement.fields[1].label == Label::schedule);
    CHECK(statement.fields[1].value == "Quý II/2026");
    CHECK(split_statement("Gồm ba phần: một, hai, ba").fields.empty());
}

TEST_CASE("section headings say what their lists are")
{
    CHECK(section_of("NỘI DUNG TUYÊN TRUYỀN") == Section::topic);
    CHECK(section_of("HÌNH THỨC TUYÊN TRUYỀN") == Section::channel);
    CHECK(section_of("MỤC TIÊU, CHỈ TIÊU") == Section::target);
    CHECK(section_of("MỤC ĐÍCH, YÊU CẦU") == Section::purpose);
    CHECK(section_of("CÁC NHIỆM VỤ TRỌNG TÂM") == Section::activity);
    CHECK(section_of("TỔ CHỨC THỰC HIỆN") == Section::duty);
    CHECK_FALSE(section_of("Sở Nội vụ"));
}

TEST_CASE("a table with merged headings and group rows is understood")
{
    const auto paragraphs = paragraphs_of(clean(
        document::from_plain_text("TT\tNhiệm vụ\tCơ quan thực hiện\tCơ quan thực hiện\n"
                                  "TT\tNhiệm vụ\tChủ trì\tPhối hợp\nI\tThể chế\tThể chế\tThể chế\n"
                                  "1\tRà soát văn bản\tSở Tư pháp\tCác sở\n\tcủa tỉnh\t\t\n")));
    const auto table = table_of(paragraphs, {0, 1, 2, 3, 4});
    REQUIRE(table);
    REQUIRE(table->rows.size() == 5);
    CHECK(table->rows[1].kind == TableRow::Kind::header);
    CHECK(table->rows[2].kind == TableRow::Kind::group);
    CHECK(table->rows[3].kind == TableRow::Kind::item);
    CHECK(table->rows[4].kind == TableRow::Kind::continued);
    CHECK(table->cell(table->rows[3], Label::lead) == "Sở Tư pháp");
    CHECK(table->cell(table->rows[3], Label::support) == "Các sở");
}

TEST_CASE("rows without a header are no table of tasks")
{
    const auto paragraphs = paragraphs_of(clean(document::from_plain_text("a\tb\nc\td\n")));
    CHECK_FALSE(table_of(paragraphs, {0, 1}));
}
