#include "evidence/told.hpp"

#include <doctest/doctest.h>

#include <array>

#include "evidence/testing.hpp"
#include "figure_room.hpp"

namespace caicach::evidence
{

TEST_CASE("what nobody tells is empty, and a table that nobody keeps is not found")
{
    in_room([](Room& room) {
        auto transaction = MUST(room.context.read());
        const Telling telling{.window = {day(1, 1), day(6, 30)}, .today = day(6, 30)};
        const std::vector<std::string> keys{"dossier.share"};
        constexpr std::array sections{LineSection::done};
        CHECK(MUST(told_figures(room.context, transaction)).empty());
        CHECK(MUST(told_tables(room.context, transaction)).empty());
        CHECK(MUST(told_amounts(room.context, transaction, telling, keys)).empty());
        CHECK(MUST(told_lines(room.context, transaction, telling, sections, 5)).empty());
        const auto table = told_table(room.context, transaction, telling, "dossier.late", 5);
        REQUIRE(!table);
        CHECK(table.error().key == "evidence.told.table_not_found");
    });
}

TEST_CASE("whoever knows it tells: figures, lines by section and day, tables, each bounded")
{
    in_room([](Room& room) {
        testing::add_dossiers(room.desk.events);
        auto transaction = MUST(room.context.read());
        const Telling telling{
            .agency = room.health, .window = {day(1, 1), day(6, 30)}, .today = day(6, 30)};
        const std::vector<std::string> keys{"dossier.share"};
        CHECK(MUST(told_figures(room.context, transaction)).front().is_ratio);
        CHECK(MUST(told_tables(room.context, transaction)).front().key == "dossier.late");
        const auto amounts = MUST(told_amounts(room.context, transaction, telling, keys));
        REQUIRE(amounts.size() == 1);
        CHECK(amounts[0].agency == room.health);
        CHECK(amounts[0].denominator == 10);
        constexpr std::array sections{LineSection::late, LineSection::done};
        const auto lines = MUST(told_lines(room.context, transaction, telling, sections, 2));
        REQUIRE(lines.size() == 3);
        CHECK(lines[0].section == LineSection::late);
        CHECK(lines[1].day == day(1, 2));
        CHECK(lines[2].day == day(1, 3));
        const auto rows = MUST(told_table(room.context, transaction, telling, "dossier.late", 5));
        CHECK(rows.size() == 5);
    });
}

}  // namespace caicach::evidence
