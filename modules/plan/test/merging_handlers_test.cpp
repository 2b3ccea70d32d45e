#include "plan/test/draft_pages.hpp"

namespace caicach::plan
{

TEST_CASE("two reviewers who change different fields both keep what they did")
{
    Draft draft;
    auto first = draft.app.as(Person::coordinator);
    auto second = draft.app.as(Person::editor);
    const auto path = draft.item_page(0);
    const auto seen = fields_of(draft.items()[0]);
    CHECK(first.post(path, on_top_of(seen, with(seen, "title", "Tên mới"))).status == 303);
    auto mine = with(with(seen, "product", "Chuyên mục"), "quota_count_0", "2");
    mine = with(with(mine, "quota_per_0", "month"), "quota_unit_0", "tin");
    const auto saved = second.post_htmx(path, on_top_of(seen, mine));
    CHECK(saved.status == 200);
    CHECK(has(saved, "<data data-news=\"title\" value=\"Tên mới\">"));
    CHECK(!has(saved, "data-news=\"product\""));
    CHECK(draft.items()[0].title == "Tên mới");
    CHECK(draft.items()[0].product == "Chuyên mục");
    CHECK(draft.items()[0].quotas.size() == 1);

    // The second page may still show the old title: it is not theirs to take back.
    const auto later = on_top_of(mine, with(with(mine, "version", "3"), "budget", "Ngân sách"));
    CHECK(second.post_htmx(path, later).status == 200);
    CHECK(draft.items()[0].title == "Tên mới");
    CHECK(draft.items()[0].budget == "Ngân sách");
}

TEST_CASE("only the field that both changed is asked about, and the rest is kept")
{
    Draft draft;
    auto first = draft.app.as(Person::coordinator);
    auto second = draft.app.as(Person::editor);
    const auto path = draft.item_page(0);
    const auto seen = fields_of(draft.items()[0]);
    const auto theirs = with(with(seen, "title", "Bản thứ nhất"), "path", "II.9");
    CHECK(first.post(path, on_top_of(seen, theirs)).status == 303);
    const auto mine = with(with(seen, "title", "Bản thứ hai"), "product", "Chuyên mục");
    const auto asked = second.post(path, on_top_of(seen, mine));
    CHECK(asked.status == 409);
    CHECK(has(asked, "Bản thứ nhất"));
    CHECK(has(asked, "Bản thứ hai"));
    CHECK(!has(asked, "<dt>Số thứ tự</dt>"));
    CHECK(!has(asked, "<dt>Sản phẩm"));
    CHECK(draft.items()[0].title == "Bản thứ nhất");
    CHECK(draft.items()[0].product == "Chuyên mục");

    CHECK(second.post(path, hidden_fields(asked)).status == 303);
    CHECK(draft.items()[0].title == "Bản thứ hai");
    CHECK(draft.items()[0].path == "II.9");
    CHECK(draft.items()[0].product == "Chuyên mục");
}

TEST_CASE("the page of an item sends what it began with, and a refused form sends it again")
{
    Draft draft;
    auto first = draft.app.as(Person::coordinator);
    auto second = draft.app.as(Person::editor);
    const auto path = draft.item_page(0);
    const auto seen = fields_of(draft.items()[0]);
    const auto base = hidden_value(second.get(path), "base");
    CHECK(base.find(draft.items()[0].title) != std::string::npos);
    CHECK(first.post(path, with(seen, "title", "Tên mới")).status == 303);
    auto wrong = with(with(seen, "base", base), "quota_count_0", "vài");
    const auto refused = second.post(path, wrong);
    CHECK(refused.status == 422);
    CHECK(hidden_value(refused, "base") == base);
    CHECK(second.post(path, with(with(seen, "base", base), "product", "Tin")).status == 303);
    CHECK(draft.items()[0].title == "Tên mới");
    CHECK(draft.items()[0].product == "Tin");
}

TEST_CASE("the history says what became of what, and an undone step that it was")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const auto seen = fields_of(draft.items()[0]);
    const auto mine = with(with(seen, "title", "Tên mới"), "product", "Chuyên mục");
    CHECK(visitor.post(draft.item_page(0), on_top_of(seen, mine)).status == 303);
    const auto page = visitor.get(draft.page("lich-su"));
    CHECK(has(page, "Sửa mục II.1"));
    CHECK(has(page, "Nội dung: <del>Mở chuyên mục trên cổng thông tin</del> → <ins>Tên mới</ins>"));
    CHECK(has(page, "(trống) → <ins>Chuyên mục</ins>"));
    CHECK(visitor.post(undo_in(visitor.get(draft.page()))).status == 303);
    CHECK(has(visitor.get(draft.page("lich-su")), "Sửa mục II.1 (đã hoàn tác)"));
    CHECK(visitor.post(draft.item_page(1, "xoa"), {{"version", "1"}}).status == 303);
    CHECK(has(visitor.get(draft.page("lich-su")), "<del>đang có</del> → <ins>đã xóa</ins>"));
    const auto titled = Fields{{"version", std::to_string(draft.stored().version)},
                               {"title", "Kế hoạch khác"},
                               {"year", "2026"},
                               {"issuer", "Ủy ban"}};
    CHECK(visitor.post(draft.page("van-ban"), titled).status == 303);
    CHECK(has(visitor.get(draft.page("lich-su")), "<ins>Kế hoạch khác</ins>"));
}

