#include "plan/test/draft_pages.hpp"

namespace caicach::plan
{

TEST_CASE("an uploaded plan is read by a job and lies open for review")
{
    App app;
    auto visitor = app.as(Person::coordinator);
    CHECK(has(visitor.get("/soan-ke-hoach"), "Chưa có kế hoạch nào đang rà soát"));
    const auto uploaded = visitor.upload("/soan-ke-hoach", "file", "ke-hoach.txt",
                                         caicach::testing::sample_reform_plan());
    const auto path = target_of(uploaded);
    const auto waiting = visitor.get(path);
    CHECK(has(waiting, "Đang đọc tệp"));
    CHECK(has(waiting, path + "/tien-do"));
    CHECK(has(waiting, "http-equiv=\"refresh\""));
    CHECK(visitor.get_htmx(path + "/tien-do").status == 200);
    CHECK(app.run_jobs() == 1);
    CHECK(visitor.get_htmx(path + "/tien-do").header("hx-redirect") == path);
    const auto review = visitor.get(path);
    CHECK(review.status == 200);
    CHECK(has(review, "data-review"));
    CHECK(count(review.text(), "<article class=\"item-card\"") > 5);
    CHECK(has(visitor.get("/soan-ke-hoach"), path));
    CHECK(has(visitor.get(path + "/lich-su"), "Đọc xong tệp"));
}

TEST_CASE("a file that is no plan comes back beside its field")
{
    App app;
    auto visitor = app.as(Person::coordinator);
    const auto none = visitor.post("/soan-ke-hoach");
    CHECK(none.status == 422);
    CHECK(has(none, "href=\"#file\""));
    const auto wrong = visitor.upload("/soan-ke-hoach", "file", "a.zip", "PK\x05\x06 rỗng");
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "href=\"#file\""));
}

TEST_CASE("a file that cannot be read says why, and another takes its place")
{
    App app;
    auto visitor = app.as(Person::coordinator);
    const auto path = target_of(
        visitor.upload("/soan-ke-hoach", "file", "hong.pdf", "%PDF-1.4\nkhông phải PDF\n%%EOF\n"));
    app.run_jobs();
    const auto failed = visitor.get(path);
    CHECK(failed.status == 200);
    CHECK(has(failed, "Không đọc được tệp"));
    const auto code = path.substr(path.rfind('/') + 1);
    CHECK(has(failed, "name=\"amends\" value=\"" + code + "\""));
    const auto again = visitor.upload("/soan-ke-hoach", "file", "ke-hoach.txt",
                                      caicach::testing::sample_reform_plan(), {{"amends", code}});
    CHECK(target_of(again) == path);
    app.run_jobs();
    CHECK(has(visitor.get(path), "data-review"));
}

TEST_CASE("drafts are for those who review them, of their own agency")
{
    Draft draft;
    auto nobody = draft.app.nobody();
    CHECK(nobody.get(draft.page()).status == 303);
    for (auto visitor :
         {draft.app.as(Person::agency_officer), draft.app.as(Person::coordinator, "SYT"),
          draft.app.as(Person::editor, "SYT")}) {
        CHECK(visitor.get(draft.page()).status == 403);
        CHECK(visitor.post(draft.item_page(0, "xoa"), {{"version", "1"}}).status == 403);
        CHECK(visitor.post(draft.page("thuc-hien")).status == 403);
        CHECK(visitor.post(draft.page("bo")).status == 403);
    }
    auto editor = draft.app.as(Person::editor);
    CHECK(editor.get(draft.page()).status == 200);
    CHECK(editor.get(draft.page("thuc-hien")).status == 403);
    CHECK(!has(editor.get(draft.page()), "Đưa vào thực hiện"));
    CHECK(draft.items()[0].version == 1);
}

TEST_CASE("every page of a draft opens, and names what needs a person")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    for (const auto* part : {"", "can-xu-ly", "van-ban", "thuc-hien", "lich-su", "bo", "muc-moi",
                             "muc-moi?dong=3", "ten-goi?ten=TT%20VHTT"}) {
        CAPTURE(part);
        const auto page = visitor.get(draft.page(part));
        CHECK(page.status == 200);
        CHECK(count(page.text(), "<h1>") == 1);
    }
    const auto attention = visitor.get(draft.page("can-xu-ly"));
    CHECK(has(attention, "Còn 2 chỗ cần xem"));
    CHECK(has(attention, "TT VHTT"));
    CHECK(has(attention, "Dòng 3"));
    CHECK(visitor.get(draft.item_page(0)).status == 200);
    CHECK(visitor.get(draft.item_page(0, "tach")).status == 200);
    CHECK(visitor.get("/soan-ke-hoach/KHONGCO").status == 404);
    CHECK(visitor.get(draft.page("thay-doi")).status == 404);  // it is the first edition
    CHECK(has(attention, "<title>12/KH-UBND: Cần xử lý – "));
    CHECK(has(visitor.get("/soan-ke-hoach"), "data-label=\"Còn lại\""));
}

