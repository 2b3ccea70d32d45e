#include "plan/citation.hpp"

#include "plan/test/sample_plan.hpp"

namespace caicach::plan
{
namespace
{

Reference decree(std::string_view number, std::string_view issued_on = {})
{
    return {.kind = "nghị định",
            .number = std::string{number},
            .issued_on = issued_on.empty() ? std::nullopt : Date::from_iso(issued_on)};
}

Citation citation(Reference document, std::string title)
{
    return {.document = std::move(document), .plans = {{.title = title, .slug = title}}};
}

std::vector<std::string> titles(const Citation& citation)
{
    std::vector<std::string> found;
    for (const auto& plan : citation.plans) found.push_back(plan.title);
    return found;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("a document is told once, with what each plan knows of it; two dates are two documents")
{
    auto dated = decree("76/NQ-CP", "2021-07-15");
    dated.issuer = "Chính phủ";
    const auto documents =
        joined({citation(dated, "a"), citation(decree("76/NQ-CP"), "b"), citation(dated, "a"),
                citation(decree("76/NQ-CP", "2019-01-01"), "c")});
    REQUIRE(documents.size() == 2);
    CHECK(titles(documents[0]) == Titles{"a", "b"});
    CHECK(documents[0].document == dated);
    CHECK(titles(documents[1]) == Titles{"c"});
    auto undated_first = joined({citation(decree("76/NQ-CP"), "b"), citation(dated, "a")});
    REQUIRE(undated_first.size() == 1);
    CHECK(undated_first[0].document == dated);
}

TEST_CASE("laws are known by name, and a kind alone is no number")
{
    const Reference law{.kind = "luật", .name = "Luật Lưu trữ"};
    const Reference other{.kind = "luật", .name = "Luật Thư viện"};
    CHECK(joined({citation(law, "a"), citation(other, "a")}).size() == 2);
}

TEST_CASE("the register leads from a cited document to the plans, and from a year's plan upwards")
{
    App app;
    auto context = app.system_context();
    auto parent = sample_sketch(context);
    parent.document.title = "Kế hoạch cải cách hành chính giai đoạn 2026-2030";
    parent.document.number = "99/KH-UBND";
    parent.references = {decree("61/2018/NĐ-CP", "2018-04-23")};
    const auto upper = testing::plan_in_force(context, std::move(parent));
    auto yearly = sample_sketch(context);
    yearly.references = {
        decree("61/2018/NĐ-CP", "2018-04-23"),
        {.kind = "kế hoạch", .number = "99/KH-UBND", .issued_on = upper.document.issued_on}};
    const auto lower = testing::plan_in_force(context, std::move(yearly));

    const auto page = app.nobody().get("/van-ban-vien-dan");
    REQUIRE(page.status == 200);
    CHECK(count(page.text(), "nghị định 61/2018/NĐ-CP") == 1);
    CHECK(has(page, "<a href=\"/ke-hoach/" + upper.slug + "\">kế hoạch 99/KH-UBND</a>"));
    // Most cited first.
    CHECK(page.text().find("61/2018") < page.text().find("99/KH-UBND"));
    const auto found = app.nobody().get("/van-ban-vien-dan?tim=ke+hoach+99");
    CHECK(has(found, "99/KH-UBND"));
    CHECK(!has(found, "61/2018"));
    CHECK(has(app.nobody().get("/van-ban-vien-dan?tim=khong+co"), "Không có văn bản nào"));
    const auto plan = app.nobody().get("/ke-hoach/" + lower.slug);
    CHECK(has(plan, "href=\"/van-ban-vien-dan?tim=99%2FKH-UBND\""));
}

TEST_CASE("a draft cites nothing yet, and what is typed in the search is text")
{
    App app;
    auto context = app.system_context();
    auto sketch = sample_sketch(context);
    sketch.references = {decree("61/2018/NĐ-CP")};
    testing::draft(context, std::move(sketch));
    CHECK(!has(app.nobody().get("/van-ban-vien-dan"), "61/2018"));
    const auto evil = app.nobody().get("/van-ban-vien-dan?tim=%22%3E%3Cscript%3E");
    CHECK(evil.status == 200);
    CHECK(!has(evil, "<script>"));
}

}  // namespace caicach::plan