TEST_CASE("every edition has its history, and who put it in force")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const auto seen = fields_of(draft.items()[0]);
    CHECK(visitor.post(draft.item_page(0), with(seen, "title", "Tên mới")).status == 303);
    CHECK(visitor.post(draft_line_path(draft.edition, 3), {{"settled", "1"}}).status == 303);
    CHECK(visitor
              .post(draft.page("ten-goi"),
                    {{"name", "TT VHTT"}, {"as", "here"}, {"meaning", "Sở Y tế"}})
              .status == 303);
    CHECK(visitor.post(draft.page("thuc-hien")).status == 303);
    CHECK(has(visitor.get(draft.page("lich-su")), "Xác định cơ quan “TT VHTT”: Sở Y tế"));
    const auto again =
        visitor.upload("/soan-ke-hoach", "file", "sua-doi.txt",
                       caicach::testing::sample_reform_plan(), {{"amends", draft.edition.code}});
    CHECK(target_of(again) == draft.page());
    draft.app.run_jobs();
    const auto newest = visitor.get(draft.page("lich-su"));
    CHECK(has(newest, "Bản 2 (đang xem)"));
    CHECK(!has(newest, "<ins>Tên mới</ins>"));
    CHECK(has(newest, "lich-su?ban=1\">Bản 1</a>"));
    const auto first = visitor.get(draft.page("lich-su?ban=1"));
    CHECK(has(first, "Bản 1 (đang xem)"));
    CHECK(has(first, "<ins>Tên mới</ins>"));
    CHECK(has(first, "Đưa vào thực hiện"));
    CHECK(visitor.get(draft.page("lich-su?ban=3")).status == 404);
    CHECK(visitor.get(draft.page("lich-su?ban=mot")).status == 404);
}

TEST_CASE("what no form could have begun with is taken for nothing known")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const auto path = draft.item_page(0);
    const auto seen = fields_of(draft.items()[0]);
    CHECK(visitor.post(path, with(seen, "title", "Một")).status == 303);
    for (const auto* base : {"", "{", "7", "[1]", "[[\"title\"]]"}) {
        CAPTURE(base);
        const auto mine = with(with(seen, "title", "Hai"), "base", base);
        CHECK(visitor.post(path, mine).status == 409);
    }
    CHECK(draft.items()[0].title == "Một");
}

TEST_CASE("saving what was not changed leaves no step behind")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const auto seen = fields_of(draft.items()[0]);
    CHECK(visitor.post(draft.item_page(0), on_top_of(seen, seen)).status == 303);
    CHECK(draft.items()[0].version == 1);
}

}  // namespace caicach::plan