TEST_CASE("of which month a day is, is chosen in the form and comes back in it")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    auto fields = fields_of(draft.items()[0]);
    const auto month = [&] { return draft.items()[0].schedule->month; };
    fields = with(fields, "schedule", "recurring");
    fields = with(fields, "every", "quarter");
    fields = with(fields, "day", "5");
    fields = with(fields, "month", "after");
    const auto path = draft.item_page(0);
    CHECK(has(visitor.post_htmx(path, fields), "Hằng quý, trước ngày 5 của tháng đầu quý sau"));
    CHECK(month() == DueMonth::after);
    CHECK(has(visitor.get(path), "<option value=\"after\" selected>"));
    // A month has no first month, and no month is meant without a day.
    const auto save = [&](Fields changed) {
        const auto version = std::to_string(draft.items()[0].version);
        return visitor.post_htmx(path, with(std::move(changed), "version", version));
    };
    fields = with(with(fields, "every", "month"), "month", "first");
    CHECK(has(save(fields), "Hằng tháng, trước ngày 5<"));
    CHECK(month() == DueMonth::last);
    CHECK(save(with(with(fields, "month", "after"), "day", "")).status == 200);
    CHECK(month() == DueMonth::last);
    fields = with(with(fields, "schedule", "deadline"), "due", "15/12/2026");
    CHECK(has(save(with(fields, "yearly", "1")), "Hằng năm, trước ngày 15/12"));
    const auto yearly = draft.items()[0].schedule;
    CHECK(yearly->is_yearly_deadline());
}

TEST_CASE("a changed item is saved with its names resolved, and repeated in a sentence")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    auto fields = fields_of(draft.items()[0]);
    fields = with(fields, "title", "Mở chuyên mục mới");
    fields = with(fields, "support", "Sở Nội vụ");
    fields = with(fields, "lead_other", "Ban Điều hành lạ; Sở Y tế");
    fields = with(fields, "schedule", "recurring");
    fields = with(fields, "every", "month");
    fields = with(fields, "day", "25");
    fields = with(fields, "quota_count_0", "2");
    fields = with(fields, "quota_per_0", "month");
    fields = with(fields, "quota_unit_0", "tin, bài");
    fields = with(fields, "metric_value_0", "87,5");
    fields = with(fields, "metric_op_0", ">=");
    fields = with(fields, "metric_unit_0", "%");
    fields = with(fields, "area", "direction");
    fields = with(fields, "requested", "1");
    const auto path = draft.item_page(0);
    const auto saved = visitor.post_htmx(path, fields);
    CHECK(saved.status == 200);
    CHECK(has(saved, "value=\"2\""));
    CHECK(has(saved, "Hằng tháng, trước ngày 25"));
    CHECK(has(saved, "id=\"con-lai\""));
    const auto item = draft.items()[0];
    CHECK(item.title == "Mở chuyên mục mới");
    REQUIRE(item.lead.size() == 2);
    CHECK(item.lead[0].target);
    CHECK(!item.lead[1].target);
    CHECK(item.support[0].target);
    REQUIRE(item.quotas.size() == 1);
    CHECK(item.quotas[0].count == 2);
    REQUIRE(item.metrics.size() == 1);
    CHECK(item.metrics[0].value == doctest::Approx(87.5));
    CHECK(item.area == "direction");
    CHECK(item.requested);
    CHECK(target_of(visitor.post(path, fields_of(item))) == review_path(draft.edition, item));
}

TEST_CASE("a form says whether the day named counts, a share as printed, and what does not count")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    auto fields = with(fields_of(draft.items()[0]), "schedule", "deadline");
    fields = with(fields, "due", "30/11/2026");
    fields = with(fields, "limit", "by");
    fields = with(fields, "metric_value_0", "1/3");
    fields = with(fields, "metric_op_0", ">=");
    fields = with(fields, "excluding", "văn bản mật");
    const auto path = draft.item_page(0);
    const auto saved = visitor.post_htmx(path, fields);
    CHECK(saved.status == 200);
    CHECK(has(saved, "Hiểu là: Chậm nhất ngày 30/11/2026"));
    CHECK(has(saved, "Hiểu là: từ 1/3 trở lên"));
    const auto item = draft.items()[0];
    CHECK(item.schedule->limit == Limit::by);
    CHECK(item.metrics.at(0).value == doctest::Approx(33.33));
    CHECK(item.metrics[0].unit == "%");
    CHECK(item.excluding == "văn bản mật");
    CHECK(has(visitor.get(path), "value=\"1/3\""));
    for (const auto* wrong : {"1/0", "3/2", "a/3", "1/", "-1/3"}) {
        CAPTURE(wrong);
        auto again = with(with(fields_of(item), "metric_value_0", wrong), "version", "2");
        CHECK(visitor.post(path, again).status == 422);
    }
}

