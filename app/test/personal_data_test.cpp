#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <list>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "audit/api.hpp"
#include "database/transaction.hpp"
#include "identity/api.hpp"
#include "organisation/api.hpp"
#include "personal_data/testing.hpp"
#include "support/app.hpp"

/// What no module may forget of the people in it: to say that a page shows them, to answer for its
/// tables, and to let them go.
namespace caicach::app
{
namespace
{

using caicach::testing::App;
using caicach::testing::Visitor;
using identity::Role;

/// Stands nowhere but in this person's data.
constexpr std::string_view canary = "hoang-yen-1987@songlam.gov.vn";
constexpr std::string_view canary_name = "Hoàng Yến Nhi";

identity::Account canary_account(App& app)
{
    auto context = app.system_context();
    auto transaction = MUST(context.begin());
    const auto agency = MUST(organisation::agency_by_code(transaction, "SYT", context.today()));
    const auto id = MUST(identity::create_account(
        context, transaction,
        {.name = std::string{canary_name}, .agency = agency.id, .user_name = std::string{canary}}));
    auto account = MUST(identity::account_by_id(transaction, id));
    MUST(context.publish(transaction, identity::InvitationByMail{
                                          .person = std::string{canary_name},
                                          .to = std::string{canary},
                                          .address = "https://cchc.songlam.example/loi-moi/abc",
                                          .expires = "16/03/2026",
                                          .expires_at = context.now() + 24 * 3600}));
    MUST(transaction.commit());
    static_cast<void>(app.token_of(id, {"plan.read"}));
    return account;
}

/// Filed by the person of the account, about the canary.
std::string canary_request(App& app, const identity::Account& account,
                           personal_data::RequestKind kind)
{
    auto context = app.system_context();
    auto transaction = MUST(context.begin());
    auto request = MUST(personal_data::receive(context, transaction,
                                               {.kind = kind,
                                                .account = account.id,
                                                .contact = std::string{canary},
                                                .wish = "Tôi là " + std::string{canary_name},
                                                .agency = account.agency,
                                                .received_on = context.today()}));
    MUST(transaction.commit());
    return request.code;
}

std::string address_of(std::string_view pattern,
                       const std::map<std::string_view, std::string>& values)
{
    std::string address;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '{') {
            address += pattern[at];
            continue;
        }
        const auto end = pattern.find('}', at);
        const auto known = values.find(pattern.substr(at + 1, end - at - 1));
        address += known == values.end() ? "1" : known->second;
        at = end;
    }
    return address;
}

std::string whole(const http::Response& response)
{
    if (const auto* stream = std::get_if<http::StreamBody>(&response.body)) {
        auto make = *stream;
        std::string text;
        while (MUST(make(text))) {
        }
        return text;
    }
    return response.text();
}

std::set<std::string> looks_at(App& app, AccountId account)
{
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    const auto lines =
        MUST(audit::looks_at(app.system().services(), transaction, "account", account.value));
    std::set<std::string> words;
    for (const auto& line : lines) words.insert(line.what);
    return words;
}

/// The database keeps prepared statements by their text, so that text stays.
std::vector<std::string> column(App& app, std::string statement)
{
    static std::list<std::string> kept;
    kept.push_back(std::move(statement));
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    return MUST(
        transaction.all(kept.back(), [](const database::Row& row) { return row.string("value"); }));
}

}  // namespace

TEST_CASE("every page that shows a person says so, and the look stands in the trail")
{
    App app;
    const auto account = canary_account(app);
    const std::map<std::string_view, std::string> values{
        {"account", account.code},
        {"request", canary_request(app, account, personal_data::RequestKind::access)}};
    Visitor readers[] = {
        app.as(Role::administrator, "UBND"), app.as(Role::auditor, "UBND"),
        app.as(Role::overseer, "UBND"),      app.as(Role::one_stop_officer, "UBND"),
        app.as(Role::coordinator, "UBND"),   app.nobody()};
    const auto& actions = app.system().services().audited_actions;
    std::size_t showing = 0;
    for (const auto& route : app.system().router().routes()) {
        if (route.method != http::Method::get) continue;
        CAPTURE(route.pattern);
        for (auto& reader : readers) {
            const auto answer = reader.get(address_of(route.pattern, values));
            const auto shown = whole(answer);
            if (shown.find(canary) == std::string::npos &&
                shown.find(canary_name) == std::string::npos)
                continue;
            ++showing;
            INFO("give the route .reads_personal_data, and call Context::note_reading");
            REQUIRE(!route.reads_personal_data.empty());
            const auto known =
                std::ranges::find(actions, route.reads_personal_data, &AuditedAction::action);
            REQUIRE(known != actions.end());
            CHECK(looks_at(app, account.id).contains(std::string{known->text}));
        }
    }
    CHECK(showing >= 11);
}

TEST_CASE("what a route calls looking is audited as looking, and everything so called is a route's")
{
    App app;
    std::set<std::string_view> named;
    for (const auto& route : app.system().router().routes())
        if (!route.reads_personal_data.empty()) named.insert(route.reads_personal_data);
    std::set<std::string_view> readings;
    for (const auto& action : app.system().services().audited_actions)
        if (action.is_reading) readings.insert(action.action);
    CHECK(named == readings);
}

TEST_CASE("every table with accounts in it is answered for by a section of personal data")
{
    App app;
    std::set<std::string> answered;
    for (const auto& section : app.system().services().personal_data)
        answered.insert(section.tables.begin(), section.tables.end());
    const auto tables = column(
        app,
        "SELECT DISTINCT m.name AS value FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND (c.name LIKE '%account%' OR c.name LIKE '%person%'"
        " OR m.name = 'identity_account') ORDER BY 1");
    REQUIRE(tables.size() >= 5);
    for (const auto& table : tables) {
        CAPTURE(table);
        INFO("name it in PersonalDataSection::tables, and show and erase what it holds");
        CHECK(answered.contains(table));
    }
}

TEST_CASE("a person whose data was deleted is found nowhere but in the trail, which stays whole")
{
    App app;
    const auto account = canary_account(app);
    const auto code = canary_request(app, account, personal_data::RequestKind::deletion);
    auto administrator = app.as(Role::administrator, "UBND");
    const auto path = "/du-lieu-ca-nhan/" + code;
    CHECK(
        administrator
            .post(path + "/tra-loi", {{"outcome", "done"}, {"answer", "Đã xóa"}, {"checked", "1"}})
            .status == 303);
    const auto cells = column(
        app,
        "SELECT m.name || '.' || c.name AS value FROM sqlite_schema m"
        " JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.sql NOT LIKE '%VIRTUAL%'"
        " AND m.name NOT LIKE 'sqlite_%' ORDER BY 1");
    REQUIRE(cells.size() > 50);
    for (const auto& cell : cells) {
        const auto cut = cell.find('.');
        const auto table = cell.substr(0, cut);
        if (table == "audit_entry") continue;
        const auto name = "\"" + cell.substr(cut + 1) + "\"";
        const auto found =
            column(app, "SELECT CAST(" + name + " AS TEXT) AS value FROM \"" + table + "\" WHERE " +
                            name + " LIKE '%" + std::string{canary} + "%' OR " + name + " LIKE '%" +
                            std::string{canary_name} + "%'");
        CAPTURE(cell);
        CHECK(found.empty());
    }
    auto context = app.system_context();
    auto transaction = MUST(context.read());
    CHECK(!MUST(audit::verify(transaction)).first_bad);
}

}  // namespace caicach::app
