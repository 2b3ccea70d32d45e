#include "plan/test/draft_pages.hpp"

namespace caicach::plan
{

TEST_CASE("the document's facts are saved; of two the second sees both")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const Fields fields{{"version", "1"},       {"title", "Kế hoạch mới"}, {"year", "2026"},
                        {"issuer", "Ủy ban"},   {"kind", "kế hoạch"},      {"subject", "reform"},
                        {"coordinator", "SNV"}, {"issued_on", "5/1/2026"}, {"number", "1/KH-UBND"}};
    CHECK(visitor.post(draft.page("van-ban"), fields).status == 303);
    CHECK(draft.stored().document.title == "Kế hoạch mới");
    CHECK(draft.stored().document.issued_on == Date::create(2026, 1, 5));
    const auto stale = visitor.post(draft.page("van-ban"), with(fields, "title", "Khác"));
    CHECK(stale.status == 409);
    CHECK(has(stale, "Khác"));
    const auto wrong = visitor.post(draft.page("van-ban"), with(fields, "year", "20260"));
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "href=\"#year\""));
}

TEST_CASE("the document's references and recipients are settled, saved at once, and undone")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const Fields fields{{"version", "1"},
                        {"title", "Kế hoạch mới"},
                        {"year", "2026"},
                        {"issuer", "Ủy ban"},
                        {"reference_kind_0", "nghị quyết"},
                        {"reference_number_0", "76/NQ-CP"},
                        {"reference_date_0", "15/7/2021"},
                        {"reference_kind_1", ""},
                        {"recipients", "Bộ Nội vụ (b/c);\nNhư trên;\n\nLưu: VT"}};
    const auto saved = visitor.post_htmx(draft.page("van-ban"), fields);
    CHECK(saved.status == 200);
    CHECK(has(saved, "id=\"phien-ban\" data-part value=\"2\""));
    CHECK(has(saved, "name=\"reference_number_1\""));
    CHECK(has(saved, "Sửa thông tin văn bản"));
    const auto page = visitor.get(draft.page("van-ban"));
    CHECK(has(page, "value=\"76/NQ-CP\""));
    CHECK(has(page, "Bộ Nội vụ (b/c)\nNhư trên;\nLưu: VT"));
    const auto stale = visitor.post_htmx(draft.page("van-ban"), with(fields, "recipients", "Khác"));
    CHECK(stale.status == 409);
    CHECK(has(stale, "data-conflict-panel"));
    const auto wrong = visitor.post_htmx(
        draft.page("van-ban"), with(with(fields, "version", "2"), "reference_date_0", "31/2/2021"));
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "id=\"loi-reference_date_0\""));
    CHECK(target_of(visitor.post(undo_in(page))) == draft.page("van-ban"));
    CHECK(draft.stored().document.title != "Kế hoạch mới");
    CHECK(!has(visitor.get(draft.page("van-ban")), "76/NQ-CP"));
}

TEST_CASE("two people who change different facts of the document both keep them")
{
    Draft draft;
    auto first = draft.app.as(Person::coordinator);
    auto second = draft.app.as(Person::editor);
    const auto path = draft.page("van-ban");
    const auto base = hidden_value(second.get(path), "base");
    Fields seen{{"version", "1"}, {"base", base}};
    const auto shown = MUST(json::parse(base));
    for (const auto& field : shown.elements()) {
        seen.emplace_back(field.elements()[0].as_string(), field.elements()[1].as_string());
    }
    const auto theirs = with(with(seen, "title", "Kế hoạch mới"), "reference_number_0", "1/NQ-CP");
    CHECK(first.post(path, theirs).status == 303);
    const auto saved = second.post_htmx(path, with(seen, "signer_name", "Trần Thị B"));
    CHECK(saved.status == 200);
    CHECK(has(saved, "data-news=\"title\" value=\"Kế hoạch mới\""));
    CHECK(draft.stored().document.title == "Kế hoạch mới");
    CHECK(draft.stored().document.signer_name == "Trần Thị B");
    CHECK(has(second.get(path), "value=\"1/NQ-CP\""));

    const auto mine = with(with(seen, "title", "Kế hoạch khác"), "signer_title", "Chủ tịch");
    const auto asked = second.post(path, mine);
    CHECK(asked.status == 409);
    CHECK(has(asked, "Kế hoạch khác"));
    CHECK(!has(asked, "<dt>Căn cứ</dt>"));
    CHECK(draft.stored().document.signer_title == "Chủ tịch");
    CHECK(second.post(path, hidden_fields(asked)).status == 303);
    CHECK(draft.stored().document.title == "Kế hoạch khác");
    CHECK(has(second.get(path), "value=\"1/NQ-CP\""));
}

