#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "organisation/module.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;

Date day(int year, int month, int number) { return *Date::create(year, month, number); }
const Date today = day(2026, 3, 15);

void at_a_desk(const std::function<void(Desk&, Context&)>& test)
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        Desk desk(database, today);
        auto context = desk.context();
        MUST(load_reference(context));
        test(desk, context);
    });
}

NewAgency department(std::string name) { return {.name = std::move(name), .kind = "department"}; }

/// The message key of the refusal, "created" where there was none; nothing is kept either way.
std::string refusal_of(Context& context, const NewAgency& agency)
{
    auto transaction = MUST(context.begin());
    const auto created = create_agency(context, transaction, agency);
    return created ? "created" : created.error().key;
}

std::string refusal_of(Context& context, const NewAlias& alias)
{
    auto transaction = MUST(context.begin());
    const auto added = add_alias(context, transaction, alias);
    return added ? "added" : added.error().key;
}

void add(Context& context, const NewAlias& alias)
{
    auto transaction = MUST(context.begin());
    MUST(add_alias(context, transaction, alias));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("a new agency has a code, a slug and an audit line")
{
    at_a_desk([](Desk& desk, Context& context) {
        const auto id = testing::agency(context, "  Sở  Nội vụ ");
        CHECK(desk.recorder.lines.back() ==
              R"(organisation.agency.created {"after":{"code":"SNV","name":"Sở Nội vụ"}})");
        auto transaction = MUST(context.read());
        const auto agency = MUST(agency_by_id(transaction, id, today));
        CHECK(agency.name == "Sở Nội vụ");
        CHECK(agency.code == "SNV");
        CHECK(agency.slug == "so-noi-vu");
        CHECK(agency.kind == "department");
        CHECK(agency_of(scope_of(id)) == id);
        CHECK(first_day().iso() == "1945-09-02");
    });
}

TEST_CASE("agencies alike in initials and slug get codes and slugs of their own")
{
    at_a_desk([](Desk&, Context& context) {
        testing::agency(context, "Xã Hòa Lác", "commune_committee");
        const auto id = testing::agency(context, "Xã Hoa Lác", "commune_committee");
        auto transaction = MUST(context.read());
        const auto second = MUST(agency_by_id(transaction, id, today));
        CHECK(second.code == "XHL-2");
        CHECK(second.slug == "xa-hoa-lac-2");
    });
}

TEST_CASE("a name that somebody bears on those days is refused")
{
    at_a_desk([](Desk&, Context& context) {
        testing::agency(context, "Sở Nội vụ");
        CHECK(refusal_of(context, department("SỞ NỘI VỤ")) == "organisation.name.taken");
        CHECK(refusal_of(context, department("Các sở, ban, ngành")) == "organisation.name.taken");
        auto shortened = department("Sở Ngoại vụ");
        shortened.short_name = "sở nội vụ";
        CHECK(refusal_of(context, shortened) == "organisation.name.taken");
    });
}

TEST_CASE("a name may be borne again when its bearer is gone")
{
    at_a_desk([](Desk&, Context& context) {
        auto old = department("Sở Du lịch");
        old.validity.to = day(2025, 2, 28);
        auto transaction = MUST(context.begin());
        MUST(create_agency(context, transaction, old));
        MUST(transaction.commit());
        auto renewed = department("Sở Du lịch");
        CHECK(refusal_of(context, renewed) == "organisation.name.taken");
        renewed.validity.from = day(2025, 3, 1);
        CHECK(refusal_of(context, renewed) == "created");
    });
}

TEST_CASE("what is wrong with a new agency is said at its field")
{
    at_a_desk([](Desk&, Context& context) {
        CHECK(refusal_of(context, department(" .. ")) == "organisation.name.missing");
        CHECK(refusal_of(context, department(std::string(201, 'a'))) ==
              "organisation.name.too_long");
        CHECK(refusal_of(context, {.name = "Sở A", .kind = "kingdom"}) ==
              "organisation.kind.unknown");
        auto agency = department("Sở A");
        agency.code = "sở a";
        CHECK(refusal_of(context, agency) == "organisation.code.malformed");
        agency.code = "";
        agency.parent = AgencyId{42};
        CHECK(refusal_of(context, agency) == "organisation.parent.unknown");
        agency.parent.reset();
        agency.validity = {.from = day(2025, 3, 1), .to = day(2025, 2, 28)};
        CHECK(refusal_of(context, agency) == "organisation.validity.backwards");
    });
}

TEST_CASE("a code is given once")
{
    at_a_desk([](Desk&, Context& context) {
        testing::agency(context, "Sở Nội vụ");
        auto agency = department("Sở Ngoại vụ");
        agency.code = "SNV";
        CHECK(refusal_of(context, agency) == "organisation.code.taken");
        agency.code = "H00.12";
        CHECK(refusal_of(context, agency) == "created");
    });
}

TEST_CASE("an alias resolves, for an agency and for a group")
{
    at_a_desk([](Desk& desk, Context& context) {
        const auto home = testing::agency(context, "Sở Nội vụ");
        add(context, {.text = "Cơ quan thường trực", .target = home, .validity = {}});
        CHECK(desk.recorder.lines.back() ==
              R"(organisation.alias.added {"after":{"alias":"Cơ quan thường trực"}})");
        auto transaction = MUST(context.read());
        const auto group = MUST(group_by_key(transaction, "departments")).id;
        const auto resolved = MUST(resolve_name(transaction, "cơ quan thường trực", today));
        CHECK(std::get<AgencyId>(resolved) == home);
        add(context, {.text = "toàn bộ các sở", .target = group, .validity = {}});
        auto later = MUST(context.read());
        const auto of_group = MUST(resolve_name(later, "Toàn bộ các sở", today));
        CHECK(std::get<GroupId>(of_group) == group);
    });
}

TEST_CASE("an alias that means somebody else on those days is a conflict")
{
    at_a_desk([](Desk&, Context& context) {
        const auto home = testing::agency(context, "Sở Nội vụ");
        const auto finance = testing::agency(context, "Sở Tài chính");
        add(context, {.text = "Sở Cũ", .target = home, .validity = {.to = day(2025, 2, 28)}});
        CHECK(refusal_of(context, {.text = "sở cũ", .target = finance, .validity = {}}) ==
              "organisation.alias.taken");
        CHECK(refusal_of(context, {.text = "Sở Nội vụ", .target = finance, .validity = {}}) ==
              "organisation.alias.taken");
        CHECK(refusal_of(context, {.text = "các sở, ngành", .target = finance, .validity = {}}) ==
              "organisation.alias.taken");
        CHECK(refusal_of(context, {.text = "Sở Cũ",
                                   .target = finance,
                                   .validity = {.from = day(2025, 3, 1)}}) == "added");
    });
}

TEST_CASE("the same alias twice is once, and audited once")
{
    at_a_desk([](Desk& desk, Context& context) {
        const auto home = testing::agency(context, "Sở Nội vụ");
        add(context, {.text = "Sở NV", .target = home, .validity = {}});
        const auto audited = desk.recorder.lines.size();
        add(context, {.text = "SỞ NV", .target = home, .validity = {}});
        CHECK(desk.recorder.lines.size() == audited);
    });
}

TEST_CASE("an alias needs a text and somebody to mean")
{
    at_a_desk([](Desk&, Context& context) {
        const auto home = testing::agency(context, "Sở Nội vụ");
        CHECK(refusal_of(context, {.text = " - ", .target = home, .validity = {}}) ==
              "organisation.name.missing");
        CHECK(refusal_of(context, {.text = "Sở X", .target = AgencyId{42}, .validity = {}}) ==
              "organisation.agency.not_found");
        CHECK(refusal_of(context, {.text = "Sở X", .target = GroupId{42}, .validity = {}}) ==
              "organisation.group.not_found");
    });
}

}  // namespace caicach::organisation
