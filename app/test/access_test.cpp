#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "attachment/api.hpp"
#include "channel/testing.hpp"
#include "evidence/testing.hpp"
#include "identity/api.hpp"
#include "newsroom/testing.hpp"
#include "obligation/testing.hpp"
#include "organisation/api.hpp"
#include "outgoing/testing.hpp"
#include "personal_data/testing.hpp"
#include "plan/importing.hpp"
#include "plan/testing.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"

/// Every route, asked by every role, held for the whole province, for the agency whose thing it
/// is, for the agency above it, and for another one. What comes of it must be what app/access.txt
/// says; what that file does not say is refused.
namespace caicach::app
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;

/// Where a role is held, seen from the agency whose plan is asked for.
constexpr std::string_view object_agency = "CTTDT";  // below VPUB
constexpr std::string_view object_slug = "cong-thong-tin-dien-tu-tinh";
constexpr std::array<std::string_view, 4> branches{"UBND", "CTTDT", "VPUB", "SYT"};

struct Person {
    identity::Role role{};
    std::string_view branch{};
    Visitor visitor;
};

/// The things that routes are about, all of the one agency.
class World
{
public:
    World()
    {
        for (const auto role : identity::roles) {
            for (const auto branch : branches)
                people.push_back({role, branch, app.as(role, branch)});
        }
        renew();
        file = file_of_a_draft();
        const auto owed = task_of_the_agency();
        task = owed.code;
        obstacle = obstacle_about(owed);
        proposal = proposal_to_the_agency();
        own_plan = own_plan_of_the_agency();
        watched = plan_of(owed);
        work = plan::item_code(owed.lineage.value);
        target = target_of_the_agency();
        budget_line = line_of_the_agency();
        fact = fact_of_the_agency();
    }

    // Everybody asks for much that is not theirs.
    App app{{{"limits.code", "off"}}};
    std::vector<Person> people{};
    std::string draft{};
    std::string account{};
    std::string file{};
    std::string token{};
    std::string request{};  ///< about somebody's data
    std::string task{};
    std::string work{};      ///< the item that asks for it
    std::string obstacle{};  ///< that the task met, put to the agency above
    std::string proposal{};  ///< to the agency, of a part of another one's work
    std::string own_plan{};  ///< sent by the agency, to itself
    std::string watched{};   ///< a plan in force, of which the task is
    std::string fact{};
    std::string form{};                 ///< of reports, of the agency, in force and with a draft
    std::string series{};               ///< of the agency's numbers
    std::string report{};               ///< by that form, of the agency, to the one above
    std::string period{};               ///< of that form: others send theirs to the agency
    std::string list{};                 ///< of recipients, of the agency
    std::string pasted{};               ///< into that report, to be confirmed
    std::string document{};             ///< that leaves the agency, a draft
    std::string word_template{};        ///< for such documents
    std::string article{};              ///< of the agency, that nobody has sent yet
    std::string issue{};                ///< of its newsletter, likewise
    std::string placement{};            ///< in its log of what appeared elsewhere
    std::string press_request{};        ///< what a newspaper asked it
    std::string script{};               ///< for its loudspeakers, likewise
    channel::testing::AirThings air{};  ///< of that script
    channel::testing::ScreenThings screens{};
    std::string design{};  ///< of a poster, likewise
    std::string budget_line{};
    obligation::testing::TargetInForce target{};  ///< of a plan of its own, of the agency

