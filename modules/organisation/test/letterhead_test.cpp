#include "organisation/letterhead.hpp"

#include <doctest/doctest.h>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "organisation/module.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{

TEST_CASE("a document begins with its agency and the one above it, as they were called that day")
{
    constexpr std::string_view province =
        R"(code;name;short_name;kind;parent;valid_from;valid_to;aliases
UBND;Ủy ban nhân dân tỉnh Sông Lam;UBND tỉnh;provincial_committee;;;;
SDTTG;Ban Dân tộc tỉnh;;department;UBND;;2025-02-28;
SDTTG;Sở Dân tộc và Tôn giáo;;department;UBND;2025-03-01;;
CCTG;Chi cục Tôn giáo;;public_service_unit;SDTTG;;;
XDS;Ủy ban nhân dân xã Đắk Sim;;commune_committee;UBND;2025-07-01;;
TYT;Trạm Y tế;;commune_unit;XDS;2025-07-01;;
THUE;Thuế tỉnh;;vertical;;;;
)";
    const auto manifest = module();
    testing::each_database(manifest.migrations(), [&](database::Database& database) {
        const testing::Desk desk(database);
        auto context = desk.context();
        MUST(seed_sample(context, province));
        auto transaction = MUST(context.begin());
        const auto head_of = [&](std::string_view code, int year) {
            const auto day = *Date::create(year, 7, 1);
            const auto agency = MUST(agency_by_code(transaction, code, day));
            return MUST(letterhead_of(context, transaction, agency.id, day));
        };
        const auto before = head_of("SDTTG", 2024);
        CHECK(before.parent == "UBND tỉnh Sông Lam");
        CHECK(before.issuer == "Ban Dân tộc tỉnh");
        CHECK(before.mark == "SDTTG");
        CHECK(before.place == "Sông Lam");
        CHECK(head_of("SDTTG", 2025).issuer == "Sở Dân tộc và Tôn giáo");
        CHECK(head_of("CCTG", 2024).parent == "Ban Dân tộc tỉnh");
        const auto commune = head_of("XDS", 2025);
        CHECK(commune.parent.empty());
        CHECK(commune.mark == "UBND");
        CHECK(commune.place == "Đắk Sim");
        const auto station = head_of("TYT", 2025);
        CHECK(station.parent == "UBND xã Đắk Sim");
        CHECK(station.place == "Đắk Sim");
        const auto alone = head_of("THUE", 2025);
        CHECK(alone.parent.empty());
        CHECK(alone.place == "Sông Lam");
        CHECK(letterhead_of(context, transaction, AgencyId{1}, *Date::create(2025, 7, 1))
                  .error()
                  .key == "organisation.agency.not_found");
    });
}

TEST_CASE("the place is the unit's bare name, but for numbers")
{
    CHECK(place_in("Ủy ban nhân dân thành phố Sông Lam") == "Sông Lam");
    CHECK(place_in("tỉnh Sông Lam") == "Sông Lam");
    CHECK(place_in("Ủy ban nhân dân phường 5") == "phường 5");
    CHECK(place_in("Ủy ban nhân dân tỉnh").empty());
}

}  // namespace caicach::organisation
