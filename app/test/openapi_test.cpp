#include "app/openapi.hpp"

#include <doctest/doctest.h>

#include <set>

#include "plan/testing.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"

namespace caicach::app
{
namespace
{

using caicach::testing::App;

json::Value description(App& app)
{
    return MUST(json::parse(app.nobody().get("/api/openapi.json").text()));
}

/// The public code of a plan in force, with an item.
std::string code_of_plan(App& app)
{
    auto context = app.system_context();
    plan::testing::PlanSketch sketch;
    sketch.items = {plan::testing::activity_of(context, "Tập huấn", "SNV")};
    return plan::testing::plan_in_force(context, std::move(sketch)).code;
}

/// A report of an agency, to one that the coordinator is of, with its form and its period.
struct ReportCodes {
    std::string report{};
    std::string form{};
    std::string period{};
};
ReportCodes codes_of_report(App& app)
{
    auto context = app.system_context();
    const auto form = report::testing::form_of(context, "SNV");
    const auto made = report::testing::report_of(context, form, "SYT");
    return {made.code, form.code, report::testing::period_code(context, made)};
}

void fill_in(std::string& path, std::string_view name, std::string_view value)
{
    if (const auto at = path.find(name); at != std::string::npos)
        path.replace(at, name.size(), value);
}

void fill_in(std::string& path, const ReportCodes& codes)
{
    fill_in(path, "{report}", codes.report);
    fill_in(path, "{form}", codes.form);
    fill_in(path, "{period}", codes.period);
}

}  // namespace

TEST_CASE("the description names exactly the routes of the API")
{
    App app;
    const auto paths = description(app)["paths"];
    std::set<std::string> described;
    for (const auto& [path, operations] : paths.members()) {
        for (const auto& [method, operation] : operations.members()) {
            CAPTURE(path);
            described.insert(path + " " + method);
            CHECK(!operation["summary"].as_string().empty());
            CHECK(!operation["operationId"].as_string().empty());
            CHECK(operation["responses"].has("200"));
            CHECK(operation["responses"].has("default"));
        }
    }
    std::set<std::string> served;
    for (const auto& route : app.system().router().routes()) {
        if (!route.pattern.starts_with("/api/v1/")) continue;
        served.insert(std::string{route.pattern} +
                      (route.method == http::Method::get ? " get" : " post"));
    }
    CHECK(described == served);
    CHECK(!served.empty());
}

TEST_CASE("every described path answers, and its operations have names of their own")
{
    App app;
    const auto code = code_of_plan(app);
    const auto report = codes_of_report(app);
    std::set<std::string> names;
    const auto body = description(app);
    for (const auto& [path, operations] : body["paths"].members()) {
        auto address = path;
        fill_in(address, "{plan}", code);
        fill_in(address, report);
        CAPTURE(address);
        CHECK(address.find('{') == std::string::npos);
        const auto& get = operations["get"];
        const auto& ways = get["security"].elements();
        const bool is_open = ways.front().members().empty();
        CHECK(app.nobody().get(address).status == (is_open ? 200 : 401));
        CHECK(ways.back().has("token"));
        CHECK(get["responses"]["429"]["headers"].has("Retry-After"));
        const auto answer = app.as(identity::Role::coordinator, "SNV").get(address);
        CHECK(answer.status == 200);
        CHECK(answer.type == "application/json");
        CHECK(names.insert(std::string{get["operationId"].as_string()}).second);
        for (const auto& parameter : get["parameters"].elements()) {
            const bool is_in_path = parameter["in"].as_string() == "path";
            CHECK(parameter["required"].as_bool() == is_in_path);
        }
    }
}

TEST_CASE("a number that the description does not allow is refused, and its highest is taken")
{
    App app;
    const auto code = code_of_plan(app);
    const auto report = codes_of_report(app);
    auto visitor = app.as(identity::Role::coordinator, "SNV");
    int numbers = 0;
    for (const auto& route : app.system().router().routes()) {
        for (const auto& field : route.query) {
            if (field.highest == 0) continue;
            ++numbers;
            auto address = std::string{route.pattern} + "?" + std::string{field.name} + "=";
            fill_in(address, "{plan}", code);
            fill_in(address, report);
            CAPTURE(address);
            const auto status = [&](std::int64_t number) {
                return visitor.get(address + std::to_string(number)).status;
            };
            CHECK(status(0) == 422);
            CHECK(status(1) == 200);
            CHECK(status(field.highest) == 200);
            CHECK(status(field.highest + 1) == 422);
        }
    }
    CHECK(numbers == 7);
    const auto body = description(app);
    const auto& plans = body["paths"]["/api/v1/plans"]["get"]["parameters"].elements();
    CHECK(plans.front()["schema"]["type"].as_string() == "integer");
    CHECK(plans.back()["schema"]["type"].as_string() == "string");
}

TEST_CASE("the description says which version of what it is")
{
    App app;
    const auto body = description(app);
    CHECK(body["openapi"].as_string() == "3.1.0");
    CHECK(body["info"]["title"].as_string() == "Cải Cách");
    CHECK(!body["info"]["version"].as_string().empty());
    CHECK(body["components"]["schemas"].has("Problem"));
    const auto& scheme = body["components"]["securitySchemes"]["token"];
    CHECK(scheme["scheme"].as_string() == "bearer");
    CHECK(scheme["description"].as_string().find("plan.read") != std::string_view::npos);
}

}  // namespace caicach::app
