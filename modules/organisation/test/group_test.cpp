#include "organisation/group_record.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "http/request.hpp"
#include "organisation/messages.hpp"
#include "organisation/module.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;

constexpr std::string_view offices = R"(code;name;short_name;kind;parent;valid_from;valid_to;aliases
UBND;Ủy ban nhân dân tỉnh Sông Lam;UBND tỉnh;provincial_committee;;;;
SNV;Sở Nội vụ;SNV;department;UBND;;;
SKHDT;Sở Kế hoạch và Đầu tư;Sở KH&ĐT;department;UBND;;2025-02-28;
BSL;Báo Sông Lam;;press;UBND;;;
)";

void at_a_desk(const std::function<void(Desk&)>& test)
{
    caicach::testing::each_database(testing::migrations(), [&](database::Database& database) {
        Desk desk(database);
        MUST(desk.messages.add(messages::vi));
        auto context = desk.context();
        MUST(seed_sample(context, offices));
        test(desk);
    });
}

/// Asks the route as the house does.
Result<http::Response> ask(Context& context, http::Method method, std::string_view pattern,
                           std::string target, std::vector<http::Field> form = {})
{
    const auto manifest = module();
    auto request = MUST(http::Request::create(
        {.method = method, .target = std::move(target), .form = std::move(form)}));
    request.set_path_parameters({{"group", "departments"}});
    for (const auto& route : manifest.routes())
        if (route.method == method && route.pattern == pattern)
            return route.handler(context, request);
    return failure(Failure::not_found, "no such route");
}

Result<http::Response> post(Context& context, const std::string& place,
                            std::vector<http::Field> form)
{
    return ask(context, http::Method::post, "/co-quan/nhom/{group}" + place,
               "/co-quan/nhom/departments" + place, std::move(form));
}

/// Looks at what would follow, then saves it.
Result<http::Response> save(Context& context, const std::string& place,
                            std::vector<http::Field> form)
{
    form.push_back({"save", "1"});
    return post(context, place, std::move(form));
}

std::string page(Context& context, const std::string& query = {})
{
    const auto answer = MUST(ask(context, http::Method::get, "/co-quan/nhom/{group}",
                                 "/co-quan/nhom/departments" + query));
    return answer.text();
}

bool has(std::string_view text, std::string_view what)
{
    return text.find(what) != std::string_view::npos;
}

}  // namespace

TEST_CASE("anybody reads the groups, and who belonged to one on a day")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of_nobody();
        const auto all = MUST(ask(context, http::Method::get, "/co-quan/nhom", "/co-quan/nhom"));
        CHECK(has(all.text(), "Các sở, ban, ngành"));
        CHECK(has(all.text(), "/co-quan/nhom/departments"));
        const auto today = page(context);
        CHECK(has(today, "Sở Nội vụ"));
        CHECK(!has(today, "Sở Kế hoạch và Đầu tư"));
        CHECK(has(today, "1 cơ quan vào ngày 15/03/2026"));
        CHECK(!has(today, "method=\"post\" action=\"/co-quan"));
        CHECK(has(page(context, "?ngay=2024-06-01"), "Sở Kế hoạch và Đầu tư"));
    });
}

TEST_CASE("a kind joins a group for some days, and leaves it again")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto joined =
            MUST(save(context, "/quy-tac", {{"kind", "press"}, {"valid_from", "01/01/2026"}}));
        CHECK(joined.status == 303);
        CHECK(desk.recorder.lines.back().starts_with("organisation.group.changed"));
        CHECK(has(page(context), "Báo Sông Lam"));
        CHECK(!has(page(context, "?ngay=2025-12-31"), "/co-quan/bao-song-lam"));
        const auto twice = MUST(post(context, "/quy-tac", {{"kind", "press"}}));
        CHECK(twice.status == 409);
        CHECK(has(twice.text(), "đã thuộc nhóm"));
        CHECK(MUST(post(context, "/quy-tac", {{"kind", "la"}})).status == 422);
        CHECK(MUST(post(context, "/quy-tac", {{"kind", "school"}, {"valid_to", "01/01/2020"}}))
                  .status == 422);
        const auto left =
            MUST(save(context, "/quy-tac/thoi-dung", {{"what", "press"}, {"from", "2026-01-01"}}));
        CHECK(left.status == 303);
        CHECK(!has(page(context), "/co-quan/bao-song-lam"));
        CHECK(has(page(context, "?ngay=2026-02-01"), "/co-quan/bao-song-lam"));
        CHECK(post(context, "/quy-tac/thoi-dung", {{"what", "press"}, {"from", "2026-01-02"}})
                  .error()
                  .kind == Failure::not_found);
    });
}

