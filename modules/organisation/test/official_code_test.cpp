#include "organisation/official_code.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "manifest/context.hpp"
#include "organisation/messages.hpp"
#include "organisation/module.hpp"
#include "organisation/official_code_handlers.hpp"
#include "organisation/reorganisation.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;

struct Offices {
    AgencyId home{};
    AgencyId health{};
};

void at_a_desk(const std::function<void(Desk&, Context&, const Offices&)>& test)
{
    caicach::testing::each_database(testing::migrations(), [&](database::Database& database) {
        Desk desk(database);
        MUST(desk.messages.add(messages::vi));
        auto context = desk.context_of({});
        MUST(load_reference(context));
        test(desk, context,
             {testing::agency(context, "Sở Nội vụ"), testing::agency(context, "Sở Y tế")});
    });
}

Date day(std::string_view iso) { return *Date::from_iso(iso); }

/// "added", or the end of the key of the refusal.
std::string add(Context& context, AgencyId agency, const NewOfficialCode& code)
{
    auto transaction = MUST(context.begin());
    const auto added = add_official_code(context, transaction, agency, code);
    if (!added) return added.error().key.substr(added.error().key.rfind('.') + 1);
    MUST(transaction.commit());
    return "added";
}

NewOfficialCode electronic(std::string_view code, std::string_view from, std::string_view to = {})
{
    return {"electronic", std::string(code), {.from = day(from), .to = Date::from_iso(to)}};
}

/// Who bears it, by name; empty: nobody.
std::string bearer(Context& context, std::string_view code, std::string_view on)
{
    auto transaction = MUST(context.read());
    const auto found = agency_by_official_code(transaction, "electronic", code, day(on));
    if (found) return found->name;
    CHECK(found.error().key == "organisation.official_code.not_found");
    return {};
}

std::string told(Context& context, AgencyId agency)
{
    auto transaction = MUST(context.read());
    std::string text;
    for (const auto& code : MUST(official_codes_of(transaction, agency))) {
        text.append(code.code).append(" ").append(code.validity.from.iso()).append("..");
        text.append(code.validity.to ? code.validity.to->iso() : "").append("\n");
    }
    return text;
}

http::Request post(std::vector<http::Field> form)
{
    return MUST(http::Request::create(
        {.method = http::Method::post, .target = "/co-quan/ma-so", .form = std::move(form)}));
}

bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("the systems are those of the file, each with its decision")
{
    REQUIRE(code_systems().size() == 2);
    for (const auto& system : code_systems()) {
        CHECK(check_official_code(system.key, system.example).has_value());
        CHECK(system.source.find("QĐ-TTg") != std::string::npos);
        CHECK(!system.lengths_text().empty());
    }
    CHECK(code_system("electronic")->lengths_text() == "3–35");
    CHECK(code_system("tax") == nullptr);
}

TEST_CASE("a code has the shape of its system; a number keeps its zeros")
{
    CHECK(official_code_form(" h64.21 ") == "H64.21");
    CHECK(check_official_code("electronic", "000.00.12.H64").has_value());
    CHECK(check_official_code("administrative_unit", "01").has_value());
    for (const auto* wrong : {"H", "H64..1", "H64.Đ1", "H64 1", ".H64"})
        CHECK(check_official_code("electronic", wrong).error().key ==
              "organisation.official_code.malformed");
    // What Excel leaves of 01 and 00123.
    for (const auto* wrong : {"1", "0123", "H64"})
        CHECK(check_official_code("administrative_unit", wrong).error().key ==
              "organisation.official_code.not_digits");
    CHECK(check_official_code("electronic", "").error().key ==
          "organisation.official_code.missing");
    CHECK(check_official_code("tax", "1").error().field == "system");
}

TEST_CASE("a new code ends the former one the day before, and each day knows its bearer")
{
    at_a_desk([](Desk&, Context& context, const Offices& offices) {
        CHECK(add(context, offices.home, electronic("H64.02", "2021-01-01")) == "added");
        CHECK(add(context, offices.home, electronic("h64.52", "2025-07-01")) == "added");
        CHECK(add(context, offices.home, electronic("H64.52", "2025-07-01")) == "added");
        CHECK(told(context, offices.home) ==
              "H64.52 2025-07-01..\nH64.02 2021-01-01..2025-06-30\n");
        CHECK(bearer(context, "h64.02", "2025-06-30") == "Sở Nội vụ");
        CHECK(bearer(context, "H64.02", "2025-07-01").empty());
        CHECK(bearer(context, "H64.52", "2025-07-01") == "Sở Nội vụ");
        CHECK(bearer(context, "H64.02", "2020-12-31").empty());
        // The number is free again, for whoever it is given to.
        CHECK(add(context, offices.health, electronic("H64.02", "2025-07-01")) == "added");
        CHECK(bearer(context, "H64.02", "2025-07-01") == "Sở Y tế");
    });
}

TEST_CASE("on no day two agencies bear one code, and no agency two of a system")
{
    at_a_desk([](Desk&, Context& context, const Offices& offices) {
        CHECK(add(context, offices.home, electronic("H64.02", "2022-01-01", "2022-12-31")) ==
              "added");
        CHECK(add(context, offices.health, electronic("H64.02", "2022-12-31")) == "taken");
        CHECK(add(context, offices.health, electronic("H64.02", "2021-01-01")) == "taken");
        CHECK(add(context, offices.health, electronic("H64.02", "2023-01-01")) == "added");
        CHECK(add(context, offices.home, electronic("H64.05", "2021-01-01")) == "has_other");
        CHECK(add(context, offices.home, electronic("H64.05", "2022-03-01", "2022-04-01")) ==
              "has_other");
        CHECK(add(context, offices.home, electronic("H64.05", "2021-01-01", "2021-12-31")) ==
              "added");
        CHECK(add(context, offices.home, electronic("H64.05", "2020-01-01")) == "before_system");
        CHECK(add(context, offices.home, electronic("H64.06", "2024-02-01", "2024-01-01")) ==
              "backwards");
        CHECK(add(context, offices.home,
                  {"administrative_unit", "99", {.from = day("2024-01-01")}}) == "added");
    });
}

