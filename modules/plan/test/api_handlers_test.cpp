#include <set>

#include "json/value.hpp"
#include "plan/paths.hpp"
#include "plan/test/sample_plan.hpp"

namespace caicach::plan
{
namespace
{

json::Value body_of(const http::Response& response)
{
    CHECK(response.type.starts_with("application/"));
    return MUST(json::parse(response.text()));
}

/// Walks a list from `path` to its end by its `next`; what `name` says of each entry, in order.
std::vector<std::string> walk(PlanApp& plans, std::string path, std::string_view name)
{
    std::vector<std::string> found;
    for (int pages = 0; !path.empty() && pages < 100; ++pages) {
        const auto response = plans.get(path);
        REQUIRE(response.status == 200);
        const auto body = body_of(response);
        for (const auto& item : body["items"].elements()) {
            found.emplace_back(item[name].as_string());
        }
        path = body["next"].as_string();
        const auto link = path.empty() ? "" : "<" + path + ">; rel=\"next\"";
        CHECK(response.header("link") == link);
    }
    return found;
}

void check_problem(const http::Response& response, int status, std::string_view key,
                   std::string_view field = {})
{
    CHECK(response.status == status);
    CHECK(response.type == "application/problem+json");
    const auto body = body_of(response);
    CHECK(body["status"].as_integer() == status);
    CHECK(body["type"].as_string() == "urn:caicach:" + std::string{key});
    CHECK(body["field"].as_string() == field);
    CHECK(body["request_id"].as_string() == "test");
    // A sentence for people, not a key.
    CHECK(body["title"].as_string().find(' ') != std::string::npos);
}

}  // namespace

TEST_CASE("the API tells the plans in force")
{
    PlanApp plans;
    const auto body = body_of(plans.get("/api/v1/plans"));
    REQUIRE(body["items"].elements().size() == 1);
    const auto& plan = body["items"].elements()[0];
    CHECK(plan["code"].as_string() == plans.edition.code);
    CHECK(plan["number"].as_string() == "12/KH-UBND");
    CHECK(plan["issued_on"].as_string() == "2026-01-20");
    CHECK(plan["page"].as_string() == plans.page());
    CHECK(body["next"].is_null());
    CHECK(body_of(plans.get("/api/v1/plans?year=2025"))["items"].elements().empty());
    const auto one = body_of(plans.get("/api/v1/plans/" + plans.edition.code));
    CHECK(one["references"].is_array());
    CHECK(one["recipients"].is_array());
    CHECK(one["coordinator"]["name"].as_string() == "Sở Nội vụ");
    CHECK(one["coordinator"]["agency"].as_string() == "so-noi-vu");
    CHECK(plans.get(std::string{one["items"].as_string()}).status == 200);
}

TEST_CASE("no key of a row is shown")
{
    PlanApp plans;
    const auto items = plans.get("/api/v1/plans/" + plans.edition.code + "/items");
    CHECK(!has(items, std::to_string(plans.edition.id.value)));
    CHECK(!has(plans.get("/api/v1/plans"), std::to_string(plans.edition.plan.value)));
}

TEST_CASE("a list is walked page by page, each entry once and in order")
{
    PlanApp plans;
    auto context = plans.app.system_context();
    for (int i = 2; i <= 5; ++i) {
        auto sketch = sample_sketch(context);
        sketch.document.title = "Kế hoạch số " + std::to_string(i) + " năm 2026";
        testing::plan_in_force(context, std::move(sketch));
    }
    const auto all = walk(plans, "/api/v1/plans", "code");
    CHECK(all.size() == 5);
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == 5);
    CHECK(walk(plans, "/api/v1/plans?limit=2", "code") == all);
    CHECK(walk(plans, "/api/v1/plans?limit=5&year=2026", "code") == all);
    const auto items = "/api/v1/plans/" + plans.edition.code + "/items";
    const auto ids = walk(plans, items, "id");
    CHECK(ids.size() == 5);
    CHECK(walk(plans, items + "?limit=1", "id") == ids);
    CHECK(walk(plans, items + "?limit=1&type=activity", "type") ==
          std::vector<std::string>{"activity", "activity"});
}