    /// Another draft and account, where the last ones may have gone with what was asked.
    void renew()
    {
        auto context = app.system_context();
        const auto person = person_of_the_agency(context);
        account = person.code;
        token = app.token_of(person.id, {"plan.read"}).code;
        const auto item = plan::testing::activity_of(context, "Tập huấn", object_agency);
        request = personal_data::testing::request_on_paper(context, object_agency);
        draft = plan::testing::draft(context, {.items = {item}, .coordinator = object_agency}).code;
        series = outgoing::testing::series_of_agency(context, object_agency).code;
        const auto made = report::testing::form_of(context, object_agency);
        form = made.code;
        const auto owed = report::testing::report_of(context, made, object_agency);
        report = owed.code;
        period = report::testing::period_code(context, owed);
        pasted = report::testing::pasted_into(context, owed);
        document = outgoing::testing::draft_of_agency(context, object_agency).code;
        list = outgoing::testing::list_of_agency(context, object_agency).code;
        word_template = outgoing::testing::template_of_agency(context, object_agency).code;
        article = newsroom::testing::draft_article_of(context, object_agency).code;
        issue = channel::testing::draft_issue_of(context, object_agency).code;
        placement = channel::testing::placement_of(context, object_agency).code;
        press_request = channel::testing::press_request_of(context, object_agency).code;
        const auto programme = channel::testing::draft_script_of(context, object_agency);
        script = programme.code;
        air = channel::testing::air_things_of(context, programme);
        screens = channel::testing::screen_things_of(context, object_agency);
        design = channel::testing::draft_design_of(context, object_agency).code;
    }

    /// "/soan-ke-hoach/{plan}/bo" of the draft; names that nothing has for what lies below it, as
    /// permission is asked before anything there is looked for.
    [[nodiscard]] std::string address_of(std::string_view pattern) const
    {
        const std::map<std::string_view, std::string> values{{"plan", plan_for(pattern)},
                                                             {"target", target.code},
                                                             {"budget_line", budget_line},
                                                             {"account", account},
                                                             {"request", request},
                                                             {"task", task},
                                                             {"work", work},
                                                             {"fact", fact},
                                                             {"form", form},
                                                             {"series", series},
                                                             {"report", report},
                                                             {"brought", pasted},
                                                             {"period", period},
                                                             {"document", document},
                                                             {"list", list},
                                                             {"template", word_template},
                                                             {"article", article},
                                                             {"issue", issue},
                                                             {"placement", placement},
                                                             {"press_request", press_request},
                                                             {"script", script},
                                                             {"airing", air.airing},
                                                             {"broadcast", air.broadcast},
                                                             {"screen", screens.screen},
                                                             {"playlist", screens.playlist},
                                                             {"urgent", screens.urgent},
                                                             {"design", design},
                                                             {"obstacle", obstacle},
                                                             {"proposal", proposal},
                                                             {"own_plan", own_plan},
                                                             {"agency", std::string{object_slug}},
                                                             {"code", file}};
        std::string address;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] != '{') {
                address += pattern[i];
                continue;
            }
            const auto end = pattern.find('}', i);
            const auto known = values.find(pattern.substr(i + 1, end - i - 1));
            address += known == values.end() ? "1" : known->second;
            i = end;
        }
        return address;
    }

    [[nodiscard]] std::string plan_for(std::string_view pattern) const
    {
        if (pattern.starts_with("/theo-doi") || pattern.starts_with("/viec/theo-doi"))
            return watched;
        const bool is_in_force =
            pattern.starts_with("/chi-tieu") || pattern.starts_with("/kinh-phi");
        return is_in_force ? target.plan_code : draft;
    }

    /// As its form would send it, about the one agency; whether it was done.
    http::Response ask(Visitor& visitor, const http::Route& route)
    {
        const auto address = address_of(route.pattern);
        if (route.method == http::Method::get) return visitor.get(address);
        if (route.limits.upload_bytes > 0) {
            return visitor.upload(address, "file", "sửa đổi.txt", "Kế hoạch sửa đổi",
                                  {{"amends", draft}});
        }
        // What a form must say before anybody asks who sends it.
        if (address == "/tai-khoan") {
            const std::string agency{object_agency};
            return visitor.post(address, {{"name", "Người mới"},
                                          {"agency", agency},
                                          {"role", "agency_officer"},
                                          {"branch", agency}});
        }
        if (address.starts_with("/nguoi-ky") || address == "/so-van-ban" ||
            address == "/van-ban-di" || address == "/noi-nhan" || address.ends_with("/chuc-vu"))
            return visitor.post(address, {{"agency", std::string{object_agency}}});
        if (address == "/so-nguoi-lam-viec")
            return visitor.post(address, {{"agency", std::string{object_agency}}});
        if (address == "/so-nguoi-lam-viec/bang") {
            const auto line = std::string{object_agency} + ";Công chức;01/03/2020;5;Báo cáo";
            return visitor.post(address, {{"table", line}});
        }
        if (address.starts_with("/mau-bao-cao/")) return ask_form(visitor, address);
        const Fields fields{{"agency", std::string{object_slug}},
                            {"contact", "1"},
                            {"token", token},
                            {"loai", "rename"},
                            {"name", "Cổng mới"}};
        auto answer = visitor.post(address, fields);
        if (answer.status == 303) renew();
        return answer;
    }

