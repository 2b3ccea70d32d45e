#include "plan/paths.hpp"
#include "plan/test/sample_plan.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::string_view item_mark = "class=\"plan-item\"";

int items_shown(const http::Response& response)
{
    CHECK(response.status == 200);
    return count(response.text(), item_mark);
}

/// A plan that nobody has put in force, with words that stand nowhere else.
Edition secret_draft(App& app)
{
    auto context = app.system_context();
    testing::PlanSketch sketch;
    sketch.document.title = "Kế hoạch bí mật năm 2026";
    sketch.items = {testing::activity_of(context, "Việc chưa công bố", "SYT")};
    return testing::draft(context, std::move(sketch));
}

bool leaks(const http::Response& response)
{
    return has(response, "bí mật") || has(response, "chưa công bố");
}

}  // namespace

TEST_CASE("the list shows the plans in force, and a plan's page its items")
{
    PlanApp plans;
    CHECK(plans.edition.slug == sample_slug);
    const auto list = plans.get("/ke-hoach");
    CHECK(list.status == 200);
    CHECK(has(list, "Kế hoạch tuyên truyền cải cách hành chính năm 2026"));
    CHECK(has(list, "href=\"" + plans.page() + "\""));
    CHECK(has(list, "12/KH-UBND"));
    const auto page = plans.get(plans.page());
    CHECK(items_shown(page) == 5);
    CHECK(has(page, "Sở Nội vụ"));
    CHECK(has(page, "Từ 01/04/2026 đến 30/09/2026"));
    CHECK(has(page, "NHIỆM VỤ › Đào tạo"));
    CHECK(has(page, "Dòng 2–3, trang 2"));
    for (const auto* format : {"csv", "xlsx", "json", "ics"}) {
        CHECK(has(page, plans.page() + "/muc." + format));
    }
}

TEST_CASE("the agencies to filter by are those that the plan has to do with")
{
    App app;
    auto context = app.system_context();
    testing::PlanSketch sketch;
    sketch.items = {testing::activity_of(context, "Tập huấn", "SNV")};
    const auto plan = testing::plan_in_force(context, std::move(sketch));
    const auto page = app.nobody().get(plan_path(plan));
    CHECK(has(page, "<option value=\"so-noi-vu\""));
    CHECK(!has(page, "<option value=\"so-y-te\""));
    PlanApp plans;  // names the departments as a group
    CHECK(has(plans.get(plans.page()), "<option value=\"so-y-te\""));
}

TEST_CASE("a plan whose years are over stands apart from those that go on, and says so")
{
    PlanApp plans;
    auto context = plans.app.system_context();
    const auto add = [&](int year, const std::string& title) {
        auto sketch = sample_sketch(context);
        sketch.document.year = year;
        sketch.document.title = title;
        return testing::plan_in_force(context, std::move(sketch));
    };
    const auto over = add(2020, "Kế hoạch tuyên truyền năm 2020");
    const auto long_one = add(2021, "Kế hoạch tuyên truyền giai đoạn 2021-2030");
    const auto text = plans.get("/ke-hoach").text();
    const auto parting = text.find("Các năm trước");
    REQUIRE(parting != std::string::npos);
    CHECK(text.find(plan_path(over)) > parting);
    CHECK(text.find(plan_path(long_one)) < parting);
    CHECK(text.find(plans.page()) < parting);
    CHECK(has(plans.get(plan_path(over)), "Đã hết năm kế hoạch"));
    CHECK(has(plans.get(plan_path(long_one)), "Đang thực hiện. "));
    CHECK(has(plans.get(plans.page()), "Đang thực hiện. "));
    CHECK(!has(plans.get("/ke-hoach?nam=2026"), "Các năm trước"));
}

TEST_CASE("the list is narrowed by year and searched over all plans without diacritics")
{
    PlanApp plans;
    CHECK(has(plans.get("/ke-hoach?nam=2026"), plans.page()));
    CHECK(!has(plans.get("/ke-hoach?nam=2025"), plans.page()));
    CHECK(has(plans.get("/ke-hoach?nam=abc"), plans.page()));
    const auto found = plans.get("/ke-hoach?tim=dak%20moi");
    CHECK(has(found, "Hồ sơ trực tuyến của Đắk Mới"));
    CHECK(has(found, plans.page() + "#muc-"));
    CHECK(has(plans.get("/ke-hoach?tim=khongcodau"), "Không có mục nào có các từ này"));
}

