#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

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

const Date before_mergers = day(2024, 6, 1);
const Date after_mergers = day(2025, 3, 1);
const Date two_levels = day(2025, 7, 1);

constexpr std::string_view small_province =
    R"(code;name;short_name;kind;parent;valid_from;valid_to;aliases
UBND;Ủy ban nhân dân tỉnh Sông Lam;UBND tỉnh;provincial_committee;;;;
VPUB;Văn phòng Ủy ban nhân dân tỉnh;VP UBND tỉnh;provincial_office;UBND;;;
SNV;Sở Nội vụ;SNV;department;UBND;;;
STC;Sở Tài chính;STC;department;UBND;;;Sở Kế hoạch và Đầu tư@2025-03-01
SKHDT;Sở Kế hoạch và Đầu tư;Sở KH&ĐT;department;UBND;;2025-02-28;
SDTTG;Ban Dân tộc tỉnh;;department;UBND;;2025-02-28;
SDTTG;Sở Dân tộc và Tôn giáo;;department;UBND;2025-03-01;;Ban Dân tộc@2025-03-01
TTPV;Trung tâm Phục vụ hành chính công tỉnh;;public_service_unit;VPUB;;;
HDS;Ủy ban nhân dân huyện Đắk Sim;;district_committee;UBND;;2025-06-30;
XDS;Ủy ban nhân dân xã Đắk Sim;;commune_committee;UBND;2025-07-01;;Xã Đắk Sim
XBQ;Ủy ban nhân dân xã Bãi Quế;;commune_committee;UBND;2025-07-01;;Xã Bãi Quế
)";

void in_small_province(const std::function<void(Desk&, database::Transaction&)>& test)
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        Desk desk(database);
        auto context = desk.context();
        MUST(seed_sample(context, small_province));
        auto transaction = MUST(context.begin());
        test(desk, transaction);
    });
}

std::vector<std::string> names(const std::vector<AgencySummary>& agencies)
{
    std::vector<std::string> list;
    for (const auto& agency : agencies) list.push_back(agency.name);
    return list;
}