private:
    http::Response ask_form(Visitor& visitor, const std::string& address)
    {
        auto brought = report::testing::sample_form();
        brought.owner = object_agency;
        auto answer = visitor.post(address, {{"owner", std::string{object_agency}},
                                             {"ban", "2"},
                                             {"version", "1"},
                                             {"content", MUST(report::content_of(brought))}});
        if (answer.status == 303) renew();
        return answer;
    }

    static identity::Account person_of_the_agency(Context& context)
    {
        auto transaction = MUST(context.begin());
        const auto agency =
            MUST(organisation::agency_by_code(transaction, object_agency, context.today()));
        const auto id = MUST(identity::create_account(
            context, transaction, {.name = "Người của cổng", .agency = agency.id}));
        auto person = MUST(identity::account_by_id(transaction, id));
        MUST(transaction.commit());
        return person;
    }

    obligation::Obligation task_of_the_agency()
    {
        auto context = app.system_context();
        return obligation::testing::obligations_of_articles(context, object_agency, object_agency)
            .front();
    }

    std::string obstacle_about(const obligation::Obligation& owed)
    {
        auto context = app.system_context();
        return obligation::testing::obstacle_of(context, owed, "VPUB").code;
    }

    std::string proposal_to_the_agency()
    {
        auto context = app.system_context();
        return obligation::testing::proposal_of(context, "STC", object_agency).code;
    }

    std::string own_plan_of_the_agency()
    {
        auto context = app.system_context();
        const auto asked =
            obligation::testing::obligations_of_own_plan(context, object_agency, object_agency);
        auto made = obligation::testing::plan_made_by(context, object_agency);
        return obligation::testing::own_plan_of(context, asked.front(), std::move(made)).code;
    }

    std::string plan_of(const obligation::Obligation& owed)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(plan::summary_of(transaction, owed.plan)).code;
    }

    obligation::testing::TargetInForce target_of_the_agency()
    {
        auto context = app.system_context();
        return obligation::testing::target_of(context, object_agency, object_agency);
    }

    std::string line_of_the_agency()
    {
        auto context = app.system_context();
        return obligation::testing::budget_line_of(context, target, object_agency).code;
    }

    std::string fact_of_the_agency()
    {
        auto context = app.system_context();
        return evidence::testing::typed_fact(context, object_agency).code;
    }

    std::string file_of_a_draft()
    {
        auto context = app.system_context();
        const auto edition =
            MUST(plan::import_file(context, {.path = "data/sample/reform_plan_2026.txt",
                                             .name = "kế hoạch.txt",
                                             .coordinator_code = std::string{object_agency}}));
        auto transaction = MUST(context.read());
        return MUST(attachment::find(transaction, {edition.file_id})).code;
    }
};