TEST_CASE("an ended code stays in the past, one of today is gone, both leave their line")
{
    at_a_desk([](Desk& desk, Context& context, const Offices& offices) {
        const auto end_first = [&] {
            auto transaction = MUST(context.begin());
            const auto codes = MUST(official_codes_of(transaction, offices.home));
            const auto ended =
                end_official_code(context, transaction, offices.home, codes.front().id);
            if (ended) MUST(transaction.commit());
            return ended ? std::string("ended") : ended.error().key;
        };
        const auto today = context.today();
        CHECK(add(context, offices.home, electronic("H64.02", "2021-01-01")) == "added");
        CHECK(add(context, offices.home, electronic("H64.03", today.iso())) == "added");
        CHECK(end_first() == "ended");
        CHECK(told(context, offices.home) ==
              "H64.02 2021-01-01.." + today.plus_days(-1).iso() + "\n");
        CHECK(desk.recorder.lines.back().starts_with("organisation.official_code.ended"));
        CHECK(end_first() == "organisation.official_code.not_found");
        CHECK(add(context, offices.home, electronic("H64.04", today.plus_days(-3).iso())) ==
              "added");
        CHECK(told(context, offices.home).ends_with(today.plus_days(-4).iso() + "\n"));
    });
}

TEST_CASE("a decision ends the codes of who ends; an old code finds its bearer then, its heir now")
{
    at_a_desk([](Desk&, Context& context, const Offices& offices) {
        CHECK(add(context, offices.home, electronic("H64.02", "2021-01-01")) == "added");
        CHECK(add(context, offices.health, electronic("H64.07", "2021-01-01")) == "added");
        {
            auto transaction = MUST(context.begin());
            MUST(reorganise(context, transaction,
                            {.kind = ReorganisationKind::merge,
                             .day = day("2025-07-01"),
                             .document = "Nghị quyết số 27/NQ-HĐND",
                             .subject = offices.home,
                             .merged = {offices.health}}));
            MUST(transaction.commit());
        }
        CHECK(told(context, offices.health) == "H64.07 2021-01-01..2025-06-30\n");
        CHECK(told(context, offices.home) == "H64.02 2021-01-01..\n");
        CHECK(add(context, offices.health, electronic("H64.08", "2025-07-01")) == "not_alive");
        const auto found = [&](std::string_view typed, std::string_view on) {
            auto transaction = MUST(context.read());
            std::string names;
            for (const auto& match : MUST(search_agencies(transaction, typed, day(on))))
                names += match.name + ";";
            return names;
        };
        CHECK(found("h64.07", "2024-06-01") == "Sở Y tế;");
        CHECK(found("H64.07", "2025-07-01") == "Sở Nội vụ;");
        CHECK(found("H64.07", "2020-12-31").empty());
        CHECK(found("H64.99", "2025-07-01").empty());
    });
}

TEST_CASE("the page adds and ends codes; what is refused comes back with its fault")
{
    at_a_desk([](Desk& desk, Context& context, const Offices& offices) {
        CHECK(add(context, offices.health, electronic("H64.07", "2021-01-01")) == "added");
        const auto send = [&](std::string_view code, std::string_view from) {
            return MUST(post_official_code(context, post({{"agency", "so-noi-vu"},
                                                          {"system", "electronic"},
                                                          {"code", std::string(code)},
                                                          {"code_from", std::string(from)}})));
        };
        const auto saved = send("H64.02", "01/01/2021");
        CHECK(saved.status == 303);
        CHECK(desk.recorder.lines.back().starts_with("organisation.official_code.added"));
        const auto taken = send("H64.07", "01/07/2025");
        CHECK(taken.status == 409);
        CHECK(has(taken, "Mã H64.07 trong thời gian này là của: Sở Y tế"));
        CHECK(has(taken, "value=\"H64.07\""));
        CHECK(has(taken, "H64.02 (từ 01/01/2021)"));
        const auto unclear = send("H64.08", "hôm kia");
        CHECK(unclear.status == 422);
        CHECK(has(unclear, "href=\"#code_from\""));
        std::string id;
        {
            auto transaction = MUST(context.read());
            const auto codes = MUST(official_codes_of(transaction, offices.home));
            id = std::to_string(codes.front().id.value);
        }
        const auto end_of = [&](std::string_view slug) {
            return post_official_code_ending(
                context, post({{"agency", std::string(slug)}, {"official_code", id}}));
        };
        CHECK(end_of("so-y-te").error().kind == Failure::not_found);
        CHECK(MUST(end_of("so-noi-vu")).status == 303);
        auto nobody = desk.context_of_nobody();
        CHECK(!post_official_code(
            nobody, post({{"agency", "so-noi-vu"}, {"system", "electronic"}, {"code", "H64.10"}})));
        CHECK(!post_official_code_ending(nobody,
                                         post({{"agency", "so-noi-vu"}, {"official_code", id}})));
    });
}

}  // namespace caicach::organisation
