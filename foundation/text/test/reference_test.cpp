#include "text/reference.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "base/process.hpp"

namespace caicach::text
{
namespace
{

Result<void> check_numbers(const Table& table)
{
    for (const auto& row : table.rows())
        if (table.at(row, "days").empty()) return malformed_field(row.line, "days", "");
    return {};
}

constexpr ReferenceFile file{
    "rules.csv", "key;valid_from;valid_to;days;source\na;2026-01-01;;3;luật\n", check_numbers};
constexpr std::string_view head = "key;valid_from;valid_to;days;source\n";

std::string key_of(const Result<void>& result)
{
    return result ? std::string{} : result.error().key;
}
std::string refusal(std::string_view rows)
{
    return key_of(check_reference(file, std::string{head} + std::string{rows}));
}
std::string days_in_effect()
{
    const auto table = MUST(table_of(file));
    return std::string{table.at(table.rows().front(), "days")};
}

/// A folder of own tables; the built-in ones are back when it is gone.
struct Folder {
    TemporaryDirectory place;

    Folder() : place(MUST(TemporaryDirectory::create())) {}
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { static_cast<void>(use_own_references("", {&file, 1})); }

    void write(std::string_view name, std::string_view text) const
    {
        std::ofstream(place.path() + "/" + std::string{name}, std::ios::binary) << text;
    }
    [[nodiscard]] OwnReferences use() const { return use_own_references(place.path(), {&file, 1}); }
};

}  // namespace

TEST_CASE("a table of the province's own stands in the place of the built-in one")
{
    CHECK(check_reference(file, file.built_in));
    CHECK(days_in_effect() == "3");
    {
        const Folder folder;
        folder.write("rules.csv", "\xEF\xBB\xBF" + std::string{head} + "a;2026-01-01;;5;NQ\r\n");
        folder.write("README.md", "ghi chú của tỉnh");
        const auto used = folder.use();
        CHECK(used.faults.empty());
        CHECK(used.names == std::vector<std::string>{"rules.csv"});
        CHECK(days_in_effect() == "5");
    }
    CHECK(days_in_effect() == "3");
}

TEST_CASE("a broken table is refused with its line, and nothing takes any place")
{
    const Folder folder;
    folder.write("rules.csv", std::string{head} + "a;2026-01-01;;;NQ\n");
    const auto used = folder.use();
    REQUIRE(used.faults.size() == 1);
    CHECK(used.faults.front().path == folder.place.path() + "/rules.csv");
    CHECK(used.faults.front().error.key == "text.table.field");
    CHECK(used.faults.front().error.arguments == std::vector<std::string>{"2", "days", ""});
    CHECK(days_in_effect() == "3");
}

TEST_CASE("a table of a name that nobody reads is refused rather than passed over")
{
    const Folder folder;
    folder.write("rule.csv", std::string{head} + "a;2026-01-01;;5;NQ\n");
    folder.write("rules.csv", std::string((1 << 20) + 1, '#'));
    const auto used = folder.use();
    REQUIRE(used.faults.size() == 2);
    CHECK(used.faults[0].error.key == "text.reference.unknown");
    CHECK(used.faults[0].error.arguments == std::vector<std::string>{"rules.csv"});
    CHECK(used.faults[1].error.key == "text.reference.too_large");
}

TEST_CASE("rows have a source, and of one key one a day")
{
    CHECK(refusal("a;2026-01-01;;5;\n") == "text.reference.source_missing");
    CHECK(refusal("a;2026-01-01;;5;NQ\na;2026-07-01;;6;NQ\n") == "text.reference.twice");
    CHECK(refusal("a;2026-01-01;2026-06-30;5;NQ\na;2026-07-01;;6;NQ\n").empty());
    CHECK(refusal("a;2026-07-01;2026-06-30;5;NQ\n") == "text.table.field");
    CHECK(refusal("a;2026-01-01;;5;NQ\nb;2026-01-01;;6;NQ\n").empty());
    CHECK(refusal("a;2026-01-01;;5\n") == "text.table.malformed");
    CHECK(refusal("a;2026-01-01;;5;\xFF\n") == "text.reference.encoding");
    CHECK(key_of(check_reference(file, "key;days;source\na;5;NQ\n")) == "text.reference.column");
}

TEST_CASE("a check may ask that keys stay and that a row never ends")
{
    const auto built_in = MUST(Table::parse(file.built_in));
    const auto other = MUST(Table::parse("key;valid_to\nb;2026-06-30\n"));
    CHECK(key_of(require_keys(other, built_in)) == "text.reference.key_gone");
    CHECK(require_keys(built_in, built_in));
    CHECK(key_of(require_unended(other, "key", "b")) == "text.reference.unended");
    CHECK(require_unended(built_in, "key", "a"));
}

}  // namespace caicach::text