/// Whether the answer lets the asker through. A file, account, token, task or request about
/// personal data that is not yours is not there at all; other things are named and refused.
bool passes(const http::Route& route, const http::Response& answer)
{
    CHECK(answer.status < 500);
    if (answer.status == 401 || answer.status == 403) return false;
    const bool hides = route.pattern == "/tep/{code}" ||
                       route.pattern == "/tai-khoan/ma-truy-cap/thu-hoi" ||
                       route.pattern.find("{account}") != std::string_view::npos ||
                       route.pattern.find("{task}") != std::string_view::npos ||
                       route.pattern.find("{work}") != std::string_view::npos ||
                       route.pattern.find("{obstacle}") != std::string_view::npos ||
                       route.pattern.find("{proposal}") != std::string_view::npos ||
                       route.pattern.find("{own_plan}") != std::string_view::npos ||
                       route.pattern.find("{target}") != std::string_view::npos ||
                       route.pattern.find("{budget_line}") != std::string_view::npos ||
                       route.pattern.find("{request}") != std::string_view::npos;
    if (hides && answer.status == 404) return false;
    return route.method != http::Method::get ||
           !answer.header("location").starts_with("/dang-nhap");
}

std::string name_of(const http::Route& route)
{
    return std::string{route.pattern} + (route.method == http::Method::get ? " GET" : " POST");
}

/// What happens, as app/access.txt would say it.
std::string found(World& world, const http::Route& route)
{
    auto nobody = world.app.stranger();
    const bool is_open = passes(route, world.ask(nobody, route));
    std::map<identity::Role, std::string> signs;
    // Who signs out, or ends sessions, is nobody from then on.
    const bool ends_session =
        route.access == http::Access::signed_in && route.method == http::Method::post;
    for (auto& person : world.people) {
        auto visitor = ends_session ? world.app.as(person.role, person.branch) : person.visitor;
        signs[person.role] += passes(route, world.ask(visitor, route)) ? '+' : '-';
    }
    const auto are_all = [&](std::string_view wanted) {
        return std::ranges::all_of(signs, [&](const auto& sign) { return sign.second == wanted; });
    };
    auto line = name_of(route);
    if (are_all("++++")) return line + (is_open ? " anyone" : " signed_in");
    if (is_open) line += " nobody";
    for (const auto role : identity::roles) {
        if (signs[role] != "----")
            line += " " + std::string{identity::key_of(role)} + "=" + signs[role];
    }
    return line;
}

/// "/ke-hoach GET" → its line.
std::map<std::string, std::string> expectations()
{
    std::ifstream stream{"app/access.txt"};
    REQUIRE(stream);
    std::map<std::string, std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const auto method_end = line.find(' ', line.find(' ') + 1);
        CAPTURE(line);
        CHECK(lines.emplace(line.substr(0, method_end), line).second);
    }
    return lines;
}

}  // namespace

TEST_CASE("every route refuses whom app/access.txt does not name, and nobody else")
{
    World world;
    auto expected = expectations();
    for (const auto& route : world.app.system().router().routes()) {
        const auto name = name_of(route);
        const auto line = expected.find(name);
        INFO("found on the left; where it is meant, it is written into app/access.txt");
        // Deny by default: a route that nobody wrote down is nobody's.
        CHECK(found(world, route) == (line == expected.end() ? name : line->second));
        if (line != expected.end()) expected.erase(line);
    }
    for (const auto& [name, line] : expected) FAIL_CHECK("no such route: " << line);
}

TEST_CASE("what the manifest says of a route is the least that it asks")
{
    World world;
    const auto expected = expectations();
    for (const auto& route : world.app.system().router().routes()) {
        const auto line = expected.find(name_of(route));
        if (line == expected.end()) continue;
        CAPTURE(line->second);
        const bool is_open = route.access.kind == http::Access::Kind::anyone;
        CHECK(line->second.ends_with(" anyone") == is_open);
        if (route.access.kind != http::Access::Kind::permission) continue;
        const auto& carriers = world.app.system().permission(route.access.permission)->roles;
        for (const auto role : identity::roles) {
            const auto key = identity::key_of(role);
            if (line->second.find(" " + std::string{key} + "=") == std::string::npos) continue;
            CHECK(std::ranges::find(carriers, key) != carriers.end());
        }
    }
}

}  // namespace caicach::app
