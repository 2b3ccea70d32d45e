#include "identity/headcount/headcount.hpp"
#include "acting_fixture.hpp"
#include "identity/headcount/headcount_entry.hpp"
#include "identity/headcount/headcount_handlers.hpp"

namespace caicach::identity
{
namespace
{

using organisation::AgencyId;
using organisation::Succession;
using organisation::Total;
using testing::day;
using testing::has;
using testing::in_province;
using testing::post_of;
using testing::Province;

constexpr AgencyId planning{1};
constexpr AgencyId finance{2};
constexpr AgencyId science{3};
using Totals = std::vector<Total>;

Headcount number(AgencyId agency, Date from, std::int64_t people)
{
    return {.agency = agency,
            .category = "civil_servant",
            .from = from,
            .people = people,
            .source = "Báo cáo"};
}

void save(Province& province, const Headcount& recorded)
{
    MUST(testing::changed(province.office.system_account(),
                          [&](Context& context, database::Transaction& transaction) {
                              return save_headcount(context, transaction, recorded);
                          }));
}

std::string code_of(Province& province, AgencyId agency)
{
    auto transaction = MUST(province.office.services.database->read());
    return MUST(organisation::agency_by_id(transaction, agency, day(3, 15))).code;
}

}  // namespace

TEST_CASE("a number holds from its day until the next of its agency")
{
    const Succession nothing;
    const std::vector<Headcount> recorded{number(finance, day(3, 1), 10),
                                          number(finance, day(6, 1), 12)};
    CHECK(headcounts_on(nothing, recorded, day(2, 28)).empty());
    CHECK(headcounts_on(nothing, recorded, day(3, 1)) == Totals{{finance, 10}});
    CHECK(headcounts_on(nothing, recorded, day(5, 31)) == Totals{{finance, 10}});
    CHECK(headcounts_on(nothing, recorded, day(6, 1)) == Totals{{finance, 12}});
}

TEST_CASE("after a merger the heir has both, until it counts its people itself")
{
    const Succession merged({{planning, finance, organisation::whole_share, day(4, 1)}});
    const std::vector<Headcount> before{number(planning, day(3, 1), 30),
                                        number(finance, day(3, 1), 50)};
    CHECK(headcounts_on(merged, before, day(3, 31)) == Totals{{planning, 30}, {finance, 50}});
    CHECK(headcounts_on(merged, before, day(4, 1)) == Totals{{finance, 80}});
    for (const auto counted : {day(4, 1), day(5, 1)}) {
        auto after = before;
        after.push_back(number(finance, counted, 76));
        CHECK(headcounts_on(merged, after, day(6, 1)) == Totals{{finance, 76}});
    }
    auto meanwhile = before;
    meanwhile.push_back(number(finance, day(3, 20), 52));
    CHECK(headcounts_on(merged, meanwhile, day(6, 1)) == Totals{{finance, 82}});
}

TEST_CASE("of a chain of mergers nobody is lost and nobody counted twice")
{
    const Succession chain({{planning, finance, organisation::whole_share, day(4, 1)},
                            {finance, science, organisation::whole_share, day(6, 1)}});
    const std::vector<Headcount> recorded{number(planning, day(3, 1), 30),
                                          number(finance, day(3, 1), 50),
                                          number(science, day(5, 1), 7)};
    CHECK(headcounts_on(chain, recorded, day(5, 31)) == Totals{{finance, 80}, {science, 7}});
    CHECK(headcounts_on(chain, recorded, day(6, 1)) == Totals{{science, 87}});
}

TEST_CASE("members of the Party are shown, and not added to those they are among")
{
    AgencyHeadcount agency{.agency = finance,
                           .numbers = {{"civil_servant", 40, true},
                                       {"public_employee", 5, true},
                                       {"party_member", 33, false}}};
    CHECK(agency.total() == 45);
    agency.add(
        {.agency = planning, .numbers = {{"civil_servant", 2, true}, {"contract", 1, true}}});
    CHECK(agency.of("civil_servant") == 42);
    CHECK(agency.total() == 48);
}

TEST_CASE("who counts is said by the law of the day, and by the first one before it")
{
    const auto source = [](std::string_view key, Date on) {
        const auto all = staff_categories_on(on);
        CHECK(all.size() == 5);
        const auto found = std::ranges::find(all, key, &StaffCategory::key);
        return found == all.end() ? std::string{} : found->source;
    };
    const auto has = [](const std::string& whole, std::string_view part) {
        return whole.find(part) != std::string::npos;
    };
    CHECK(has(source("official", *Date::create(2025, 6, 30)), "22/2008/QH12"));
    CHECK(has(source("official", *Date::create(2025, 7, 1)), "80/2025/QH15"));
    CHECK(has(source("public_employee", *Date::create(2026, 6, 30)), "58/2010/QH12"));
    CHECK(has(source("public_employee", *Date::create(2026, 7, 1)), "129/2025/QH15"));
    CHECK(has(source("official", *Date::create(1999, 1, 1)), "22/2008/QH12"));
}

TEST_CASE("a branch sums what stood below it on the day, the province everything")
{
    in_province([](Province& province) {
        save(province, number(province.health, day(3, 1), 40));
        save(province, number(province.clinic, day(3, 1), 25));
        save(province, number(province.finance, day(3, 1), 50));
        auto transaction = MUST(province.office.services.database->read());
        const auto total = [&](AgencyId branch) {
            return MUST(headcount_of_branch(transaction, branch, day(3, 15))).total();
        };
        CHECK(total(province.health) == 65);
        CHECK(total(province.clinic) == 25);
        CHECK(total(province.root) == 115);
        CHECK(total(whole_province) == 115);
        CHECK(MUST(headcount(transaction, province.health, day(3, 15))).total() == 40);
        CHECK(MUST(headcount(transaction, province.root, day(3, 15))).total() == 0);
        CHECK(MUST(headcount_of_branch(transaction, province.root, day(2, 1))).total() == 0);
    });
}

TEST_CASE("numbers are recorded, replaced on their day, audited, and refused abroad")
{
    in_province([](Province& province) {
        auto context = province.office.person(province.of_health);
        const auto post = [&](AgencyId agency, const std::string& people) {
            return post_headcount(context, post_of("/x", {{"agency", code_of(province, agency)},
                                                          {"category", "official"},
                                                          {"people", people},
                                                          {"from", "01/03/2026"},
                                                          {"source", "Báo cáo số 5"}}));
        };
        CHECK(MUST(post(province.clinic, "20")).status == 303);
        CHECK(province.office.remembered.lines.back() ==
              R"(identity.headcount.saved {"after":{"category":"official","from":"2026-03-01",)"
              R"("people":20}})");
        CHECK(MUST(post(province.clinic, "21")).status == 303);
        CHECK(province.office.remembered.lines.back() ==
              R"(identity.headcount.saved {"before":{"category":"official","from":"2026-03-01",)"
              R"("people":20},"after":{"category":"official","from":"2026-03-01","people":21}})");
        CHECK(post(province.finance, "5").error().kind == Failure::forbidden);
        CHECK(MUST(post(province.clinic, "-1")).status == 422);
        auto transaction = MUST(context.read());
        CHECK(MUST(headcount(transaction, province.clinic, day(3, 15))).of("official") == 21);
        const auto page =
            MUST(show_headcount(context, testing::request_of(http::Method::get, "/x")));
        CHECK(has(page, "Trung tâm Y tế Đắk Sim"));
        const auto file =
            MUST(export_headcount(context, testing::request_of(http::Method::get, "/x")));
        CHECK(has(file, "Trung tâm Y tế Đắk Sim,21,0,0,0,0,21"));
    });
}

TEST_CASE("a pasted table is saved whole or not at all, and each wrong line is named")
{
    in_province([](Province& province) {
        auto context = province.office.person(province.of_health);
        const auto clinic = code_of(province, province.clinic);
        const auto paste = [&](const std::string& table) {
            return post_headcount_table(context, post_of("/x", {{"table", table}}));
        };
        const auto good = clinic + "\tCông chức\t01/03/2026\t1.204\tBáo cáo\n";
        CHECK(
            MUST(paste("Mã\tĐối tượng\n" + good + clinic + ";viên chức;2026-03-01;7;BC")).status ==
            303);
        auto transaction = MUST(context.read());
        CHECK(MUST(headcount(transaction, province.clinic, day(3, 15))).total() == 1211);
        for (const auto& wrong :
             {"KHONG\tCông chức\t01/03/2026\t4\tBáo cáo", "thiếu cột", "", " ",
              "SYT;lạ;01/03/2026;4;Báo cáo", "SYT;Công chức;32/03/2026;4;Báo cáo",
              "SYT;Công chức;01/03/2026;bốn;Báo cáo", "SYT;Công chức;01/03/2027;4;Báo cáo"})
            CHECK(MUST(paste(wrong)).status == 422);
        const auto told = MUST(paste(good + "thiếu cột"));
        CHECK(told.status == 422);
        // The foreign agency's line takes the own one with it.
        CHECK(paste(clinic + ";Cán bộ;01/03/2026;9;BC\n" + code_of(province, province.finance) +
                    ";Cán bộ;01/03/2026;9;BC")
                  .error()
                  .kind == Failure::forbidden);
        auto after = MUST(context.read());
        CHECK(MUST(headcount(after, province.clinic, day(3, 15))).of("official") == 0);
    });
}

}  // namespace caicach::identity
