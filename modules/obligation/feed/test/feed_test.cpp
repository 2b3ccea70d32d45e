#include "obligation/feed/feed.hpp"

#include <doctest/doctest.h>

#include "identity/testing.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using identity::Role;

struct Room {
    App app{{{"province.site", "https://cchc.songlam.example"}}};
    std::vector<Obligation> tasks{};

    Room()
    {
        auto context = app.system_context();
        tasks = testing::obligations_of_articles(context, "SYT", "SNV");
    }
};

const std::string& page_of(const http::Response& response)
{
    return std::get<std::string>(response.body);
}

bool has(const http::Response& response, std::string_view text)
{
    return page_of(response).find(text) != std::string::npos;
}

/// The path of the feed that the answer shows, once.
std::string address_in(const http::Response& answer)
{
    const auto& page = page_of(answer);
    const auto at = page.find("/lich-rieng/");
    REQUIRE(at != std::string::npos);
    return page.substr(at, page.find('<', at) - at);
}

identity::Account newest_account(App& app)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    const auto id =
        MUST(transaction.one("SELECT max(id) AS id FROM identity_account",
                             [](const database::Row& row) { return row.id<AccountId>("id"); }));
    return MUST(identity::account_by_id(transaction, id));
}

Date march(int number) { return *Date::create(2026, 3, number); }

}  // namespace

TEST_CASE("a calendar tells whoever knows its address what is due, and when")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto made = officer.post("/lich-cua-toi", {{"whose", "agency"}});
    REQUIRE(made.status == 200);
    const auto address = address_in(made);
    CHECK_FALSE(has(officer.get("/lich-cua-toi"), address));
    auto program = room.app.stranger();
    const auto calendar = program.get(address);
    REQUIRE(calendar.status == 200);
    CHECK(has(calendar, "BEGIN:VCALENDAR"));
    CHECK(has(calendar, "DTSTART;VALUE=DATE:20260331"));
    CHECK(has(calendar, "UID:" + room.tasks.at(2).code + "-viec@caicach"));
    CHECK(has(calendar, "https://cchc.songlam.example/viec/" + room.tasks.at(2).code));
}

TEST_CASE("a calendar of one's own holds what is assigned to oneself alone")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto address = address_in(officer.post("/lich-cua-toi", {{"whose", "mine"}}));
    auto program = room.app.stranger();
    CHECK_FALSE(has(program.get(address), "BEGIN:VEVENT"));
}

TEST_CASE("a revoked calendar leads nowhere, and nobody revokes another's")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto address = address_in(officer.post("/lich-cua-toi", {{"whose", "agency"}}));
    const auto page = page_of(officer.get("/lich-cua-toi"));
    const std::string mark = "name=\"feed\" value=\"";
    const auto at = page.find(mark);
    REQUIRE(at != std::string::npos);
    const auto begin = at + mark.size();
    const auto code = page.substr(begin, page.find('"', begin) - begin);
    auto program = room.app.stranger();
    auto other = room.app.as(Role::agency_officer, "SNV");
    CHECK(other.post("/lich-cua-toi/thu-hoi", {{"feed", code}}).status == 404);
    CHECK(program.get(address).status == 200);
    CHECK(officer.post("/lich-cua-toi/thu-hoi", {{"feed", code}}).status == 303);
    CHECK(program.get(address).status == 404);
}

TEST_CASE("who may no longer see the agency's work has no calendar of it, from that moment")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    const auto address = address_in(officer.post("/lich-cua-toi", {{"whose", "agency"}}));
    auto program = room.app.stranger();
    REQUIRE(program.get(address).status == 200);
    {
        auto context = room.app.system_context();
        auto transaction = MUST(context.begin());
        const auto owner = MUST(transaction.one(
            "SELECT account_id FROM obligation_feed",
            [](const database::Row& row) { return row.id<AccountId>("account_id"); }));
        MUST(identity::disable_account(context, transaction, owner));
        MUST(transaction.commit());
    }
    CHECK(program.get(address).status == 404);
}

TEST_CASE("a calendar made in another's place is good on the days of the delegation alone")
{
    Room room;
    auto head_page = room.app.as(Role::agency_head, "SYT");
    const auto head = newest_account(room.app);
    auto deputy = room.app.as(Role::editor, "SYT");
    const auto delegate = newest_account(room.app).id;
    auto context = room.app.system_context();
    const auto delegated = [&](Date from, Date to) {
        identity::testing::delegated(context, {.delegator = head.id,
                                               .delegate = delegate,
                                               .role = Role::agency_head,
                                               .branch = head.agency,
                                               .from = from,
                                               .to = to,
                                               .document = "Giấy ủy quyền số 1"});
    };
    delegated(march(15), march(16));
    delegated(march(19), march(20));
    CHECK(deputy.post("/lich-cua-toi", {{"whose", "agency"}}).status == 403);
    REQUIRE(
        deputy.post("/tai-khoan/tu-cach", {{"capacity", "thay:" + head.code}, {"return", "/viec"}})
            .status == 303);
    const auto address = address_in(deputy.post("/lich-cua-toi", {{"whose", "agency"}}));
    auto program = room.app.stranger();
    constexpr std::int64_t day = 24 * 3600;
    for (const auto status : {200, 200, 404, 404, 200, 200, 404}) {
        CAPTURE(room.app.clock.now().microseconds);
        CHECK(program.get(address).status == status);
        room.app.clock.pass_seconds(day);
    }
}

TEST_CASE("a person keeps ten calendars at most, and the form says so")
{
    Room room;
    auto officer = room.app.as(Role::agency_officer, "SYT");
    for (int i = 0; i < 10; ++i)
        REQUIRE(officer.post("/lich-cua-toi", {{"whose", "mine"}}).status == 200);
    const auto refused = officer.post("/lich-cua-toi", {{"whose", "mine"}});
    CHECK(refused.status == 409);
    CHECK(has(refused, "nhiều nhất 10 lịch"));
}

}  // namespace caicach::obligation
