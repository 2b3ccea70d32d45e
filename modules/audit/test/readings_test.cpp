#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "audit/api.hpp"
#include "audit/limits.hpp"
#include "database/transaction.hpp"
#include "identity/api.hpp"
#include "organisation/api.hpp"
#include "support/app.hpp"
#include "support/sent_body.hpp"

namespace caicach::audit
{
namespace
{

using caicach::testing::App;
using identity::Role;

bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

/// Somebody with a user name, whose account others look at.
identity::Account looked_at(App& app)
{
    auto context = app.system_context();
    auto transaction = MUST(context.begin());
    const auto agency = MUST(organisation::agency_by_code(transaction, "SYT", context.today()));
    const auto id = MUST(identity::create_account(
        context, transaction,
        {.name = "Hoàng Thị Én", .agency = agency.id, .user_name = "en@songlam.gov.vn"}));
    auto account = MUST(identity::account_by_id(transaction, id));
    MUST(transaction.commit());
    return account;
}

std::vector<LookLine> looks(App& app, AccountId account)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    return MUST(looks_at(app.system().services(), transaction, "account", account.value));
}

}  // namespace

TEST_CASE("who looks at an account is written down, once in ten minutes")
{
    App app;
    const auto account = looked_at(app);
    auto administrator = app.as(Role::administrator, "UBND");
    const auto path = "/tai-khoan/" + account.code;
    for (int turn = 0; turn < 3; ++turn) CHECK(administrator.get(path).status == 200);
    CHECK(looks(app, account.id).size() == 1);
    app.clock.pass_seconds(limits::reading_again_seconds + 1);
    CHECK(administrator.get(path).status == 200);
    CHECK(app.as(Role::administrator, "SYT").get(path).status == 200);
    const auto found = looks(app, account.id);
    REQUIRE(found.size() == 3);
    CHECK(found.front().agency == "Sở Y tế");
    CHECK(found.front().what == "xem tài khoản");
    CHECK(found.front().time == "15/03/2026 09:10:01");
}

TEST_CASE("who is shown in a list was looked at; who was refused or looks at themselves was not")
{
    App app;
    const auto account = looked_at(app);
    auto administrator = app.as(Role::administrator, "UBND");
    CHECK(has(administrator.get("/tai-khoan?tim=hoang+thi+en"), "Hoàng Thị Én"));
    REQUIRE(looks(app, account.id).size() == 1);
    CHECK(looks(app, account.id).front().what == "thấy trong danh sách tài khoản");
    CHECK(administrator.get("/tai-khoan?tim=khong+co+ai").status == 200);
    CHECK(app.as(Role::administrator, "STC").get("/tai-khoan/" + account.code).status == 404);
    CHECK(app.as(Role::editor).get("/tai-khoan/" + account.code).status == 403);
    CHECK(looks(app, account.id).size() == 1);
}

TEST_CASE("the trail answers who looked at the data of one person, in its file too")
{
    App app;
    const auto account = looked_at(app);
    app.as(Role::administrator, "UBND").get("/tai-khoan/" + account.code);
    auto auditor = app.as(Role::auditor, "UBND");
    for (const auto& typed : {std::string("EN@songlam.gov.vn"), account.code}) {
        const auto page = auditor.get("/nhat-ky?xem=" + typed);
        CHECK(page.status == 200);
        CHECK(has(page, "<td data-label=\"Làm gì\">xem tài khoản"));
        CHECK(!has(page, "<td data-label=\"Làm gì\">mở tài khoản"));
    }
    const auto file = auditor.get("/nhat-ky/tep.csv?xem=en%40songlam.gov.vn");
    const auto text = caicach::testing::sent_body(file);
    CHECK(text.find("identity.account.read") != std::string::npos);
    CHECK(text.find("identity.account.created") == std::string::npos);
    const auto unknown = auditor.get("/nhat-ky?xem=khong-co");
    CHECK(unknown.status == 422);
    CHECK(has(unknown, "Không có tài khoản nào"));
}

TEST_CASE("a look is written before the answer leaves, and told apart by what was looked at")
{
    App app;
    const auto account = looked_at(app);
    Readings readings;
    const auto actor = Actor{.account = {77}, .name = "Người xem"};
    Context context{app.system().services(), actor, "req-1"};
    context.note_reading("account", account.id.value);
    CHECK(readings.record(context, "identity.account.read").has_value());
    CHECK(readings.record(context, "identity.account.read").has_value());
    CHECK(readings.record(context, "identity.accounts.listed").has_value());
    CHECK(looks(app, account.id).size() == 2);
    // A page that shows somebody and does not say so is a fault of ours, seen at its first test.
    CHECK(!readings.record(context, ""));
    Context own{app.system().services(), {.account = account.id, .name = "Hoàng Thị Én"}, "req-2"};
    own.note_reading("account", account.id.value);
    CHECK(readings.record(own, "identity.account.read").has_value());
    CHECK(looks(app, account.id).size() == 2);
}

TEST_CASE("a person learns who looked, not from which address the reader worked")
{
    App app;
    const auto account = looked_at(app);
    app.as(Role::administrator, "UBND").get("/tai-khoan/" + account.code);
    const auto sections = app.system().services().personal_data;
    const auto looked =
        std::ranges::find(sections, std::string_view{"ai-da-xem"}, &PersonalDataSection::key);
    REQUIRE(looked != sections.end());
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    const auto rows = MUST(looked->rows(context, transaction, account.id));
    REQUIRE(rows.size() == 1);
    for (const auto& cell : rows.front()) CHECK(cell.find("127.0.0.1") == std::string::npos);
}

TEST_CASE("where the look cannot be written, the page is not shown")
{
    App app;
    const auto account = looked_at(app);
    auto administrator = app.as(Role::administrator, "UBND");
    auto context = app.system_context();
    auto transaction = MUST(context.begin());
    MUST(transaction.script("DROP TRIGGER audit_head_remains; DROP TABLE audit_head"));
    MUST(transaction.commit());
    const auto answer = administrator.get("/tai-khoan/" + account.code);
    CHECK(answer.status == 500);
    CHECK(!has(answer, "Hoàng Thị Én"));
}

}  // namespace caicach::audit