TEST_CASE("items are filtered by type, field of reform, quarter, words and agency")
{
    PlanApp plans;
    const auto shown = [&](const std::string& query) {
        return items_shown(plans.get(plans.page() + query));
    };
    CHECK(shown("?loai=target") == 1);
    CHECK(shown("?loai=activity") == 2);
    CHECK(shown("?linh-vuc=procedures") == 1);
    CHECK(shown("?linh-vuc=digital_government") == 0);
    CHECK(shown("?tim=tap%20huan") == 1);
    CHECK(shown("?tim=t%E1%BA%ADp%20hu%E1%BA%A5n") == 1);
    CHECK(shown("?co-quan=so-noi-vu&loai=activity") == 2);
    CHECK(shown("?loai=activity&tim=tap%20huan&co-quan=so-noi-vu&quy=2") == 1);
    CHECK(shown("?quy=1") == 2);  // what comes each month, and what goes on always
    CHECK(shown("?quy=4") == 3);  // the deadline too
}

TEST_CASE("an agency finds what its groups are asked, too")
{
    PlanApp plans;
    const auto health = plans.get(plans.page() + "?co-quan=so-y-te");
    CHECK(items_shown(health) == 2);  // its own duty, and what all departments support
    CHECK(has(health, "&lt;script&gt;"));
    CHECK(has(health, "=HYPERLINK"));
    CHECK(!has(health, "Tập huấn nghiệp vụ"));
    const auto council = plans.get(plans.page() + "?co-quan=hoi-dong-nhan-dan-tinh-song-lam");
    CHECK(items_shown(council) == 0);
    CHECK(has(council, "Không có mục nào phù hợp"));
}

TEST_CASE("what is no filter shows more, never an error")
{
    PlanApp plans;
    for (const auto* query :
         {"?loai=xyz", "?linh-vuc=xyz", "?quy=9", "?quy=-1", "?co-quan=khong-co", "?tu=abc",
          "?tim=%20%20", "?la=1&la=2", "?tim="}) {
        CAPTURE(query);
        CHECK(items_shown(plans.get(plans.page() + query)) == 5);
    }
    CHECK(items_shown(plans.get(plans.page() + "?tim=" + std::string(5000, 'a'))) == 0);
    CHECK(items_shown(plans.get(plans.page() + "?tu=999999999999")) == 5);
    CHECK(items_shown(plans.get(plans.page() + "?tu=999")) == 0);
}

TEST_CASE("a long plan comes in pages that keep the filters")
{
    App app;
    auto context = app.system_context();
    testing::PlanSketch sketch;
    for (int i = 1; i <= 120; ++i) {
        sketch.items.push_back(
            testing::activity_of(context, "Việc số " + std::to_string(i), "SNV"));
    }
    const auto edition = testing::plan_in_force(context, std::move(sketch));
    auto visitor = app.nobody();
    const auto path = "/ke-hoach/" + edition.slug;
    const auto first = visitor.get(path + "?loai=activity");
    CHECK(count(first.text(), item_mark) == 50);
    CHECK(has(first, "Mục 1–50 trong 120"));
    CHECK(has(first, path + "?loai=activity&amp;tu=50"));
    const auto last = visitor.get(path + "?loai=activity&tu=100");
    CHECK(count(last.text(), item_mark) == 20);
    CHECK(has(last, "Việc số 120"));
    CHECK(has(last, "tu=50"));
    CHECK(!has(last, "tu=150"));
}

