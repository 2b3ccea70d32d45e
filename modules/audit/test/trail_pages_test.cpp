#include <doctest/doctest.h>

#include <set>
#include <string>

#include "audit/api.hpp"
#include "database/transaction.hpp"
#include "support/app.hpp"
#include "support/sent_body.hpp"

namespace caicach::audit
{
namespace
{

using caicach::testing::App;
using caicach::testing::sent_body;
using identity::Role;

bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

/// Of the whole province, by the branch of its People's Committee.
caicach::testing::Visitor overseer_of_all(App& app) { return app.as(Role::overseer, "UBND"); }

}  // namespace

TEST_CASE("the trail is for the overseer of the whole province, and nobody else")
{
    App app;
    for (const auto* path : {"/nhat-ky", "/nhat-ky/tep.csv"}) {
        CAPTURE(path);
        CHECK(app.nobody().get(path).status == 303);
        for (const auto role : {Role::coordinator, Role::agency_officer, Role::editor})
            CHECK(app.as(role).get(path).status == 403);
        // An overseer of one department sees its plans, not the trail of all.
        CHECK(app.as(Role::overseer, "SYT").get(path).status == 403);
        CHECK(overseer_of_all(app).get(path).status == 200);
    }
}

TEST_CASE("each line says in words who did what, with its agency and object as links")
{
    App app;
    auto overseer = overseer_of_all(app);
    const auto page = overseer.get("/nhat-ky");
    CHECK(has(page, "giao vai trò"));
    CHECK(has(page, "nguoi="));
    CHECK(has(overseer.get("/nhat-ky?viec=organisation.agency.created"), "href=\"/co-quan/"));
}

TEST_CASE("every action and object of the sample has words")
{
    App app;
    overseer_of_all(app);
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    std::set<std::string> actions;
    std::set<std::string> types;
    MUST(export_chain(transaction, [&](std::string_view line) {
        const auto cell = [&](std::string_view name) {
            const auto mark = "\"" + std::string(name) + "\":\"";
            const auto begin = line.find(mark) + mark.size();
            return std::string(line.substr(begin, line.find('"', begin) - begin));
        };
        actions.insert(cell("action"));
        types.insert(cell("object_type"));
    }));
    REQUIRE(actions.size() > 2);
    for (const auto& known : app.system().services().audited_actions)
        actions.erase(std::string(known.action));
    for (const auto& known : app.system().services().audited_kinds)
        types.erase(std::string(known.object_type));
    CHECK(actions.empty());
    CHECK(types.empty());
}

TEST_CASE("all about the object of one line is found by that line's number")
{
    App app;
    auto overseer = overseer_of_all(app);
    const auto page = overseer.get("/nhat-ky?ve=1");
    CHECK(page.status == 200);
    CHECK(has(page, "Mọi việc đã ghi về"));
    const auto missing = overseer.get("/nhat-ky?ve=999999");
    CHECK(missing.status == 422);
}

TEST_CASE("what cannot be read of a filter is told at its field, and nothing is found")
{
    App app;
    auto overseer = overseer_of_all(app);
    const auto page = overseer.get("/nhat-ky?tu=31/02/2026&co-quan=khong-co-noi-nay");
    CHECK(page.status == 422);
    CHECK(has(page, "audit.trail.agency_unknown") == false);
    CHECK(has(page, "Không có cơ quan nào tên như vậy"));
    CHECK(has(page, "31/02/2026"));
    CHECK(overseer.get("/nhat-ky/tep.csv?tu=31/02/2026").status == 422);
    CHECK(has(overseer.get("/nhat-ky?nguoi=Khong+Co+Ai"), "Không có việc nào như vậy"));
}

TEST_CASE("the file has the lines of the filter, opens in spreadsheets, and is a line itself")
{
    App app;
    auto overseer = overseer_of_all(app);
    const auto file = overseer.get("/nhat-ky/tep.csv?viec=identity.role.granted");
    CHECK(file.status == 200);
    CHECK(file.type == "text/csv; charset=utf-8");
    const auto text = sent_body(file);
    CHECK(
        text.starts_with("\xEF\xBB\xBF"
                         "Dòng,Lúc,"));
    CHECK(text.find("identity.role.granted") != std::string::npos);
    CHECK(text.find("identity.session.created") == std::string::npos);
    CHECK(has(overseer.get("/nhat-ky"), "tải nhật ký về"));
}

TEST_CASE("a person whose name is a formula is text in the file")
{
    App app;
    auto context = app.system_context();
    auto transaction = MUST(context.begin());
    MUST(AuditRecorder{}.record(transaction, {.account = {1}, .name = "=1+1"}, context.now(),
                                {"identity.session.created", "account", 1, "", "req-1"}));
    MUST(transaction.commit());
    auto overseer = overseer_of_all(app);
    CHECK(sent_body(overseer.get("/nhat-ky/tep.csv?nguoi=%3D1%2B1")).find("'=1+1") !=
          std::string::npos);
}

TEST_CASE("a line says from where, and leads to all of that address and of that session")
{
    App app;
    auto overseer = overseer_of_all(app);
    overseer.get("/nhat-ky/tep.csv");
    const auto page = overseer.get("/nhat-ky?viec=audit.trail.exported");
    CHECK(has(page, "href=\"/nhat-ky?dia-chi=127.0.0.1\""));
    const auto text = std::string(page.text());
    const std::string mark = "href=\"/nhat-ky?phien=";
    const auto begin = text.find(mark);
    REQUIRE(begin != std::string::npos);
    const auto handle =
        text.substr(begin + mark.size(), text.find('"', begin + mark.size()) - begin - mark.size());
    CHECK(handle.size() == 16);
    CHECK(has(overseer.get("/nhat-ky?phien=" + handle), "tải nhật ký về"));
    CHECK(has(overseer.get("/nhat-ky?phien=0000000000000000"), "Không có việc nào như vậy"));
    // What the program did by itself came from nowhere.
    CHECK(!has(overseer.get("/nhat-ky?viec=organisation.agency.created"), "dia-chi=127"));
    const auto file = sent_body(overseer.get("/nhat-ky/tep.csv?viec=audit.trail.exported"));
    CHECK(file.find("Từ địa chỉ,Phiên") != std::string::npos);
    CHECK(file.find("127.0.0.1," + handle) != std::string::npos);
}

TEST_CASE("a row that was tampered with is still shown, for the chain names it")
{
    App app;
    auto context = app.system_context();
    auto transaction = MUST(context.begin());
    MUST(transaction.script("DROP TRIGGER audit_entry_stays"));
    MUST(transaction.script("UPDATE audit_entry SET at = 'hôm qua' WHERE seq = 2"));
    MUST(transaction.commit());
    CHECK(overseer_of_all(app).get("/nhat-ky?ve=2").status == 200);
}

}  // namespace caicach::audit