TEST_CASE("an agency is in or out against the rules, until the exception ends")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        CHECK(MUST(save(context, "/ngoai-le", {{"agency", "SNV"}, {"membership", "excluded"}}))
                  .status == 303);
        CHECK(has(page(context), "0 cơ quan vào ngày"));
        CHECK(has(page(context), "không tính vào nhóm"));
        const auto unknown = MUST(post(context, "/ngoai-le", {{"agency", "Sở Lạ"}}));
        CHECK(unknown.status == 422);
        CHECK(has(unknown.text(), "value=\"Sở Lạ\""));
        CHECK(MUST(save(context, "/ngoai-le/thoi-dung",
                        {{"what", "so-noi-vu"}, {"from", "2026-03-15"}}))
                  .status == 303);
        CHECK(has(page(context), "1 cơ quan vào ngày"));
        auto transaction = MUST(context.read());
        const auto group = MUST(group_by_key(transaction, "departments"));
        CHECK(MUST(members_counts(transaction, context.today())).at(group.id) == 1);
    });
}

TEST_CASE("all groups counted at once have as many members as each has by itself")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context();
        auto transaction = MUST(context.begin());
        const auto except = [&](std::string_view code, Membership membership, Validity days) {
            const auto group = MUST(group_by_key(transaction, "departments"));
            const auto agency = MUST(agency_by_code(transaction, code, context.today()));
            MUST(set_group_exception(context, transaction, group.id, agency.id, membership, days));
        };
        const auto may = *Date::create(2025, 5, 1);
        except("SNV", Membership::excluded, {.from = may});
        except("BSL", Membership::included, {.from = may, .to = may.plus_days(30)});
        // Against rules that say the same already.
        except("SKHDT", Membership::included, {});
        except("UBND", Membership::excluded, {});
        const auto all = MUST(groups(transaction));
        for (const auto day : {*Date::create(2025, 2, 28), may, may.plus_days(31)}) {
            const auto counts = MUST(members_counts(transaction, day));
            for (const auto& group : all) {
                CAPTURE(group.key);
                CAPTURE(day.iso());
                const auto found = counts.find(group.id);
                const auto members_found =
                    MUST(members(transaction, group.id, day)).agencies.size();
                CHECK(static_cast<std::size_t>(found == counts.end() ? 0 : found->second) ==
                      members_found);
            }
        }
    });
}

TEST_CASE("who does not manage the directory changes no group, and an open group takes no rule")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context();
        {
            auto transaction = MUST(context.begin());
            const auto open = MUST(group_by_key(transaction, "related_agencies"));
            CHECK(add_group_rule(context, transaction, open.id, "press", {}).error().key ==
                  "organisation.group.open");
        }
        desk.authority.answer = false;
        auto stranger = desk.context_of({});
        for (const auto* place : {"/quy-tac", "/quy-tac/thoi-dung", "/ngoai-le", "/ten-goi-khac",
                                  "/ten-goi-khac/thoi-dung"}) {
            CHECK(post(stranger, place, {{"kind", "press"}}).error().kind == Failure::forbidden);
        }
    });
}

TEST_CASE("a change of a group shows who comes in and who goes out before it is saved")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto joining = MUST(post(context, "/quy-tac", {{"kind", "press"}}));
        CHECK(joining.status == 200);
        CHECK(has(joining.text(), "Vào nhóm (1)"));
        CHECK(has(joining.text(), "<li>Báo Sông Lam</li>"));
        CHECK(has(joining.text(), "name=\"save\""));
        CHECK(has(joining.text(), "name=\"kind\" value=\"press\""));
        CHECK(!has(page(context), "/co-quan/bao-song-lam"));
        const auto leaving =
            MUST(post(context, "/ngoai-le", {{"agency", "SNV"}, {"membership", "excluded"}}));
        CHECK(has(leaving.text(), "Ra khỏi nhóm (1)"));
        CHECK(has(leaving.text(), "<li>Sở Nội vụ</li>"));
        const auto later =
            MUST(post(context, "/quy-tac", {{"kind", "press"}, {"valid_from", "01/01/2030"}}));
        CHECK(has(later.text(), "Hôm nay không có cơ quan nào"));
        CHECK(!has(page(context), "Báo Sông Lam"));
        CHECK(desk.recorder.lines.size() > 0);
    });
}

