#include "organisation/group_record.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

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
            MUST(post(context, "/quy-tac", {{"kind", "press"}, {"valid_from", "01/01/2026"}}));
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
            MUST(post(context, "/quy-tac/thoi-dung", {{"what", "press"}, {"from", "2026-01-01"}}));
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
        CHECK(MUST(post(context, "/ngoai-le", {{"agency", "SNV"}, {"membership", "excluded"}}))
                  .status == 303);
        CHECK(has(page(context), "0 cơ quan vào ngày"));
        CHECK(has(page(context), "không tính vào nhóm"));
        const auto unknown = MUST(post(context, "/ngoai-le", {{"agency", "Sở Lạ"}}));
        CHECK(unknown.status == 422);
        CHECK(has(unknown.text(), "value=\"Sở Lạ\""));
        CHECK(MUST(post(context, "/ngoai-le/thoi-dung",
                        {{"what", "so-noi-vu"}, {"from", "2026-03-15"}}))
                  .status == 303);
        CHECK(has(page(context), "1 cơ quan vào ngày"));
        auto transaction = MUST(context.read());
        const auto group = MUST(group_by_key(transaction, "departments"));
        CHECK(MUST(members_count(transaction, group.id, context.today())) == 1);
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
        for (const auto* place : {"/quy-tac", "/quy-tac/thoi-dung", "/ngoai-le"}) {
            CHECK(post(stranger, place, {{"kind", "press"}}).error().kind == Failure::forbidden);
        }
    });
}

}  // namespace caicach::organisation
