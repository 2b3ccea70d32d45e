#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "outgoing/api.hpp"
#include "outgoing/package/hand_over.hpp"
#include "outgoing/testing.hpp"
#include "support/app.hpp"

namespace caicach::outgoing
{
namespace
{

namespace fs = std::filesystem;
using caicach::testing::App;
using caicach::testing::Visitor;
using identity::Role;

bool has(const http::Response& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

fs::path exchange(App& app) { return fs::path(app.folder()) / "exchange"; }

/// The path of a document with its number, for another agency.
std::string numbered(App& app, Visitor& officer)
{
    auto context = app.system_context();
    static_cast<void>(testing::series_of_agency(context, "SNV"));
    const auto signer = std::to_string(testing::signer_of_agency(context, "SNV").value);
    const auto drafted = officer.post("/van-ban-di", {{"agency", "SNV"},
                                                      {"kind", "bao_cao"},
                                                      {"subject", "Kết quả quý I"},
                                                      {"addressees", "Sở Y tế"},
                                                      {"body", "Đã làm xong."},
                                                      {"signer", signer}});
    const auto path = std::string(drafted.header("location"));
    REQUIRE(officer.post(path + "/cap-so", {{"version", "1"}}).status == 303);
    return path;
}

std::string code_in(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::int64_t failed(App& app)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    return MUST(failed_hand_overs(transaction));
}

}  // namespace

TEST_CASE("a document that is sent lies in the folder soon after, and only where there is one")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    const auto first = numbered(app, officer);
    CHECK(officer.post(first + "/gui", {{"version", "2"}}).status == 303);
    app.run_jobs();
    CHECK_FALSE(has(officer.get(first), "liên thông"));

    fs::create_directory(exchange(app));
    const auto second = numbered(app, officer);
    CHECK(officer.post(second + "/gui", {{"version", "2"}}).status == 303);
    CHECK(has(officer.get(second), "đang chờ chuyển"));
    app.run_jobs();
    CHECK(has(officer.get(second), "đã chuyển cho chương trình liên thông"));
    CHECK(fs::exists(exchange(app) / (code_in(second) + ".zip")));
    CHECK(fs::exists(exchange(app) / (code_in(second) + ".zip.sha256")));
    CHECK_FALSE(fs::exists(exchange(app) / (code_in(first) + ".zip")));
}

TEST_CASE("a package that could not be handed over is red until it went")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    fs::create_directory(exchange(app));
    const auto path = numbered(app, officer);
    const auto in_the_way = exchange(app) / (code_in(path) + ".zip.tmp");
    fs::create_directory(in_the_way);
    CHECK(officer.post(path + "/gui", {{"version", "2"}}).status == 303);
    app.run_jobs();
    const auto red = officer.get(path);
    CHECK(has(red, "Chưa chuyển được gói văn bản sau 1 lần"));
    CHECK(has(red, "Is a directory"));
    CHECK(failed(app) == 1);
    auto context = app.system_context();
    CHECK(MUST(check_hand_overs(context)).empty());  // not for a day
    app.clock.pass_seconds(2L * 24 * 3600);
    const auto named = MUST(check_hand_overs(context));
    REQUIRE(named.size() == 1);
    CHECK(named.front().find(code_in(path)) != std::string::npos);
    fs::remove(in_the_way);
    app.run_jobs();
    auto later = app.as(Role::agency_officer, "SNV");  // the first has been signed out
    CHECK(has(later.get(path), "đã chuyển cho chương trình liên thông"));
    CHECK(failed(app) == 0);
}

TEST_CASE("a package is taken along by who may read the document, and handed over by who sends")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    auto reader = app.as(Role::agency_head, "SYT");
    const auto path = numbered(app, officer);
    CHECK(reader.get(path + "/goi.zip").status == 403);
    CHECK(officer.get(path + "/goi.zip").text().starts_with("PK"));
    CHECK(officer.post(path + "/chuyen-giao").status == 409);  // not sent yet
    CHECK(officer.post(path + "/gui", {{"version", "2"}}).status == 303);
    CHECK(reader.get(path + "/goi.zip").status == 200);
    CHECK(reader.post(path + "/chuyen-giao").status == 403);
    fs::create_directory(exchange(app));
    CHECK(officer.post(path + "/chuyen-giao").status == 303);
    app.run_jobs();
    CHECK(fs::exists(exchange(app) / (code_in(path) + ".zip")));
    const auto draft = std::string(
        officer
            .post("/van-ban-di",
                  {{"agency", "SNV"}, {"kind", "bao_cao"}, {"subject", "Khác"}, {"body", "Xong."}})
            .header("location"));
    CHECK(officer.get(draft + "/goi.zip").status == 409);
}

}  // namespace caicach::outgoing