TEST_CASE("items are filtered as on the page for people, and the next page keeps the filter")
{
    PlanApp plans;
    const auto items = "/api/v1/plans/" + plans.edition.code + "/items?limit=1";
    const std::string news{formula_title};
    const std::string training{"Tập huấn nghiệp vụ cho công chức một cửa"};
    using Titles = std::vector<std::string>;
    CHECK(walk(plans, items + "&q=tap+huan", "title") == Titles{training});
    CHECK(walk(plans, items + "&area=procedures", "area") == Titles{"procedures"});
    CHECK(walk(plans, items + "&agency=so-y-te", "title") ==
          Titles{news, std::string{script_title}});
    CHECK(walk(plans, items + "&type=activity&quarter=3", "title") == Titles{training, news});
    CHECK(walk(plans, items + "&type=target&quarter=3", "title").empty());
    CHECK(walk(plans, items + "&type=target&quarter=03", "title").empty());
}

TEST_CASE("a wrong question is answered by a problem that names the field")
{
    PlanApp plans;
    const auto items = "/api/v1/plans/" + plans.edition.code + "/items";
    check_problem(plans.get("/api/v1/plans/khong-co"), 404, "plan.not_found");
    check_problem(plans.get("/api/v1/plans/khong-co/items"), 404, "plan.not_found");
    check_problem(plans.get("/api/v1/khong-co"), 404, "http.not_found");
    for (const auto* limit : {"0", "201", "-1", "abc", "1e3", "99999999999999999999", ""}) {
        CAPTURE(limit);
        check_problem(plans.get(items + "?limit=" + limit), 422, "plan.api.number_wrong", "limit");
    }
    check_problem(plans.get("/api/v1/plans?year=x"), 422, "plan.api.number_wrong", "year");
    check_problem(plans.get(items + "?type=xyz"), 422, "plan.api.type_unknown", "type");
    check_problem(plans.get(items + "?area=x"), 422, "plan.api.area_unknown", "area");
    check_problem(plans.get(items + "?agency=x"), 422, "plan.api.agency_unknown", "agency");
    check_problem(plans.get(items + "?agency="), 422, "plan.api.agency_unknown", "agency");
    check_problem(plans.get(items + "?quarter=5"), 422, "plan.api.number_wrong", "quarter");
    check_problem(plans.get(items + "?after=xyz"), 422, "plan.api.after_unknown", "after");
    const auto post = plans.app.nobody().post("/api/v1/plans");
    CHECK(post.status == 405);
    CHECK(post.type == "application/problem+json");
}

TEST_CASE("what the query says never comes back in Link")
{
    PlanApp plans;
    auto context = plans.app.system_context();
    auto sketch = sample_sketch(context);
    testing::plan_in_force(context, std::move(sketch));
    const auto answer = plans.get("/api/v1/plans?limit=1&type=%3E%3B%20rel%3Devil&x=%3E");
    CHECK(answer.header("link").find("evil") == std::string::npos);
    CHECK(!answer.header("link").empty());
}

TEST_CASE("each agency of an item is told with its role and whom its name means")
{
    PlanApp plans;
    const auto items =
        body_of(plans.get("/api/v1/plans/" + plans.edition.code + "/items"))["items"];
    const auto& named = items.elements().at(2)["agencies"].elements();
    REQUIRE(named.size() == 2);
    CHECK(named[0]["role"].as_string() == "lead");
    CHECK(!named[0]["agency"].as_string().empty());
    CHECK(named[1]["role"].as_string() == "support");
    CHECK(named[1]["group"].as_string() == "departments");
    CHECK(!named[1].has("agency"));
}

TEST_CASE("an item has the same name in every edition and on its page")
{
    PlanApp plans;
    const auto items =
        body_of(plans.get("/api/v1/plans/" + plans.edition.code + "/items"))["items"];
    const auto page = plans.get(plans.page());
    for (const auto& item : items.elements()) {
        const std::string id{item["id"].as_string()};
        CHECK(has(page, "id=\"" + id + "\""));
        CHECK(item["page"].as_string() == plans.page() + "#" + id);
    }
}

}  // namespace caicach::plan
