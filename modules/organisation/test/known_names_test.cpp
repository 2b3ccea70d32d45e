#include <doctest/doctest.h>

#include <algorithm>
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

const Date before_mergers = day(2025, 2, 28);
const Date after_mergers = day(2025, 3, 1);

constexpr std::string_view offices = R"(code;name;short_name;kind;parent;valid_from;valid_to;aliases
UBND;Ủy ban nhân dân tỉnh Sông Lam;UBND tỉnh;provincial_committee;;;;
VPUB;Văn phòng Ủy ban nhân dân tỉnh;VP UBND tỉnh;provincial_office;UBND;;;
SNV;Sở Nội vụ;SNV;department;UBND;;;
SNG;Sở Ngoại vụ;SNgV;department;UBND;;;
STC;Sở Tài chính;STC;department;UBND;;;Sở Kế hoạch và Đầu tư@2025-03-01
SKHDT;Sở Kế hoạch và Đầu tư;Sở KH&ĐT;department;UBND;;2025-02-28;
XDS;Ủy ban nhân dân xã Đắk Sim;;commune_committee;UBND;;;Xã Đắk Sim
XHA;Ủy ban nhân dân xã Hòa Lác;;commune_committee;UBND;;;Xã Hòa Lác
XHB;Ủy ban nhân dân xã Hoa Lác;;commune_committee;UBND;;;Xã Hoa Lác
)";

void in_offices(const std::function<void(Desk&, database::Transaction&)>& test)
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        Desk desk(database);
        auto context = desk.context();
        MUST(seed_sample(context, offices));
        auto transaction = MUST(context.begin());
        test(desk, transaction);
    });
}

/// The code of the agency meant, the key of the group, or "?" with the suggestions.
std::string meant(database::Transaction& transaction, std::string_view printed,
                  Date date = after_mergers)
{
    const auto resolution = MUST(resolve_name(transaction, printed, date));
    if (const auto* agency = std::get_if<AgencyId>(&resolution))
        return MUST(agency_by_id(transaction, *agency, date)).code;
    if (const auto* group = std::get_if<GroupId>(&resolution))
        return MUST(group_by_id(transaction, *group)).key;
    std::string unresolved = "?";
    for (const auto& suggestion : std::get<Unresolved>(resolution).suggestions)
        unresolved.append(" ").append(suggestion.name);
    return unresolved;
}

std::vector<std::string> found(database::Transaction& transaction, std::string_view typed,
                               int limit = 10)
{
    std::vector<std::string> names;
    for (const auto& match : MUST(search_agencies(transaction, typed, after_mergers, limit)))
        names.push_back(match.name);
    return names;
}

bool is_among(const std::vector<std::string>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("typing without diacritics finds an agency, best first")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        REQUIRE(!found(transaction, "so noi vu").empty());
        CHECK(found(transaction, "so noi vu").front() == "Sở Nội vụ");
        CHECK(found(transaction, "so no").front() == "Sở Nội vụ");
        CHECK(found(transaction, "SỞ NGOẠI").front() == "Sở Ngoại vụ");
        CHECK(found(transaction, "snv").front() == "Sở Nội vụ");
    });
}

TEST_CASE("typing dak finds Đắk, in the middle of a name too")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        CHECK(found(transaction, "dak") == std::vector<std::string>{"Ủy ban nhân dân xã Đắk Sim"});
        CHECK(found(transaction, "đắk s").size() == 1);
        CHECK(found(transaction, "ubnd xa dak").size() == 1);
        // Beginnings of words only: "ak" begins none.
        CHECK(found(transaction, "ak").empty());
    });
}

TEST_CASE("a search finds groups as well as agencies")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        CHECK(is_among(found(transaction, "cac so, ban"), "Các sở, ban, ngành"));
        CHECK(is_among(found(transaction, "xa phuong"), "Ủy ban nhân dân cấp xã"));
    });
}