TEST_CASE("a doubt about the whole document is listed, blocks, and is settled by a person")
{
    Draft draft;
    draft.set_notes({{"plan.note.annex_missing", "Phụ lục II"}});
    auto visitor = draft.app.as(Person::coordinator);
    const auto attention = visitor.get(draft.page("can-xu-ly"));
    CHECK(has(attention, "Còn 3 chỗ cần xem"));
    CHECK(has(attention, "Phụ lục II"));
    CHECK(has(visitor.get(draft.page("thuc-hien")), "1 lưu ý về cả văn bản"));
    CHECK(has(visitor.get(draft.page()), "Về cả văn bản"));
    const Fields note{{"key", "plan.note.annex_missing"}, {"about", "Phụ lục II"}};
    CHECK(draft.app.as(Person::overseer).post(draft.page("luu-y"), note).status == 403);
    const auto settled = visitor.post_htmx(draft.page("luu-y"), note);
    CHECK(settled.status == 200);
    CHECK(has(settled, "data-state=\"done\""));
    CHECK(has(settled, "Còn 2 chỗ"));
    CHECK(visitor.post_htmx(draft.page("luu-y"), note).status == 409);
    CHECK(visitor.post(undo_in(visitor.get(draft.page()))).status == 303);
    CHECK(has(visitor.get(draft.page("can-xu-ly")), "Còn 3 chỗ cần xem"));
    CHECK(visitor.post(draft.page("luu-y"), note).status == 303);
    CHECK(has(visitor.get(draft.page("lich-su")), "Đã xem: "));
}

TEST_CASE("a document without number or day is told before it comes into force, and may")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    CHECK(!has(visitor.get(draft.page("thuc-hien")), "không ghi số hoặc ngày"));
    CHECK(
        visitor
            .post(draft.page("van-ban"),
                  {{"version", "1"}, {"title", "Kế hoạch"}, {"year", "2026"}, {"issuer", "Ủy ban"}})
            .status == 303);
    const auto page = visitor.get(draft.page("thuc-hien"));
    CHECK(has(page, "không ghi số hoặc ngày"));
    CHECK(has(page, "Thông tin văn bản đã đủ"));
}

TEST_CASE("the file of a draft is for those who may read the draft")
{
    App app;
    auto visitor = app.as(Person::coordinator);
    const auto path = target_of(visitor.upload("/soan-ke-hoach", "file", "ke-hoach.txt",
                                               caicach::testing::sample_reform_plan()));
    CHECK(app.run_jobs() == 1);
    const auto review = visitor.get(path);
    const auto at = review.text().find("/tep/");
    REQUIRE(at != std::string::npos);
    const auto file = review.text().substr(at, review.text().find('"', at) - at);
    CHECK(visitor.get(file).status == 200);
    CHECK(app.as(Person::editor).get(file).status == 200);
    CHECK(app.as(Person::agency_officer).get(file).status == 404);
    CHECK(app.as(Person::coordinator, "SYT").get(file).status == 404);
    CHECK(app.nobody().get(file).status == 303);
    CHECK(visitor.get("/tep/KHONGCO").status == 404);
}

}  // namespace caicach::plan