TEST_CASE("a new group is looked at, saved, and found by its name")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto send = [&](std::vector<http::Field> form) {
            return MUST(ask(context, http::Method::post, "/co-quan/nhom", "/co-quan/nhom",
                            std::move(form)));
        };
        CHECK(has(MUST(ask(context, http::Method::get, "/co-quan/nhom/them-moi",
                           "/co-quan/nhom/them-moi"))
                      .text(),
                  "name=\"kinds\" value=\"press\""));
        const std::vector<http::Field> form{
            {"name", "Các cơ quan hướng dẫn"}, {"kinds", "press"}, {"kinds", "department"}};
        const auto looked = send(form);
        CHECK(looked.status == 200);
        CHECK(has(looked.text(), "Vào nhóm (2)"));
        auto saved = form;
        saved.push_back({"save", "1"});
        CHECK(send(saved).header("Location").starts_with("/co-quan/nhom/cac-co-quan-huong-dan"));
        {
            auto transaction = MUST(context.read());
            const auto group = MUST(group_by_key(transaction, "cac-co-quan-huong-dan"));
            CHECK(MUST(members_counts(transaction, context.today())).at(group.id) == 2);
            const auto meant =
                MUST(resolve_name(transaction, "các cơ quan hướng dẫn", context.today()));
            CHECK(std::get<GroupId>(meant) == group.id);
        }
        const auto twice = send(saved);
        CHECK(twice.status == 409);
        CHECK(has(twice.text(), "value=\"Các cơ quan hướng dẫn\""));
        CHECK(send({{"name", " "}, {"save", "1"}}).status == 422);
        CHECK(send({{"name", "Nhóm mở"}, {"is_open", "1"}, {"kinds", "press"}}).status == 422);
        CHECK(send({{"name", "Nhóm lạ"}, {"kinds", "la"}}).status == 422);
        CHECK(send({{"name", "Them moi"}, {"is_open", "1"}, {"save", "1"}}).status == 303);
        auto transaction = MUST(context.read());
        CHECK(MUST(group_by_key(transaction, "nhom")).is_open);
    });
}

TEST_CASE("another name means the group until its use ends")
{
    at_a_desk([](Desk& desk) {
        auto context = desk.context_of({});
        const auto meaning = [&](std::string_view name) {
            auto transaction = MUST(context.read());
            const auto meant = MUST(resolve_name(transaction, name, context.today()));
            return std::holds_alternative<GroupId>(meant);
        };
        CHECK(!meaning("khối sở ngành"));
        CHECK(MUST(post(context, "/ten-goi-khac", {{"alias", "khối sở ngành"}})).status == 303);
        CHECK(meaning("khối sở ngành"));
        CHECK(has(page(context), "khối sở ngành"));
        const auto taken = MUST(post(context, "/ten-goi-khac", {{"alias", "Sở Nội vụ"}}));
        CHECK(taken.status == 409);
        CHECK(has(taken.text(), "value=\"Sở Nội vụ\""));
        CHECK(MUST(post(context, "/ten-goi-khac",
                        {{"alias", "x"}, {"valid_from", "2/1/2026"}, {"valid_to", "1/1/2026"}}))
                  .status == 422);
        CHECK(MUST(post(context, "/ten-goi-khac/thoi-dung",
                        {{"what", "khối sở ngành"}, {"from", "1945-09-02"}}))
                  .status == 303);
        CHECK(!meaning("khối sở ngành"));
        CHECK(post(context, "/ten-goi-khac/thoi-dung", {{"what", "lạ"}, {"from", "1945-09-02"}})
                  .error()
                  .kind == Failure::not_found);
        CHECK(MUST(post(context, "/ten-goi-khac",
                        {{"alias", "khối mới"}, {"valid_from", "15/03/2026"}}))
                  .status == 303);
        CHECK(MUST(post(context, "/ten-goi-khac/thoi-dung",
                        {{"what", "khối mới"}, {"from", "2026-03-15"}}))
                  .status == 303);
        CHECK(!has(page(context), "khối mới"));
    });
}

}  // namespace caicach::organisation
