#include "organisation/agency_list.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "database/migration.hpp"
#include "organisation/agency_list_handlers.hpp"
#include "organisation/limits.hpp"
#include "organisation/messages.hpp"
#include "organisation/reorganisation_handlers.hpp"
#include "organisation/sql.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;
using Names = std::vector<std::string>;

constexpr std::string_view offices = R"(code;name;short_name;kind;parent;valid_from;valid_to;aliases
UBND;Ủy ban nhân dân tỉnh Sông Lam;UBND tỉnh;provincial_committee;;;;
SYT;Sở Y tế;;department;UBND;;;
SD;Sở Đá;;department;UBND;;;
SDAN;Sở Dân tộc;;department;UBND;;2025-02-28;
SA;Sở Ân;;department;UBND;2025-03-01;;
BSL;Báo Sông Lam;;press;UBND;;;
)";

/// As many communes as make a list too long to choose from.
std::string many()
{
    auto text = std::string(offices);
    for (std::size_t number = 1; number <= limits::choices_max; ++number) {
        const auto digits = std::to_string(number);
        text += "X" + digits + ";Xã số " + digits + ";;commune_committee;UBND;;;\n";
    }
    return text;
}

void at_a_desk(std::string_view agencies, const std::function<void(Desk&)>& test)
{
    caicach::testing::each_database(testing::migrations(), [&](database::Database& database) {
        Desk desk(database);
        MUST(desk.messages.add(messages::vi));
        auto context = desk.context();
        MUST(seed_sample(context, agencies));
        test(desk);
    });
}

Date day(std::string_view iso) { return *Date::from_iso(iso); }

Names names(const std::vector<AgencySummary>& agencies)
{
    Names names;
    std::ranges::transform(agencies, std::back_inserter(names), &AgencySummary::name);
    return names;
}

http::Request get(std::string target)
{
    return MUST(http::Request::create({.target = std::move(target)}));
}

http::Request post(std::vector<http::Field> form)
{
    return MUST(http::Request::create(
        {.method = http::Method::post, .target = "/co-quan/sap-xep", .form = std::move(form)}));
}

bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

/// What the database would do, a step a line.
std::string plan(database::Transaction& transaction, std::string_view statement,
                 const auto&... keys)
{
    const bool is_postgres = transaction.is_postgres();
    // With so few rows a planner that looks at sizes reads them all: asked what it could do.
    if (is_postgres) {
        MUST(transaction.change("SET LOCAL enable_seqscan = off"));
        MUST(transaction.change("SET LOCAL enable_bitmapscan = off"));
        MUST(transaction.change("SET LOCAL enable_sort = off"));
    }
    const auto explained = (is_postgres ? "EXPLAIN (COSTS OFF) " : "EXPLAIN QUERY PLAN ") +
                           database::in_dialect(statement, is_postgres);
    const auto* column = is_postgres ? "QUERY PLAN" : "detail";
    const auto line = [&](const database::Row& row) { return row.string(column) + "\n"; };
    std::string steps;
    for (const auto& step : MUST(transaction.all(explained, line, keys...))) steps += step;
    return steps;
}

}  // namespace

TEST_CASE("a page of the directory stands in Vietnamese order, as of a day")
{
    at_a_desk(offices, [](Desk& desk) {
        auto context = desk.context();
        auto transaction = MUST(context.read());
        const auto first =
            MUST(agency_list(transaction, {.day = day("2026-01-01"), .first = 0, .count = 3}));
        CHECK(first.found == 5);
        CHECK(names(first.agencies) == Names{"Báo Sông Lam", "Sở Ân", "Sở Đá"});
        const auto second =
            MUST(agency_list(transaction, {.day = day("2026-01-01"), .first = 3, .count = 3}));
        CHECK(names(second.agencies) == Names{"Sở Y tế", "Ủy ban nhân dân tỉnh Sông Lam"});
        const auto before = MUST(agency_list(
            transaction, {.day = day("2024-01-01"), .kind = "department", .first = 0, .count = 9}));
        CHECK(before.found == 3);
        CHECK(names(before.agencies) == Names{"Sở Dân tộc", "Sở Đá", "Sở Y tế"});
        const auto nothing =
            MUST(agency_list(transaction, {.day = day("1940-01-01"), .first = 0, .count = 9}));
        CHECK(nothing.found == 0);
        CHECK(nothing.agencies.empty());
    });
}

TEST_CASE("names from before there were keys are sorted at the next start")
{
    at_a_desk(offices, [](Desk& desk) {
        auto context = desk.context();
        {
            auto transaction = MUST(context.begin());
            MUST(transaction.change("UPDATE organisation_name SET sort_key = ''"));
            MUST(transaction.commit());
        }
        MUST(load_reference(context));
        auto transaction = MUST(context.read());
        CHECK(names(MUST(agencies_on(transaction, day("2026-01-01"), "department"))) ==
              Names{"Sở Ân", "Sở Đá", "Sở Y tế"});
    });
}

