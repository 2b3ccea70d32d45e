#include "outgoing/document/document_content.hpp"

#include <doctest/doctest.h>

#include "json/canonical.hpp"

namespace caicach::outgoing
{
namespace
{

using document::official_paragraph;
using document::OfficialParagraphKind;

/// One of each thing that a document can say.
document::OfficialDocument full()
{
    document::OfficialDocument content{.parent = "UBND tỉnh Sông Lam",
                                       .issuer = "Sở Nội vụ",
                                       .place = "Sông Lam",
                                       .kind = "Báo cáo",
                                       .subject = "Kết quả quý I"};
    content.addressees = {"Ủy ban nhân dân tỉnh", "Bộ Nội vụ"};
    content.body.emplace_back(official_paragraph("Căn cứ Kế hoạch", OfficialParagraphKind::basis));
    content.body.emplace_back(document::OfficialParagraph{
        .kind = OfficialParagraphKind::point,
        .runs = {{.text = "Đậm", .is_bold = true}, {.text = " nghiêng", .is_italic = true}}});
    content.body.emplace_back(document::OfficialTable{
        .columns = {{.title = "Cơ quan", .share = 3},
                    {.title = "Số", .alignment = document::OfficialAlignment::right}},
        .rows = {{.cells = {"Sở Y tế", "12"}}, {.cells = {"Cộng", "12"}, .is_bold = true}}});
    content.recipients = {"Như trên", "Lưu: VT"};
    content.signature = {.lines = {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, .name = "Lê Văn Tám"};
    content.annexes = {
        {.title = "Danh mục", .is_landscape = true, .blocks = {official_paragraph("Một dòng")}}};
    content.urgency = document::OfficialUrgency::very_urgent;
    content.circulation = document::OfficialCirculation::internal;
    content.drafter = "NVA";
    content.copies = 5;
    content.is_landscape = true;
    return content;
}

std::string stored(const document::OfficialDocument& content)
{
    return MUST(json::canonical(to_json(content)));
}

}  // namespace

TEST_CASE("what a document says comes back from its JSON to the same byte")
{
    const auto text = stored(full());
    const auto back = content_from(MUST(json::parse(text)));
    CHECK(stored(back) == text);
    CHECK(back.annexes.at(0).is_landscape);
    CHECK(back.urgency == document::OfficialUrgency::very_urgent);
    CHECK(std::get<document::OfficialTable>(back.body.at(2)).rows.at(1).is_bold);
    CHECK(std::get<document::OfficialParagraph>(back.body.at(1)).runs.at(1).is_italic);
    CHECK(stored(content_from(json::Value::object())) == stored({}));
}

TEST_CASE("paper bears number and day, and annexes say what they belong to")
{
    Document document{.symbol = "BC-SNV"};
    auto paper = printed_of(document, full());
    CHECK(paper.number == "/BC-SNV");
    CHECK_FALSE(paper.date);
    CHECK(paper.annexes.at(0).note == "(Kèm theo Báo cáo số      /BC-SNV của Sở Nội vụ)");
    document.number = 5;
    document.issued_on = Date::create(2026, 3, 9);
    paper = printed_of(document, full());
    CHECK(paper.number == "05/BC-SNV");
    CHECK(paper.annexes.at(0).note ==
          "(Kèm theo Báo cáo số 05/BC-SNV ngày 09 tháng 3 năm 2026 của Sở Nội vụ)");
}

TEST_CASE("each typed line is a paragraph, and typed text comes back as it was")
{
    const std::string typed = "Căn cứ Kế hoạch số 18\n# 1. Kết quả\nĐã làm 5 việc.";
    const auto body = body_from("\n  " + typed + "\n\n");
    REQUIRE(body.size() == 3);
    const auto kind = [&](std::size_t at) {
        return std::get<document::OfficialParagraph>(body.at(at)).kind;
    };
    CHECK(kind(0) == OfficialParagraphKind::basis);
    CHECK(kind(1) == OfficialParagraphKind::heading);
    CHECK(kind(2) == OfficialParagraphKind::body);
    CHECK(typed_of(body) == typed);
    CHECK(body_from(" \n\n").empty());
}

TEST_CASE("what may be done with a document follows from its state and from who asks")
{
    const auto words = [](DocumentState state, bool writes, bool numbers) {
        std::string text;
        const Held held{.writes = writes, .numbers = numbers, .delivers = numbers};
        for (const auto act : acts({.state = state}, held))
            text += std::to_string(static_cast<int>(act));
        return text;
    };
    using enum DocumentState;
    // edit 0, discard 1, number 2, send 3, replace 4, withdraw 5
    CHECK(words(draft, true, true) == "012");
    CHECK(words(draft, true, false) == "01");
    CHECK(words(draft, false, true) == "2");
    CHECK(words(draft, false, false).empty());
    for (const auto state : {numbered, signed_}) {
        CHECK(words(state, true, true) == "453");
        CHECK(words(state, false, true) == "53");
    }
    CHECK(words(sent, true, true) == "45");
    CHECK(words(sent, true, false) == "4");
    CHECK(words(replaced, true, true).empty());
    CHECK(words(withdrawn, true, true).empty());
    const auto refused = require_act({.state = numbered}, Act::edit);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "outgoing.document.not_now");
    CHECK(refused.error().arguments.at(0) == "Đã cấp số");
}

}  // namespace caicach::outgoing
