#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/agency_list.hpp"
#include "organisation/agency_record.hpp"
#include "organisation/api.hpp"
#include "organisation/module.hpp"
#include "organisation/official_code.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;

std::string read_file(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(text).str();
}

std::size_t count(database::Transaction& transaction, std::string_view group, Date day)
{
    const auto found = MUST(group_by_key(transaction, group));
    return MUST(members(transaction, found.id, day)).agencies.size();
}

}  // namespace

TEST_CASE("the sample province has its agencies before and after 2025")
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        const Desk desk(database);
        auto context = desk.context();
        MUST(seed_sample(context, read_file("data/sample/province.csv")));
        MUST(seed_reorganisations(context, read_file("data/sample/reorganisations.csv")));
        MUST(seed_contacts(context, read_file("data/sample/contacts.csv")));
        auto transaction = MUST(context.read());
        const auto today = context.today();
        const auto year_2024 = *Date::create(2024, 6, 1);
        CHECK(count(transaction, "commune_committees", today) == 14);
        CHECK(count(transaction, "commune_committees", year_2024) == 3);
        CHECK(count(transaction, "district_committees", today) == 0);
        CHECK(count(transaction, "district_committees", year_2024) == 4);
        CHECK(count(transaction, "departments", today) == 15);
        CHECK(count(transaction, "departments", year_2024) == 20);
        CHECK(count(transaction, "press_agencies", today) == 1);
        CHECK(count(transaction, "press_agencies", year_2024) == 2);
    });
}

TEST_CASE("a name of before 2025 means the agency of then, and its successor now")
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        const Desk desk(database);
        auto context = desk.context();
        MUST(seed_sample(context, read_file("data/sample/province.csv")));
        MUST(seed_reorganisations(context, read_file("data/sample/reorganisations.csv")));
        auto transaction = MUST(context.read());
        const auto meant = [&](std::string_view name, Date day) {
            const auto resolution = MUST(resolve_name(transaction, name, day));
            const auto* agency = std::get_if<AgencyId>(&resolution);
            return agency ? MUST(agency_by_id(transaction, *agency, day)).code : std::string{};
        };
        const auto then = *Date::create(2024, 6, 1);
        const auto now = context.today();
        struct Named {
            std::string_view name, then, now;
        };
        for (const auto& [name, code_then, code_now] : {
                 Named{"Sở Giao thông vận tải", "SGTVT", "SXD"},
                 Named{"Sở Thông tin và Truyền thông", "STTTT", "SKHCN"},
                 Named{"UBND xã Tuyền Lâm", "XTL", "XTT"},
                 Named{"Ủy ban nhân dân tỉnh Sông Hoàng", "UBNDSH", "UBND"},
                 Named{"Sở Nội vụ tỉnh Sông Hoàng", "SNVSH", "SNV"},
                 Named{"UBND huyện Đắk Sim", "HDS", ""},
             }) {
            CAPTURE(name);
            CHECK(meant(name, then) == code_then);
            CHECK(meant(name, now) == code_now);
        }
    });
}

TEST_CASE("figures of the sample province add up through the reform of 2025")
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        const Desk desk(database);
        auto context = desk.context();
        MUST(seed_sample(context, read_file("data/sample/province.csv")));
        MUST(seed_reorganisations(context, read_file("data/sample/reorganisations.csv")));
        auto transaction = MUST(context.read());
        const auto in_2024 = *Date::create(2024, 6, 1);
        std::vector<Figure> figures;
        std::int64_t sum = 0;
        for (const auto& agency : MUST(agencies_on(transaction, in_2024))) {
            figures.push_back({agency.id, in_2024, 7 + sum % 5});
            sum += figures.back().amount;
        }
        const auto now = MUST(succession(transaction)).as_of(context.today(), figures);
        std::int64_t sum_now = 0;
        for (const auto& total : now) {
            sum_now += total.amount;
            const auto agency = MUST(agency_by_id(transaction, total.agency, context.today()));
            CAPTURE(agency.name);
            CHECK(MUST(agency_record(transaction, agency.slug, context.today()))
                      .exists_on(context.today()));
        }
        CHECK(sum_now == sum);
        CHECK(as_then(figures).size() == figures.size());
        CHECK(now.size() != figures.size());
    });
}