std::vector<std::string> members_on(database::Transaction& transaction, std::string_view key,
                                    Date date)
{
    const auto group = MUST(group_by_key(transaction, key));
    return names(MUST(members(transaction, group.id, date)).agencies);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an agency is named as on the day asked about")
{
    in_small_province([](Desk&, database::Transaction& transaction) {
        const auto before = MUST(agency_by_code(transaction, "SDTTG", day(2025, 2, 28)));
        const auto after = MUST(agency_by_code(transaction, "SDTTG", after_mergers));
        CHECK(before.name == "Ban Dân tộc tỉnh");
        CHECK(after.name == "Sở Dân tộc và Tôn giáo");
        CHECK(before.id == after.id);
        CHECK(after.slug == "so-dan-toc-va-ton-giao");
        CHECK(after.short_name == after.name);
    });
}

TEST_CASE("an agency that is gone keeps its last name")
{
    in_small_province([](Desk&, database::Transaction& transaction) {
        const auto gone = MUST(agency_by_slug(transaction, "so-ke-hoach-va-dau-tu", two_levels));
        CHECK(gone.name == "Sở Kế hoạch và Đầu tư");
        const auto to_come = MUST(agency_by_code(transaction, "XDS", before_mergers));
        CHECK(to_come.name == "Ủy ban nhân dân xã Đắk Sim");
    });
}

TEST_CASE("an agency that never was is not found")
{
    in_small_province([](Desk&, database::Transaction& transaction) {
        const auto missing = agency_by_id(transaction, AgencyId{42}, two_levels);
        REQUIRE(!missing);
        CHECK(missing.error().kind == Failure::not_found);
        CHECK(!agency_by_slug(transaction, "khong-co", two_levels));
        CHECK(!group_by_key(transaction, "nobody"));
    });
}

TEST_CASE("departments are those of the day, across the mergers of 2025")
{
    in_small_province([](Desk&, database::Transaction& transaction) {
        CHECK(members_on(transaction, "departments", day(2025, 2, 28)) ==
              Names{"Ban Dân tộc tỉnh", "Sở Kế hoạch và Đầu tư", "Sở Nội vụ", "Sở Tài chính",
                    "Văn phòng Ủy ban nhân dân tỉnh"});
        CHECK(members_on(transaction, "departments", after_mergers) ==
              Names{"Sở Dân tộc và Tôn giáo", "Sở Nội vụ", "Sở Tài chính",
                    "Văn phòng Ủy ban nhân dân tỉnh"});
    });
}

TEST_CASE("districts end and communes begin with two levels of government")
{
    in_small_province([](Desk&, database::Transaction& transaction) {
        CHECK(members_on(transaction, "district_committees", day(2025, 6, 30)) ==
              Names{"Ủy ban nhân dân huyện Đắk Sim"});
        CHECK(members_on(transaction, "commune_committees", day(2025, 6, 30)).empty());
        CHECK(members_on(transaction, "district_committees", two_levels).empty());
        CHECK(members_on(transaction, "commune_committees", two_levels) ==
              Names{"Ủy ban nhân dân xã Bãi Quế", "Ủy ban nhân dân xã Đắk Sim"});
    });
}

TEST_CASE("an open group says that it has no list")
{
    in_small_province([](Desk&, database::Transaction& transaction) {
        const auto group = MUST(group_by_key(transaction, "related_agencies"));
        CHECK(group.is_open);
        const auto list = MUST(members(transaction, group.id, two_levels));
        CHECK(list.is_open);
        CHECK(list.agencies.empty());
    });
}

TEST_CASE("an exception takes a member out on its days, or puts one in")
{
    in_small_province([](Desk& desk, database::Transaction& transaction) {
        auto context = desk.context();
        const auto group = MUST(group_by_key(transaction, "departments"));
        const auto office = MUST(agency_by_code(transaction, "VPUB", two_levels));
        const auto centre = MUST(agency_by_code(transaction, "TTPV", two_levels));
        MUST(set_group_exception(context, transaction, group.id, office.id, Membership::excluded,
                                 {.from = two_levels, .to = day(2025, 12, 31)}));
        MUST(set_group_exception(context, transaction, group.id, centre.id, Membership::included,
                                 {.from = two_levels, .to = {}}));
        CHECK(members_on(transaction, "departments", two_levels) ==
              Names{"Sở Dân tộc và Tôn giáo", "Sở Nội vụ", "Sở Tài chính",
                    "Trung tâm Phục vụ hành chính công tỉnh"});
        CHECK(members_on(transaction, "departments", day(2026, 1, 1)).size() == 5);
        CHECK(desk.recorder.lines.back().starts_with("organisation.group.changed"));
    });
}

TEST_CASE("an open group takes no exceptions")
{
    in_small_province([](Desk& desk, database::Transaction& transaction) {
        auto context = desk.context();
        const auto group = MUST(group_by_key(transaction, "related_agencies"));
        const auto office = MUST(agency_by_code(transaction, "VPUB", two_levels));
        const auto refused =
            set_group_exception(context, transaction, group.id, office.id, Membership::included);
        REQUIRE(!refused);
        CHECK(refused.error().key == "organisation.group.open");
    });
}

TEST_CASE("a branch is the agency itself and all below it")
{
    in_small_province([](Desk&, database::Transaction& transaction) {
        const auto committee = MUST(agency_by_code(transaction, "UBND", two_levels)).id;
        const auto office = MUST(agency_by_code(transaction, "VPUB", two_levels)).id;
        const auto centre = MUST(agency_by_code(transaction, "TTPV", two_levels)).id;
        const auto home = MUST(agency_by_code(transaction, "SNV", two_levels)).id;
        CHECK(MUST(is_within(transaction, centre, centre, two_levels)));
        CHECK(MUST(is_within(transaction, centre, office, two_levels)));
        CHECK(MUST(is_within(transaction, centre, committee, two_levels)));
        CHECK(!MUST(is_within(transaction, office, centre, two_levels)));
        CHECK(!MUST(is_within(transaction, centre, home, two_levels)));
        CHECK(!MUST(is_within(transaction, AgencyId{42}, committee, two_levels)));
    });
}

TEST_CASE("a branch is that of the day")
{
    in_small_province([](Desk&, database::Transaction& transaction) {
        const auto committee = MUST(agency_by_code(transaction, "UBND", two_levels)).id;
        const auto commune = MUST(agency_by_code(transaction, "XDS", two_levels)).id;
        CHECK(MUST(is_within(transaction, commune, committee, two_levels)));
        CHECK(!MUST(is_within(transaction, commune, committee, before_mergers)));
    });
}

TEST_CASE("agencies are listed by kind in Vietnamese order")
{
    in_small_province([](Desk&, database::Transaction& transaction) {
        CHECK(names(MUST(agencies_on(transaction, two_levels, "commune_committee"))) ==
              Names{"Ủy ban nhân dân xã Bãi Quế", "Ủy ban nhân dân xã Đắk Sim"});
        CHECK(MUST(agencies_on(transaction, two_levels)).size() == 8);
        CHECK(MUST(agencies_on(transaction, two_levels, "no_such_kind")).empty());
    });
}

TEST_CASE("reference data and sample may be loaded again and change nothing")
{
    in_small_province([](Desk& desk, database::Transaction& transaction) {
        const auto before = MUST(known_names(transaction, two_levels)).size();
        MUST(transaction.commit());
        auto context = desk.context();
        const auto audited = desk.recorder.lines.size();
        MUST(seed_sample(context, small_province));
        auto again = MUST(context.read());
        CHECK(MUST(known_names(again, two_levels)).size() == before);
        CHECK(desk.recorder.lines.size() == audited);
        CHECK(MUST(kinds(again)).size() > 15);
    });
}

}  // namespace caicach::organisation