TEST_CASE("a fault stands beside its field, and what was typed stays")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    auto fields = with(fields_of(draft.items()[0]), "schedule", "window");
    fields = with(fields, "from", "30/2/2026");
    fields = with(fields, "quota_count_0", "vài");
    const auto path = draft.item_page(0);
    const auto key = item_anchor(draft.items()[0]) + "-";
    const auto page = visitor.post(path, fields);
    CHECK(page.status == 422);
    CHECK(has(page, "value=\"30/2/2026\""));
    CHECK(has(page, "value=\"vài\""));
    CHECK(has(page, "href=\"#" + key + "from\""));
    CHECK(has(page, "Từ ngày: "));
    const auto part = visitor.post_htmx(path, fields);
    CHECK(part.status == 422);
    CHECK(has(part, "id=\"loi-" + key + "quota_count_0\""));
    CHECK(draft.items()[0].version == 1);
}

TEST_CASE("two reviewers at once see both versions, and either can be kept")
{
    Draft draft;
    auto first = draft.app.as(Person::coordinator);
    auto second = draft.app.as(Person::editor);
    const auto path = draft.item_page(0);
    const auto seen = fields_of(draft.items()[0]);
    CHECK(first.post(path, with(seen, "title", "Bản thứ nhất")).status == 303);
    const auto mine = with(seen, "title", "Bản thứ hai");
    const auto part = second.post_htmx(path, mine);
    CHECK(part.status == 409);
    CHECK(has(part, "data-conflict-panel"));
    CHECK(has(part, "Bản thứ nhất"));
    CHECK(has(part, "Bản thứ hai"));
    CHECK(has(part, "name=\"version\" value=\"2\""));
    CHECK(second.post(path, mine).status == 409);
    CHECK(draft.items()[0].title == "Bản thứ nhất");
    CHECK(second.post(path, with(mine, "version", "2")).status == 303);
    CHECK(draft.items()[0].title == "Bản thứ hai");
}

TEST_CASE("confirming an item leads to the next that needs a person")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const auto items = draft.items();
    const auto confirmed = visitor.post(draft.item_page(0, "xac-nhan"), {{"version", "1"}});
    CHECK(target_of(confirmed) == review_path(draft.edition, items[1]));
    const auto stale = visitor.post_htmx(draft.item_page(0, "xac-nhan"), {{"version", "1"}});
    CHECK(stale.status == 409);
    CHECK(has(stale, "data-conflict-panel"));
}

TEST_CASE("items are split, merged, removed, restored and added by plain forms")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const auto items = draft.items();
    CHECK(visitor
              .post(draft.item_page(0, "tach"),
                    {{"version", "1"}, {"first", "Một"}, {"second", "Hai"}})
              .status == 303);
    CHECK(draft.items().size() == 3);
    const auto half = draft.items()[1];
    CHECK(visitor.post(draft.item_page(1, "gop"), {{"version", "1"}, {"into", items[0].code()}})
              .status == 303);
    CHECK(draft.items()[0].title == "Một; Hai");
    CHECK(visitor.post(draft.item_page(2, "xoa"), {{"version", "1"}}).status == 303);
    CHECK(has(visitor.get(draft.page()), "Mục đã xóa (2)"));
    CHECK(visitor.post(draft.item_page(2, "khoi-phuc"), {{"version", "2"}}).status == 303);
    CHECK(!draft.items()[2].is_removed);
    const auto stale = visitor.post(draft.item_page(2, "xoa"), {{"version", "1"}});
    CHECK(stale.status == 409);
    CHECK(has(stale, draft.page()));
    const auto added = visitor.post(draft.page("muc-moi"), {{"dong", "3"},
                                                            {"sau", "0"},
                                                            {"type", "duty"},
                                                            {"title", "Việc mới"},
                                                            {"lead", "Sở Y tế"}});
    CHECK(added.status == 303);
    CHECK(has(visitor.get(draft.page("can-xu-ly")), "Còn 1 chỗ cần xem"));
    CHECK(visitor.post(draft.page("muc-moi"), {{"title", ""}, {"type", "duty"}}).status == 422);
}