TEST_CASE("a page and its length are found by index, in order, on both databases")
{
    at_a_desk(offices, [](Desk& desk) {
        auto context = desk.context();
        auto transaction = MUST(context.begin());
        const auto today = context.today();
        const auto page = plan(transaction, sql::agency_page, today, 100, 0);
        CAPTURE(page);
        CHECK(page.find("organisation_name_order") != std::string::npos);
        const auto of_kind = plan(transaction, sql::agency_page_of_kind, today, 100, 0, "press");
        CAPTURE(of_kind);
        CHECK(of_kind.find("organisation_name_kind_order") != std::string::npos);
        const auto count = plan(transaction, sql::agency_count, today);
        CAPTURE(count);
        CHECK(count.find("organisation_name_last_day") != std::string::npos);
        CHECK(count.find("organisation_name_first_day") != std::string::npos);
        const auto count_of_kind = plan(transaction, sql::agency_count_of_kind, today, "press");
        CAPTURE(count_of_kind);
        CHECK(count_of_kind.find("organisation_name_kind_order") != std::string::npos);
    });
}

TEST_CASE("the pages of a long directory lead on and back")
{
    at_a_desk(many(), [](Desk& desk) {
        auto context = desk.context_of_nobody();
        const auto first = MUST(show_agencies(context, get("/co-quan")));
        CHECK(has(first, "Cơ quan 1–100 trong 305"));
        CHECK(has(first, "href=\"/co-quan?tu=100\""));
        const auto last = MUST(show_agencies(context, get("/co-quan?tu=300")));
        CHECK(has(last, "Cơ quan 301–305 trong 305"));
        CHECK(has(last, "href=\"/co-quan?tu=200\""));
        CHECK(!has(last, "tu=400"));
        const auto communes =
            MUST(show_agencies(context, get("/co-quan?loai=commune_committee&tu=200")));
        CHECK(has(communes, "Cơ quan 201–300 trong 300"));
        CHECK(has(communes, "href=\"/co-quan?tu=100&amp;loai=commune_committee\""));
        CHECK(has(MUST(show_agencies(context, get("/co-quan?tu=9000"))), "Không tìm thấy"));
    });
}

TEST_CASE("the form of a decision offers only the names looked for where there are many")
{
    at_a_desk(many(), [](Desk& desk) {
        auto context = desk.context_of({});
        const auto empty =
            MUST(show_new_reorganisation(context, get("/co-quan/sap-xep/moi?loai=merge")));
        CHECK(!has(empty, "Xã số 7"));
        CHECK(has(empty, "name=\"look\""));
        const auto looked = MUST(post_reorganisation(
            context,
            post({{"loai", "merge"}, {"document", "Số 1"}, {"sought", "xa so 7"}, {"look", "1"}})));
        CHECK(looked.status == 200);
        CHECK(has(looked, "<li>Xã số 7</li>"));
        CHECK(has(looked, "<option value=\"Xã số 70\">"));
        CHECK(has(looked, "value=\"Số 1\""));
        CHECK(!has(looked, "Xã số 8<"));
        const auto unclear = MUST(post_reorganisation(context, post({{"loai", "rename"},
                                                                     {"day", "1/3/2025"},
                                                                     {"document", "Số 1"},
                                                                     {"subject", "xa so 1"},
                                                                     {"name", "Xã Mới"}})));
        CHECK(unclear.status == 200);  // the key without diacritics means one
        const auto unknown = MUST(post_reorganisation(context, post({{"loai", "rename"},
                                                                     {"day", "1/3/2025"},
                                                                     {"document", "Số 1"},
                                                                     {"subject", "so y the"},
                                                                     {"name", "Sở Mới"}})));
        CHECK(unknown.status == 422);
        CHECK(has(unknown, "gần với “so y the”"));
        CHECK(has(unknown, "<li>Sở Y tế</li>"));
        const auto nothing = MUST(post_reorganisation(
            context, post({{"loai", "merge"}, {"sought", "zzz"}, {"look", "1"}})));
        CHECK(has(nothing, "Không tìm thấy “zzz”"));
        desk.authority.answer = false;
        auto stranger = desk.context_of({});
        CHECK(
            post_reorganisation(stranger, post({{"loai", "merge"}, {"look", "1"}})).error().kind ==
            Failure::forbidden);
    });
}

TEST_CASE("a short directory is offered whole, also where no script runs")
{
    at_a_desk(offices, [](Desk& desk) {
        auto context = desk.context_of({});
        const auto form =
            MUST(show_new_reorganisation(context, get("/co-quan/sap-xep/moi?loai=merge")));
        CHECK(has(form, "<option value=\"Sở Y tế\">Sở Y tế</option>"));
        CHECK(!has(form, "name=\"look\""));
    });
}

}  // namespace caicach::organisation
