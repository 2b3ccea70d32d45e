#include "database/transaction.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "testing/databases.hpp"
#include "text/text.hpp"

namespace caicach::database
{

namespace
{

struct AgencyTag;
using AgencyId = Id<AgencyTag>;

constexpr std::array migrations{
    Migration{"test", "0001_tables",
              "CREATE TABLE agency (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
              " version INTEGER NOT NULL, founded_on TEXT, changed_at TEXT, share REAL, seal BLOB)"
              " {STRICT};"
              "CREATE TABLE officer (id INTEGER PRIMARY KEY,"
              " agency_id INTEGER NOT NULL REFERENCES agency (id)) {STRICT};"}};

constexpr std::string_view insert_agency =
    "INSERT INTO agency (id, name, version) VALUES ($1, $2, 1)";
constexpr std::string_view agency_names = "SELECT name FROM agency ORDER BY name COLLATE vi";

std::string name_of(const Row& row) { return row.string("name"); }
std::int64_t value_of(const Row& row) { return row.integer("value"); }

void insert(Database& database, std::int64_t id, std::string_view name)
{
    Transaction transaction = MUST(database.write());
    MUST(transaction.change(insert_agency, id, name));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("every type of value comes back as it went in")
{
    testing::each_database(migrations, [](Database& database) {
        const Date founded = *Date::create(2024, 2, 29);
        const Instant changed{1'711'904'399'123'456};
        const std::string seal("\x00\xff'\\", 4);
        Transaction transaction = MUST(database.write());
        MUST(
            transaction.change("INSERT INTO agency (id, name, version, founded_on, changed_at,"
                               " share, seal) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                               AgencyId{7}, "Sở Nội vụ", true, founded, changed, 0.1, Bytes{seal}));
        MUST(transaction.one(
            "SELECT id, name, version, founded_on, changed_at, share, seal FROM agency",
            [&](const Row& row) {
                CHECK(row.id<AgencyId>("id") == AgencyId{7});
                CHECK(row.text("name") == "Sở Nội vụ");
                CHECK(row.boolean("version"));
                CHECK(row.date("founded_on") == founded);
                CHECK(row.instant("changed_at") == changed);
                CHECK(row.real("share") == 0.1);
                CHECK(row.bytes("seal") == seal);
                // In another order, and twice.
                CHECK(row.text("name") == "Sở Nội vụ");
                CHECK(row.maybe_integer("id") == 7);
                return 0;
            }));
    });
}

TEST_CASE("an empty optional is NULL and comes back as nothing")
{
    testing::each_database(migrations, [](Database& database) {
        Transaction transaction = MUST(database.write());
        MUST(transaction.change(
            "INSERT INTO agency (id, name, version, founded_on, changed_at,"
            " share) VALUES ($1, $2, 1, $3, $4, $5)",
            1, "Sở Y tế", std::optional<Date>{}, nullptr, std::optional<double>{}));
        MUST(
            transaction.one("SELECT founded_on, changed_at, share FROM agency", [](const Row& row) {
                CHECK(row.is_null("founded_on"));
                CHECK(row.maybe_date("founded_on") == std::nullopt);
                CHECK(row.maybe_instant("changed_at") == std::nullopt);
                CHECK(row.maybe_text("changed_at") == std::nullopt);
                CHECK(row.maybe_real("share") == std::nullopt);
                return 0;
            }));
    });
}

TEST_CASE("integers keep all their 64 bits")
{
    testing::each_database(migrations, [](Database& database) {
        Transaction transaction = MUST(database.write());
        for (const std::int64_t value :
             {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
              std::int64_t{1} << 53}) {
            MUST(transaction.change("DELETE FROM agency"));
            MUST(transaction.change(insert_agency, value, "Sở"));
            CHECK(MUST(transaction.one("SELECT id AS value FROM agency", value_of)) == value);
            CHECK(MUST(transaction.one("SELECT id AS value FROM agency WHERE id = $1", value_of,
                                       value)) == value);
        }
        MUST(transaction.change("UPDATE agency SET id = 5, version = 2"));
        CHECK(MUST(transaction.one("SELECT sum(version) AS value FROM agency", value_of)) == 2);
        CHECK(MUST(transaction.one("SELECT id = 5 AS value FROM agency", value_of)) == 1);
    });
}

TEST_CASE("a column takes no value of another type")
{
    testing::each_database(migrations, [](Database& database) {
        Transaction transaction = MUST(database.write());
        const auto refused = transaction.change(insert_agency, "một", "Sở");
        REQUIRE(!refused);
        CHECK(refused.error().kind == Failure::internal);
    });
}

TEST_CASE("parameters are bound by their number, in any order and as often as written")
{
    testing::each_database(migrations, [](Database& database) {
        Transaction transaction = MUST(database.write());
        MUST(transaction.change("INSERT INTO agency (name, version, id) VALUES ($2, $1, $1)", 3,
                                "Sở Tài chính"));
        CHECK(MUST(transaction.one("SELECT name FROM agency WHERE name = $2 AND id = $1", name_of,
                                   3, "Sở Tài chính")) == "Sở Tài chính");
    });
}

TEST_CASE("too few parameters and two statements in one are refused")
{
    testing::each_database(migrations, [](Database& database) {
        Transaction transaction = MUST(database.write());
        CHECK(!transaction.change(insert_agency, 1));
        Transaction second = MUST(database.read());
        CHECK(!second.all("SELECT 1 AS value; SELECT 2 AS value", value_of));
    });
}

TEST_CASE("one row is demanded, asked for, or none")
{
    testing::each_database(migrations, [](Database& database) {
        insert(database, 1, "Sở Nội vụ");
        Transaction transaction = MUST(database.read());
        constexpr std::string_view by_id = "SELECT name FROM agency WHERE id = $1";
        CHECK(MUST(transaction.one(by_id, name_of, 1)) == "Sở Nội vụ");
        CHECK(MUST(transaction.maybe_one(by_id, name_of, 2)) == std::nullopt);
        const auto missing = transaction.one(by_id, name_of, 2);
        REQUIRE(!missing);
        CHECK(missing.error().kind == Failure::not_found);
        CHECK(missing.error().key == "base.not_found");
    });
}

TEST_CASE("what is not committed has not happened")
{
    testing::each_database(migrations, [](Database& database) {
        bool is_told = false;
        {
            Transaction transaction = MUST(database.write());
            MUST(transaction.change(insert_agency, 1, "Sở Nội vụ"));
            transaction.after_commit([&] { is_told = true; });
        }
        Transaction reading = MUST(database.read());
        CHECK(MUST(reading.all(agency_names, name_of)).empty());
        CHECK_FALSE(is_told);
    });
}

TEST_CASE("a hook runs after the commit, when others can see the work")
{
    testing::each_database(migrations, [](Database& database) {
        std::size_t seen = 0;
        Transaction transaction = MUST(database.write());
        MUST(transaction.change(insert_agency, 1, "Sở Nội vụ"));
        transaction.after_commit([&] {
            Transaction reading = MUST(database.read());
            seen = MUST(reading.all(agency_names, name_of)).size();
        });
        MUST(transaction.commit());
        CHECK(seen == 1);
    });
}

TEST_CASE("a second row with the same key is a conflict that says so")
{
    testing::each_database(migrations, [](Database& database) {
        insert(database, 1, "Sở Nội vụ");
        for (const std::int64_t id : {1, 2}) {
            Transaction transaction = MUST(database.write());
            const auto twice = transaction.change(insert_agency, id, "Sở Nội vụ");
            REQUIRE(!twice);
            CHECK(twice.error().kind == Failure::conflict);
            CHECK(twice.error().key == "base.already_exists");
        }
    });
}

TEST_CASE("a row that others point at cannot go")
{
    testing::each_database(migrations, [](Database& database) {
        insert(database, 1, "Sở Nội vụ");
        Transaction transaction = MUST(database.write());
        MUST(transaction.change("INSERT INTO officer (id, agency_id) VALUES (1, 1)"));
        const auto removed = transaction.change("DELETE FROM agency WHERE id = $1", 1);
        REQUIRE(!removed);
        CHECK(removed.error().kind == Failure::conflict);
        CHECK(removed.error().key == "base.still_used");
    });
}

TEST_CASE("after a failed statement nothing of the transaction can be committed")
{
    testing::each_database(migrations, [](Database& database) {
        {
            Transaction transaction = MUST(database.write());
            MUST(transaction.change(insert_agency, 1, "Sở Nội vụ"));
            CHECK(!transaction.change(insert_agency, 1, "Sở Y tế"));
            CHECK(!transaction.change(insert_agency, 2, "Sở Y tế"));
            CHECK(!transaction.commit());
        }
        Transaction reading = MUST(database.read());
        CHECK(MUST(reading.all(agency_names, name_of)).empty());
    });
}

TEST_CASE("changing a row by its version tells when somebody was quicker")
{
    testing::each_database(migrations, [](Database& database) {
        insert(database, 1, "Sở Nội vụ");
        constexpr std::string_view rename =
            "UPDATE agency SET name = $1, version = version + 1 WHERE id = $2 AND version = $3";
        Transaction transaction = MUST(database.write());
        CHECK(MUST(transaction.change("UPDATE agency SET version = 1")) == 1);
        MUST(transaction.change_one(rename, "Sở Nội vụ tỉnh", 1, 1));
        const auto late = transaction.change_one(rename, "Sở Nội vụ và Lao động", 1, 1);
        REQUIRE(!late);
        CHECK(late.error().kind == Failure::conflict);
        CHECK(late.error().key == "base.changed_meanwhile");
        // No statement failed, so the rest may be kept.
        MUST(transaction.commit());
    });
}

TEST_CASE("a statement may run again while its own rows are being read")
{
    testing::each_database(migrations, [](Database& database) {
        for (std::int64_t id = 1; id <= 3; ++id) insert(database, id, "Sở " + std::to_string(id));
        Transaction transaction = MUST(database.read());
        int visited = 0;
        const auto read_all_again = [&](const Row& outer) {
            const std::string before = outer.string("name");
            visited += static_cast<int>(MUST(transaction.all(agency_names, name_of)).size());
            MUST(transaction.each(agency_names, [&](const Row&) { ++visited; }));
            CHECK(outer.text("name") == before);
        };
        MUST(transaction.each(agency_names, read_all_again));
        CHECK(visited == 18);
    });
}

TEST_CASE("reading row by row goes through long lists and ends when told")
{
    testing::each_database(migrations, [](Database& database) {
        constexpr std::string_view numbers =
            "WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value <"
            " $1) SELECT value FROM n";
        Transaction transaction = MUST(database.read());
        std::int64_t sum = 0;
        MUST(transaction.each(numbers, [&](const Row& row) { sum += value_of(row); }, 2000));
        CHECK(sum == 2000 * 2001 / 2);
        std::int64_t last = 0;
        MUST(transaction.each(
            numbers,
            [&](const Row& row) {
                last = value_of(row);
                return last < 700;
            },
            2000));
        CHECK(last == 700);
    });
}

TEST_CASE("a reading transaction sees no later commit and cannot write")
{
    testing::each_database(migrations, [](Database& database) {
        insert(database, 1, "Sở Nội vụ");
        Transaction reading = MUST(database.read());
        CHECK(MUST(reading.all(agency_names, name_of)).size() == 1);
        insert(database, 2, "Sở Y tế");
        CHECK(MUST(reading.all(agency_names, name_of)).size() == 1);
        CHECK(!reading.change(insert_agency, 3, "Sở Công Thương"));
        Transaction later = MUST(database.read());
        CHECK(MUST(later.all(agency_names, name_of)).size() == 2);
    });
}

TEST_CASE("names are in the order of a Vietnamese dictionary")
{
    testing::each_database(migrations, [](Database& database) {
        std::int64_t id = 0;
        const std::vector<std::string> expected{"an", "ân",   "Bình", "cà",  "Dũng",
                                                "đá", "Đông", "em",   "ươm", "xã"};
        for (const std::size_t i : {5U, 2U, 9U, 0U, 7U, 3U, 1U, 8U, 6U, 4U})
            insert(database, ++id, expected[i]);
        Transaction transaction = MUST(database.read());
        CHECK(MUST(transaction.all(agency_names, name_of)) == expected);
    });
}

TEST_CASE("fold makes names comparable without diacritics and case")
{
    testing::each_database(migrations, [](Database& database) {
        insert(database, 1, "Ủy ban nhân dân huyện ĐẮK MIL, Nguyễn Ưởng");
        Transaction transaction = MUST(database.read());
        const auto folded = [](const Row& row) { return row.string("folded"); };
        CHECK(MUST(transaction.one("SELECT fold(name) AS folded FROM agency", folded)) ==
              "uy ban nhan dan huyen dak mil, nguyen uong");
        CHECK(MUST(transaction.one("SELECT name FROM agency WHERE fold(name) LIKE $1", name_of,
                                   "%dak mil%")) == "Ủy ban nhân dân huyện ĐẮK MIL, Nguyễn Ưởng");
    });
}

TEST_CASE("fold in SQL is fold in C++, letter by letter")
{
    testing::each_database([](Database& database) {
        constexpr std::string_view letters =
            "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷ"
            "ỹýỵ"
            "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶ"
            "ỸÝỴ"
            "çñüåÇÑÜÅ 19/2020, (x)–“y”";
        const auto folded = [](const Row& row) { return row.string("folded"); };
        Transaction transaction = MUST(database.read());
        for (const std::string& text :
             {std::string(letters), std::string("Xa\u0303 \u0110a\u0306\u0301k"), std::string()})
            CHECK(MUST(transaction.one("SELECT fold($1) AS folded", folded, text)) ==
                  text::fold(text));
    });
}

TEST_CASE("a filter may be left out, and LIKE looks at case")
{
    testing::each_database(migrations, [](Database& database) {
        insert(database, 1, "Sở Nội vụ");
        insert(database, 2, "Chi cục SỞ HỮU");
        constexpr std::string_view filtered =
            "SELECT name FROM agency WHERE ($1 IS NULL OR id = $1) AND ($2 IS NULL OR name LIKE $2)"
            " AND ($3 = 1 OR version > 0) ORDER BY id LIMIT $4";
        Transaction transaction = MUST(database.read());
        const std::optional<std::int64_t> no_id;
        const std::optional<std::string> no_name;
        const auto count = [&](const auto& id, const auto& name) {
            return MUST(transaction.all(filtered, name_of, id, name, false, 10)).size();
        };
        CHECK(count(no_id, no_name) == 2);
        CHECK(count(std::optional<std::int64_t>(1), no_name) == 1);
        CHECK(count(no_id, std::optional<std::string>("%SỞ%")) == 1);
        CHECK(count(no_id, std::optional<std::string>("%chi%")) == 0);
    });
}

TEST_CASE("text with a zero byte is refused, never cut")
{
    testing::each_database(migrations, [](Database& database) {
        Transaction transaction = MUST(database.write());
        CHECK(!transaction.change(insert_agency, 1, std::string_view("Sở\0 Y tế", 9)));
    });
}

}  // namespace caicach::database