TEST_CASE("an unknown line is settled, and the step undone by who still sees it")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    CHECK(visitor.post(draft_line_path(draft.edition, 3), {{"settled", "1"}}).status == 303);
    const auto page = visitor.get(draft.page());
    const auto mark = draft.page("hoan-tac?buoc=");
    const auto at = page.text().find(mark);
    REQUIRE(at != std::string::npos);
    const auto path = page.text().substr(at, page.text().find('"', at) - at);
    CHECK(visitor.post(path).status == 303);
    CHECK(has(visitor.get(draft.page("can-xu-ly")), "Dòng 3"));
    CHECK(visitor.post(path).status == 409);
}

TEST_CASE("an unknown name is chosen, made an alias, or made an agency")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const auto path = draft.page("ten-goi");
    const auto unknown =
        visitor.post(path, {{"name", "TT VHTT"}, {"as", "here"}, {"meaning", "Không có ai"}});
    CHECK(unknown.status == 422);
    CHECK(has(unknown, "href=\"#meaning\""));
    CHECK(!draft.items()[1].support[0].target);
    const auto chosen =
        visitor.post(path, {{"name", "TT VHTT"}, {"as", "here"}, {"meaning", "Sở Y tế"}});
    CHECK(target_of(chosen) == draft.page("can-xu-ly"));
    CHECK(draft.items()[1].support[0].target);
}

TEST_CASE("a line is settled where it stands, and the page keeps its place")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const auto settled = visitor.post_htmx(draft_line_path(draft.edition, 3), {{"settled", "1"}});
    CHECK(settled.status == 200);
    CHECK(has(settled, "id=\"muc-dong-3-tom-tat\" data-part data-state=\"done\""));
    CHECK(has(settled, "id=\"dong-3\" data-part"));
    CHECK(has(settled, "Còn 1 chỗ"));
    CHECK(has(settled, "<span id=\"the-can-xu-ly\" data-part> (1)</span>"));
    CHECK(visitor.post_htmx(draft_line_path(draft.edition, 1), {{"settled", "1"}}).status == 409);
}

TEST_CASE("no page of a draft shows a key of the database")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    CHECK(visitor.post(draft.item_page(0, "xac-nhan"), {{"version", "1"}}).status == 303);
    for (const auto& path : {draft.page(), draft.page("can-xu-ly"), draft.page("van-ban"),
                             draft.page("lich-su"), draft.page("thuc-hien"), draft.page("muc-moi"),
                             draft.item_page(0), draft.item_page(1), draft.item_page(0, "tach")}) {
        CAPTURE(path);
        const auto page = visitor.get(path);
        CHECK(page.status == 200);
        for (const auto& item : draft.items()) {
            CHECK(!has(page, std::to_string(item.id.value)));
            CHECK(!has(page, std::to_string(item.lineage.value)));
        }
        CHECK(!has(page, std::to_string(draft.edition.id.value)));
        CHECK(!has(page, std::to_string(draft.edition.plan.value)));
    }
    const auto& edition = draft.edition;
    const auto by_key = std::to_string(draft.items()[0].id.value);
    CHECK(visitor.get(draft_path(edition, "muc/" + by_key)).status == 404);
}

TEST_CASE("a draft is put in force only when nothing is open")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    const auto page = visitor.get(draft.page("thuc-hien"));
    CHECK(has(page, "1 mục còn cần xem"));
    CHECK(has(page, "1 dòng chưa rõ"));
    CHECK(visitor.post(draft.page("thuc-hien")).status == 422);
    CHECK(visitor.post(draft_line_path(draft.edition, 3), {{"settled", "1"}}).status == 303);
    CHECK(visitor
              .post(draft.page("ten-goi"),
                    {{"name", "TT VHTT"}, {"as", "here"}, {"meaning", "Sở Y tế"}})
              .status == 303);
    const auto put = visitor.post(draft.page("thuc-hien"));
    const auto path = target_of(put);
    CHECK(path == plan_path(draft.stored()));
    CHECK(draft.app.nobody().get(path).status == 200);
    CHECK(has(visitor.get(draft.page()), "Xem trang công khai"));
    CHECK(visitor.post(draft.page("thuc-hien")).status == 409);
    CHECK(visitor.post(draft.item_page(0, "xoa"), {{"version", "1"}}).status == 409);
}

TEST_CASE("a discarded draft is gone from the list")
{
    Draft draft;
    auto visitor = draft.app.as(Person::coordinator);
    CHECK(has(visitor.get("/soan-ke-hoach"), draft.page()));
    CHECK(target_of(visitor.post(draft.page("bo"))) == "/soan-ke-hoach");
    CHECK(!has(visitor.get("/soan-ke-hoach"), draft.page()));
    CHECK(visitor.post(draft.page("bo")).status == 409);
}

}  // namespace caicach::plan