TEST_CASE("the reform of 2025 gives the sample other codes: old ones find who bore them, and heirs")
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        const Desk desk(database);
        auto context = desk.context();
        MUST(seed_sample(context, read_file("data/sample/province.csv")));
        MUST(seed_official_codes(context, read_file("data/sample/codes.csv")));
        MUST(seed_reorganisations(context, read_file("data/sample/reorganisations.csv")));
        auto transaction = MUST(context.read());
        const auto before = *Date::create(2025, 6, 30);
        const auto since = before.plus_days(1);
        const auto bearer = [&](std::string_view system, std::string_view code, Date day) {
            const auto found = agency_by_official_code(transaction, system, code, day);
            return found ? found->code : std::string{};
        };
        CHECK(bearer("administrative_unit", "98", before) == "UBND");
        CHECK(bearer("administrative_unit", "98", since).empty());
        CHECK(bearer("administrative_unit", "97", since) == "UBND");
        CHECK(bearer("electronic", "H64.21.02", before) == "XTL");
        CHECK(bearer("electronic", "H64.21.02", since).empty());
        CHECK(bearer("electronic", "H65", before) == "UBNDSH");
        const auto heirs = [&](std::string_view typed) {
            std::vector<std::string> codes;
            for (const auto& match : MUST(search_agencies(transaction, typed, since))) {
                const auto id = std::get<AgencyId>(match.target);
                codes.push_back(MUST(agency_by_id(transaction, id, since)).code);
            }
            return codes;
        };
        CHECK(heirs("98102") == std::vector<std::string>{"XTT"});
        CHECK(heirs("H65") == std::vector<std::string>{"UBND"});
        CHECK(heirs("H64.12") == std::vector<std::string>{"SKHCN", "SVHTTDL"});
        CHECK(heirs("981") == std::vector<std::string>{"XTT", "XMT", "XSB"});
    });
}

TEST_CASE("a code of a system, an agency or a day that is not there is refused with its line")
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        const Desk desk(database);
        auto context = desk.context();
        MUST(seed_sample(context, read_file("data/sample/province.csv")));
        const std::string head =
            "agency;system;code;valid_from;valid_to\nSNV;electronic;H64.02;;\n";
        for (const auto* wrong :
             {"LA;electronic;H64.03;;\n", "STC;tax;0100;;\n", "STC;electronic;H64.03;hôm qua;\n"}) {
            const auto refused = seed_official_codes(context, head + wrong);
            REQUIRE(!refused);
            CHECK(refused.error().key == "text.table.malformed");
        }
        CHECK(seed_official_codes(context, head + "STC;electronic;H64.02;;\n").error().key ==
              "organisation.official_code.taken");
        auto transaction = MUST(context.read());
        CHECK(!agency_by_official_code(transaction, "electronic", "H64.02", context.today()));
    });
}

TEST_CASE("contacts of an agency that is not there are refused with their line")
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        const Desk desk(database);
        auto context = desk.context();
        const auto refused = seed_contacts(context, "code;kind;label;value\nSNV;hotline;;1022\n");
        REQUIRE(!refused);
        CHECK(refused.error().key == "text.table.malformed");
        CHECK(refused.error().arguments.at(0) == "2");
    });
}

TEST_CASE("a sample file with a wrong day is refused with its line, and nothing is kept")
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        const Desk desk(database);
        auto context = desk.context();
        const auto refused = seed_sample(
            context,
            "code;name;short_name;kind;parent;valid_from;valid_to;aliases\n"
            "SNV;Sở Nội vụ;;department;;;;\nSTC;Sở Tài chính;;department;;1/3/2025;;\n");
        REQUIRE(!refused);
        CHECK(refused.error().key == "text.table.malformed");
        CHECK(refused.error().arguments.at(0) == "3");
        auto transaction = MUST(context.read());
        CHECK(!agency_by_code(transaction, "SNV", context.today()));
    });
}

TEST_CASE("the list of agencies is as long as the directory on every day of the reform")
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        const Desk desk(database);
        auto context = desk.context();
        MUST(seed_sample(context, read_file("data/sample/province.csv")));
        MUST(seed_reorganisations(context, read_file("data/sample/reorganisations.csv")));
        auto transaction = MUST(context.read());
        for (const auto* iso : {"1980-01-01", "2024-12-31", "2025-02-28", "2025-03-01",
                                "2025-06-30", "2025-07-01", "2026-03-15"}) {
            CAPTURE(iso);
            const auto day = *Date::from_iso(iso);
            const auto all = MUST(agencies_on(transaction, day));
            CHECK(MUST(agency_list(transaction, {.day = day})).found == all.size());
            const auto of_kind = MUST(agencies_on(transaction, day, "department"));
            const auto list = MUST(agency_list(
                transaction, {.day = day, .kind = "department", .count = of_kind.size() + 1}));
            CHECK(list.found == of_kind.size());
            CHECK(list.agencies.size() == of_kind.size());
        }
    });
}

}  // namespace caicach::organisation
