#include "text/table.hpp"

#include <doctest/doctest.h>

namespace caicach::text
{

TEST_CASE("a table is read by the names of its columns")
{
    const auto table =
        MUST(Table::parse("# lời dẫn\ncode;name\nSNV; Sở Nội vụ \n\nSTC;Sở Tài chính"));
    REQUIRE(table.rows().size() == 2);
    CHECK(table.at(table.rows()[0], "name") == "Sở Nội vụ");
    CHECK(table.at(table.rows()[1], "code") == "STC");
    CHECK(table.at(table.rows()[1], "kind").empty());
    CHECK(table.rows()[1].line == 5);
}

TEST_CASE("a row with a field too many is refused with its line")
{
    const auto table = Table::parse("code;name\nSNV;Sở;Nội vụ\n");
    REQUIRE(!table);
    CHECK(table.error().key == "text.table.malformed");
    CHECK(table.error().arguments.at(0) == "2");
}

TEST_CASE("an empty file is a table without rows") { CHECK(MUST(Table::parse("")).rows().empty()); }

TEST_CASE("a list drops its blanks and its empty pieces")
{
    CHECK(list_of(" a | b||", '|').size() == 2);
    CHECK(list_of("", '|').empty());
}

}  // namespace caicach::text
