#include "outgoing/number/series.hpp"

#include <doctest/doctest.h>

#include "outgoing/number/number.hpp"
#include "outgoing/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::outgoing
{
namespace
{

const DocumentKind report{.key = "bao_cao", .name = "Báo cáo", .mark = "BC"};
const DocumentKind letter{.key = "cong_van", .name = "Công văn"};

Date day(int month, int number) { return *Date::create(2026, month, number); }

Series lasting(std::string key, std::vector<std::string> kinds, std::string board = {})
{
    return {.key = std::move(key),
            .kinds = std::move(kinds),
            .board = std::move(board),
            .validity = {.from = day(1, 1)}};
}

std::string key_of(const Result<Series>& result)
{
    return result ? std::string{} : result.error().key;
}

}  // namespace

TEST_CASE("a symbol takes the letters of the kind, and a letter has none")
{
    const Series common{.symbol = "((loai))-SNV"};
    CHECK(symbol_of(common, report) == "BC-SNV");
    CHECK(symbol_of(common, letter) == "SNV");
    CHECK(symbol_of({.symbol = "SNV-CCHC"}, letter) == "SNV-CCHC");
    CHECK(number_text(5, symbol_of(common, report)) == "05/BC-SNV");
    CHECK(number_text(125, symbol_of(common, report)) == "125/BC-SNV");
}

TEST_CASE("a kind takes its numbers from its own series, else from the common one, else a board's")
{
    std::vector<Series> all{lasting("chung", {}), lasting("bao-cao", {"bao_cao"}),
                            lasting("ban-chi-dao", {}, "Ban Chỉ đạo")};
    all.push_back(lasting("cu", {"to_trinh"}));
    all.back().validity.to = day(2, 1);
    const auto keys = [&](std::string_view kind) {
        std::string found;
        for (const auto& one : series_for(all, kind, day(3, 15))) found += one.key + " ";
        return found;
    };
    CHECK(keys("bao_cao") == "bao-cao ban-chi-dao ");
    CHECK(keys("thong_bao") == "chung ban-chi-dao ");
    CHECK(keys("to_trinh") == "chung ban-chi-dao ");
}

TEST_CASE("two series of an agency never number the same kind on the same day")
{
    const auto migrations = caicach::testing::all_migrations();
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        const caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        const auto first = testing::series_of_agency(context, "SNV");
        auto transaction = MUST(context.begin());
        NewSeries wanted{.agency = first.agency,
                         .name = "Sổ văn bản đi",
                         .symbol = "((loai))-SNV2",
                         .from = day(7, 1)};
        const auto add = [&] { return add_series(context, transaction, wanted); };
        CHECK(key_of(add()) == "outgoing.series.taken");
        wanted.name = "Sổ khác";
        CHECK(key_of(add()) == "outgoing.series.kind_taken");
        wanted.kinds = {"bao_cao"};
        wanted.symbol = "BC/SNV";
        CHECK(key_of(add()) == "outgoing.series.symbol");
        wanted.symbol = "BC-SNV";
        wanted.kinds = {"không có"};
        CHECK(key_of(add()) == "outgoing.kind.unknown");
        wanted.kinds = {"bao_cao"};
        wanted.name = "…";
        CHECK(key_of(add()) == "outgoing.series.name");
        wanted.name = "Sổ báo cáo";
        CHECK(key_of(add()).empty());
        wanted = {.agency = first.agency,
                  .name = "Sổ của Ban Chỉ đạo",
                  .symbol = "((loai))-BCĐ",
                  .board = "Ban Chỉ đạo cải cách hành chính",
                  .from = day(1, 1)};
        CHECK(key_of(add()).empty());
    });
}

TEST_CASE("a series that follows one of its name counts on, with another symbol")
{
    const auto migrations = caicach::testing::all_migrations();
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        const caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        const auto first = testing::series_of_agency(context, "SNV");
        auto transaction = MUST(context.begin());
        const NumberEntry entry{.symbol = "BC-SNV", .issued_on = day(3, 15)};
        CHECK(take_number(context, transaction, place_of(first, 2026), entry) == 1);
        const auto early = end_series(context, transaction, first, *Date::create(2025, 12, 31));
        REQUIRE_FALSE(early);
        CHECK(early.error().key == "outgoing.series.ended_before");
        MUST(end_series(context, transaction, first, day(3, 14)));
        const auto lost = end_series(context, transaction, first, day(3, 14));
        REQUIRE_FALSE(lost);
        CHECK(lost.error().key == "base.changed_meanwhile");
        const auto next = MUST(add_series(context, transaction,
                                          {.agency = first.agency,
                                           .name = first.name,
                                           .symbol = "((loai))-SNVLĐ",
                                           .from = day(3, 15)}));
        CHECK(next.key == first.key);
        CHECK(take_number(context, transaction, place_of(next, 2026), entry) == 2);
        const auto all = MUST(series_of(transaction, first.agency));
        const auto used = series_for(all, "bao_cao", day(3, 15));
        REQUIRE(used.size() == 1);
        CHECK(symbol_of(used.front(), report) == "BC-SNVLĐ");
    });
}

}  // namespace caicach::outgoing