TEST_CASE("a search answers each target once and no more than asked for")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        CHECK(found(transaction, "so", 2).size() == 2);
        CHECK(found(transaction, "so", 0).empty());
        CHECK(found(transaction, "so", -5).empty());
        CHECK(found(transaction, " ").empty());
        CHECK(found(transaction, "%").empty());
        CHECK(found(transaction, std::string(5000, 'a')).empty());
        auto all = found(transaction, "so", 50);
        std::sort(all.begin(), all.end());
        CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
    });
}

TEST_CASE("a printed name means an agency whatever its case, marks and abbreviations")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        CHECK(meant(transaction, "Sở Nội vụ") == "SNV");
        CHECK(meant(transaction, "SỞ NỘI VỤ") == "SNV");
        CHECK(meant(transaction, "Văn phòng UBND tỉnh") == "VPUB");
        CHECK(meant(transaction, "UBND xã Đắk Sim") == "XDS");
        CHECK(meant(transaction, "Uỷ ban nhân dân xã Đắk Sim") == "XDS");
        CHECK(meant(transaction, "so tai chinh") == "STC");
    });
}

TEST_CASE("a printed name means a group")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        CHECK(meant(transaction, "Các Sở, ban ngành") == "departments");
        CHECK(meant(transaction, "UBND các huyện, thị xã, thành phố") == "district_committees");
        CHECK(meant(transaction, "các đơn vị liên quan") == "related_agencies");
    });
}

TEST_CASE("an old name means the successor from the day of the merger")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        CHECK(meant(transaction, "Sở Kế hoạch và Đầu tư", before_mergers) == "SKHDT");
        CHECK(meant(transaction, "Sở Kế hoạch và Đầu tư", after_mergers) == "STC");
        // The short name ended with its bearer and nobody took it over; it suggests, no more.
        CHECK(meant(transaction, "Sở KH&ĐT", before_mergers) == "SKHDT");
        CHECK(meant(transaction, "Sở KH&ĐT", after_mergers).starts_with("?"));
    });
}

TEST_CASE("diacritics decide between names that only they tell apart")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        CHECK(meant(transaction, "Xã Hòa Lác") == "XHA");
        CHECK(meant(transaction, "Xã Hoà Lác") == "XHA");
        CHECK(meant(transaction, "Xã Hoa Lác") == "XHB");
        // Without them nobody can know: both are suggested.
        const auto both = meant(transaction, "xa hoa lac");
        CHECK(both.find("Hòa") != std::string::npos);
        CHECK(both.find("Hoa") != std::string::npos);
    });
}

TEST_CASE("a slip of the scanner is no agency but suggests one")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        CHECK(meant(transaction, "Sở Nội vu.").starts_with("SNV"));
        CHECK(meant(transaction, "Sở Nôl vụ").starts_with("? Sở Nội vụ"));
        CHECK(meant(transaction, "Tập đoàn Xăng dầu Thái Bình Dương") == "?");
        CHECK(meant(transaction, "") == "?");
        CHECK(meant(transaction, std::string(10'000, 'x')) == "?");
    });
}

TEST_CASE("the gazetteer knows every way to write whom, on its day")
{
    in_offices([](Desk&, database::Transaction& transaction) {
        const auto has = [&](Date date, std::string_view text, std::string_view name) {
            const auto known = MUST(known_names(transaction, date));
            return std::any_of(known.begin(), known.end(), [&](const KnownName& k) {
                return k.text == text && k.name == name;
            });
        };
        CHECK(has(after_mergers, "Sở Nội vụ", "Sở Nội vụ"));
        CHECK(has(after_mergers, "SNV", "Sở Nội vụ"));
        CHECK(has(after_mergers, "Sở Kế hoạch và Đầu tư", "Sở Tài chính"));
        CHECK(has(before_mergers, "Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"));
        CHECK(!has(before_mergers, "Sở Kế hoạch và Đầu tư", "Sở Tài chính"));
        CHECK(has(after_mergers, "các sở, ngành", "Các sở, ban, ngành"));
    });
}

}  // namespace caicach::organisation