TEST_CASE("what people wrote is text, never markup")
{
    PlanApp plans;
    const auto page = plans.get(plans.page() + "?tim=%22%3E%3Cscript%3E");
    CHECK(!has(page, "<script>alert"));
    CHECK(!has(page, "\"><script>"));
    const auto all = plans.get(plans.page());
    CHECK(has(all, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(!has(all, "Tập huấn <b>nghiệp vụ"));
    CHECK(!has(plans.get("/ke-hoach?tim=%3Cscript%3Ealert"), "<script>alert"));
}

TEST_CASE("an old address leads to the new one for ever")
{
    PlanApp plans;
    const auto old = plans.page();
    auto context = plans.app.system_context();
    auto transaction = MUST(context.begin());
    MUST(EditionStore{transaction}.rename(plans.edition, "Kế hoạch tên mới năm 2026"));
    MUST(transaction.commit());
    CHECK(plans.page() == "/ke-hoach/ke-hoach-ten-moi-nam-2026");
    const auto moved = plans.get(old + "?loai=target");
    CHECK(moved.status == 308);
    CHECK(moved.header("location") == plans.page() + "?loai=target");
    for (const auto* format : {"csv", "xlsx", "json", "ics"}) {
        const auto file = plans.get(old + "/muc." + format + "?quy=2");
        CHECK(file.status == 308);
        CHECK(file.header("location") == plans.page() + "/muc." + format + "?quy=2");
    }
    CHECK(plans.get(plans.page()).status == 200);
}

TEST_CASE("a plan that is not there is not found, in words")
{
    PlanApp plans;
    for (const auto* path : {"/ke-hoach/khong-co", "/ke-hoach/khong-co/muc.csv",
                             "/ke-hoach/khong-co/muc.ics", "/ke-hoach/%00", "/ke-hoach/..%2f"}) {
        CAPTURE(path);
        auto request = http::Request::create({.target = path, .request_id = "test"});
        if (!request) continue;  // refused before any handler
        CHECK(plans.get(path).status == 404);
    }
    CHECK(has(plans.get("/ke-hoach/khong-co"), "<h1"));
}

TEST_CASE("a draft is seen nowhere, not even by those who may read drafts")
{
    PlanApp plans;
    const auto secret = secret_draft(plans.app);
    auto coordinator = plans.app.as(identity::Role::coordinator);
    auto nobody = plans.app.nobody();
    const std::string address = "/ke-hoach/" + secret.slug;
    const std::string api = "/api/v1/plans/" + secret.code;
    for (auto* visitor : {&coordinator, &nobody}) {
        for (const auto& path :
             {address, address + "/muc.csv", address + "/muc.xlsx", address + "/muc.json",
              address + "/muc.ics", api, api + "/items"}) {
            CAPTURE(path);
            const auto answer = visitor->get(path);
            CHECK(answer.status == 404);
            CHECK(!leaks(answer));
        }
        for (const std::string path :
             {"/", "/ke-hoach", "/ke-hoach?nam=2026", "/ke-hoach?tim=cong%20bo", "/api/v1/plans"}) {
            CAPTURE(path);
            CHECK(!leaks(visitor->get(path)));
        }
    }
}

TEST_CASE("what a person took out of a plan is gone from every page")
{
    PlanApp plans;
    auto context = plans.app.system_context();
    testing::PlanSketch sketch;
    sketch.document.title = "Kế hoạch thứ hai năm 2026";
    sketch.items = {testing::activity_of(context, "Việc còn lại", "SYT"),
                    testing::activity_of(context, "Việc bị bỏ", "SYT")};
    sketch.items[1].is_removed = true;
    const auto edition = testing::plan_in_force(context, std::move(sketch));
    const auto page = "/ke-hoach/" + edition.slug;
    const auto api = "/api/v1/plans/" + edition.code + "/items";
    for (const auto& path : {page, page + "/muc.csv", page + "/muc.json", api}) {
        CAPTURE(path);
        CHECK(has(plans.get(path), "Việc còn lại"));
        CHECK(!has(plans.get(path), "Việc bị bỏ"));
    }
    CHECK(!has(plans.get("/ke-hoach?tim=bi%20bo"), "Việc bị bỏ"));
}

TEST_CASE("public pages may be kept for a minute and are asked for again by their tag")
{
    PlanApp plans;
    for (const auto& path : {std::string{"/ke-hoach"}, plans.page(), plans.page() + "/muc.csv",
                             plans.page() + "/muc.ics", std::string{"/api/v1/plans"}}) {
        CAPTURE(path);
        const auto first = plans.finished({.target = path});
        CHECK(first.status == 200);
        CHECK(first.header("cache-control") == "public, max-age=60");
        const std::string tag{first.header("etag")};
        REQUIRE(!tag.empty());
        const auto again = plans.finished({.target = path, .headers = {{"if-none-match", tag}}});
        CHECK(again.status == 304);
        CHECK(again.text().empty());
    }
    auto coordinator = plans.app.as(identity::Role::coordinator);
    CHECK(coordinator.get(plans.page()).caching == http::Caching::none);
}

TEST_CASE("HEAD answers as GET does, and nothing else is taken")
{
    PlanApp plans;
    const auto get = plans.finished({.target = plans.page()});
    const auto head = plans.finished({.method = http::Method::head, .target = plans.page()});
    CHECK(head.status == 200);
    CHECK(head.type == get.type);
    CHECK(head.header("etag") == get.header("etag"));
    const auto post = plans.finished({.method = http::Method::post, .target = plans.page()});
    CHECK(post.status == 405);
    CHECK(post.header("allow") == "GET, HEAD");
}

}  // namespace caicach::plan
