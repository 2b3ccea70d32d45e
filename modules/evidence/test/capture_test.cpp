#include "evidence/capture.hpp"

#include <doctest/doctest.h>

#include "crypto/crypto.hpp"
#include "document/archive.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/testing.hpp"
#include "json/value.hpp"
#include "support/app.hpp"
#include "support/sent_body.hpp"

namespace caicach::evidence
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

constexpr std::string_view site = "https://cchc.songlam.example";

Fields fields_with(std::string_view path)
{
    return {{"product", "article"},
            {"title", "Kế hoạch đã công khai"},
            {"happened_on", "12/03/2026"},
            {"quantity", "1"},
            {"link", std::string{site}.append(path)}};
}

std::string body_of(const http::Response& response) { return std::get<std::string>(response.body); }

RecordedFact fact_at(App& app, const http::Response& answer)
{
    const auto path = std::string{answer.header("location")};
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    return MUST(fact_by_code(transaction, path.substr(path.rfind('/') + 1)));
}

/// Without a file where none was taken.
Capture capture_of(App& app, FactId fact)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    return MUST(evidence::capture_of(transaction, fact)).value_or(Capture{});
}

}  // namespace

TEST_CASE("a page of ours that a fact links to is kept as visitors saw it")
{
    App app{{{"province.site", std::string{site}}}};
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto answer = officer.post("/minh-chung", fields_with("/co-quan/so-y-te#lien-he"));
    REQUIRE(answer.status == 303);
    const auto fact = fact_at(app, answer);
    const auto capture = capture_of(app, fact.id);
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    CHECK(capture.taken_at == context.now());
    const auto file = MUST(attachment::find(transaction, capture.file));
    const auto seen = body_of(app.nobody().get("/co-quan/so-y-te"));
    CHECK(file.sha256 == crypto::sha256_hex(seen));
    const auto page = body_of(officer.get(fact_path(fact)));
    CHECK(page.find("Trang chụp lại") != std::string::npos);
    const auto download = officer.get(attachment::download_path(file));
    CHECK(download.status == 200);
    CHECK(download.type == "application/octet-stream");
    auto other = app.as(Role::agency_officer, "STP");
    CHECK(other.get(attachment::download_path(file)).status == 404);
}

TEST_CASE("other sites are not captured, nor ours where nobody said where it is")
{
    App app{{{"province.site", std::string{site}}}};
    auto officer = app.as(Role::agency_officer, "SYT");
    auto fields = fields_with("");
    fields.back().second = "https://cchc.songlam.example.net/co-quan/so-y-te";
    const auto elsewhere = officer.post("/minh-chung", fields);
    REQUIRE(elsewhere.status == 303);
    CHECK(!capture_of(app, fact_at(app, elsewhere).id).file);
    App unnamed;
    auto another = unnamed.as(Role::agency_officer, "SYT");
    const auto answer = another.post("/minh-chung", fields_with("/khong-co"));
    REQUIRE(answer.status == 303);
    CHECK(!capture_of(unnamed, fact_at(unnamed, answer).id).file);
}

TEST_CASE("a page of ours that visitors do not get proves nothing")
{
    App app{{{"province.site", std::string{site}}}};
    auto officer = app.as(Role::agency_officer, "SYT");
    for (const auto* path : {"/khong-co", "/viec", "/api/v1/plans"}) {
        CAPTURE(path);
        CHECK(officer.post("/minh-chung", fields_with(path)).status == 422);
    }
}

TEST_CASE("a correction keeps what was taken, a new link is taken anew, a pack holds the page")
{
    App app{{{"province.site", std::string{site}}}};
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto first = fact_at(app, officer.post("/minh-chung", fields_with("/co-quan/so-y-te")));
    app.clock.pass_seconds(60);
    const auto path = fact_path(first) + "/sua";
    const auto second = fact_at(app, officer.post(path, fields_with("/co-quan/so-y-te")));
    CHECK(capture_of(app, second.id).taken_at == capture_of(app, first.id).taken_at);
    const auto third =
        fact_at(app, officer.post(fact_path(second) + "/sua", fields_with("/co-quan/so-tu-phap")));
    CHECK(capture_of(app, third.id).taken_at != capture_of(app, first.id).taken_at);
    const auto pack = caicach::testing::sent_body(
        officer.get("/minh-chung/goi.zip?tu=01/03/2026&den=31/03/2026"));
    const auto archive = MUST(document::Archive::open(pack));
    const auto told = MUST(archive.part("manifest.json"));
    const auto manifest = MUST(json::parse(told));
    const auto& captured = manifest["facts"].elements()[0]["capture"];
    const auto page = MUST(archive.part(std::string{captured["file"].as_string()}));
    CHECK(captured["sha256"].as_string() == crypto::sha256_hex(page));
    CHECK(page.find("<html") != std::string::npos);
}

}  // namespace caicach::evidence
