#include "app/admin.hpp"

#include <doctest/doctest.h>

#include "jobs/jobs.hpp"
#include "json/value.hpp"
#include "support/app.hpp"

namespace caicach::app
{
namespace
{

using caicach::testing::App;

/// What the second listener answers.
struct Operator {
    explicit Operator(App& app) : admin(app.system(), metrics) {}

    [[nodiscard]] http::Response get(const std::string& target) const
    {
        return admin.answer(
            MUST(http::Request::create({.method = http::Method::get, .target = target})));
    }

    http::Metrics metrics{};
    Admin admin;
};

}  // namespace

TEST_CASE("a server that runs and can serve says so")
{
    App app;
    Operator asks{app};
    CHECK(asks.get("/livez").status == 200);
    CHECK(asks.get("/readyz").status == 200);
    CHECK(asks.get("/ke-hoach").status == 404);
}

TEST_CASE("a server that drains is alive but no longer ready")
{
    App app;
    Operator asks{app};
    asks.admin.stop_being_ready();
    CHECK(asks.get("/livez").status == 200);
    CHECK(asks.get("/readyz").status == 503);
}

TEST_CASE("health names each thing looked at only to who asks for it")
{
    App app;
    const Operator asks{app};
    CHECK(asks.get("/healthz").text() == R"({"ok":true})");
    const auto health = MUST(json::parse(asks.get("/healthz?verbose").text()));
    CHECK(health["ok"].as_bool());
    for (const auto* name : {"database", "disk", "jobs", "exchange"}) {
        CAPTURE(name);
        CHECK(health["checks"][name].as_string() == "ok");
    }
}

TEST_CASE("a job that gave up makes the server unwell and says how many")
{
    App app;
    auto context = app.system_context();
    auto transaction = MUST(context.begin());
    MUST(jobs::enqueue(transaction, "test.hopeless", "", {.now = context.now()}));
    MUST(transaction.change("UPDATE job_queue SET state = 'dead' WHERE kind = 'test.hopeless'"));
    MUST(transaction.commit());
    const Operator asks{app};
    const auto answer = asks.get("/healthz?verbose");
    CHECK(answer.status == 503);
    CHECK(MUST(json::parse(answer.text()))["checks"]["jobs"].as_string() == "1 dead jobs");
    CHECK(asks.get("/metrics").text().find("caicach_jobs{state=\"dead\"} 1\n") !=
          std::string::npos);
}

TEST_CASE("measurements count answers by route, never by path")
{
    App app;
    Operator asks{app};
    asks.metrics.count({.method = "GET",
                        .path = "/dang-nhap/secret",
                        .route = "/dang-nhap/{token}",
                        .status = 200,
                        .microseconds = 100});
    const auto text = asks.get("/metrics").text();
    CHECK(text.find("route=\"/dang-nhap/{token}\"") != std::string::npos);
    CHECK(text.find("secret") == std::string::npos);
}

}  // namespace caicach::app
