#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "manifest/context.hpp"
#include "organisation/agency_import.hpp"
#include "organisation/agency_table.hpp"
#include "organisation/official_code.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;

constexpr std::string_view head = "Mã;Tên;Loại;Mã định danh;Mã ĐVHC\n";

/// UBND, SNV and STC, who have no codes yet.
void at_a_desk(const std::function<void(Context&)>& test)
{
    caicach::testing::each_database(testing::migrations(), [&](database::Database& database) {
        const Desk desk(database);
        auto context = desk.context();
        MUST(load_reference(context));
        MUST(seed_sample(context,
                         "code;name;short_name;kind;parent;valid_from;valid_to;aliases\n"
                         "UBND;Ủy ban nhân dân tỉnh Sông Lam;;provincial_committee;;;;\n"
                         "SNV;Sở Nội vụ;;department;UBND;;;\n"
                         "STC;Sở Tài chính;;department;UBND;;;\n"));
        test(context);
    });
}

std::string proposed(Context& context, std::string_view rows)
{
    auto transaction = MUST(context.begin());
    const auto bytes = std::string(head).append(rows);
    auto code = MUST(propose_import(
        context, transaction, {.file_name = "mã.csv", .bytes = bytes, .day = context.today()}));
    MUST(transaction.commit());
    return code;
}

AgencyComparison compared(Context& context, std::string_view rows)
{
    const auto code = proposed(context, rows);
    auto transaction = MUST(context.read());
    const auto import = MUST(import_by_code(transaction, code));
    return MUST(comparison_of(transaction, import));
}

std::string imported(Context& context, std::string_view rows)
{
    auto code = proposed(context, rows);
    auto transaction = MUST(context.begin());
    const auto import = MUST(import_by_code(transaction, code));
    MUST(carry_out(context, transaction, import));
    MUST(transaction.commit());
    return code;
}

void take_back_whole(Context& context, const std::string& code)
{
    auto transaction = MUST(context.begin());
    const auto import = MUST(import_by_code(transaction, code));
    CHECK(MUST(undo_import(context, transaction, import)).empty());
    MUST(transaction.commit());
}

/// The agency's own code; empty: nobody.
std::string bearer(Context& context, std::string_view system, std::string_view code)
{
    auto transaction = MUST(context.read());
    const auto found = agency_by_official_code(transaction, system, code, context.today());
    return found ? found->code : std::string{};
}

constexpr std::string_view codes =
    "UBND;;;h64;98\n"
    "SNV;;;H64.02;\n"
    "XTT;UBND xã Thượng Tuyền;commune_committee;H64.41;97041\n";

}  // namespace

TEST_CASE("official codes come with the table, and go out with it")
{
    at_a_desk([](Context& context) {
        imported(context, codes);
        CHECK(bearer(context, "electronic", "H64") == "UBND");
        CHECK(bearer(context, "administrative_unit", "98") == "UBND");
        CHECK(bearer(context, "electronic", "H64.41") == "XTT");
        {
            auto transaction = MUST(context.read());
            const auto directory = MUST(DirectoryState::load(transaction, context.today()));
            const auto all = MUST(agencies_on(transaction, context.today()));
            const auto written = agencies_csv(directory, all);
            CHECK(written.find("Mã định danh điện tử") != std::string::npos);
            CHECK(written.find("97041") != std::string::npos);
        }
        CHECK(compared(context, codes).count(RowOutcome::unchanged) == 3);
    });
}

TEST_CASE("a code that nobody could bear, or somebody bears, is refused by row and column")
{
    at_a_desk([](Context& context) {
        imported(context, codes);
        const auto refused =
            compared(context, "SNV;;;H64.41;1\nSTC;;;H64.03;\nUBND;;;H64.03;\n").conflicts;
        REQUIRE(refused.size() == 3);
        CHECK(refused[0].row == 2);
        CHECK(refused[0].column == "Mã đơn vị hành chính");
        CHECK(refused[0].error.key == "organisation.official_code.not_digits");
        CHECK(refused[1].column == "Mã định danh điện tử");
        CHECK(refused[1].error.key == "organisation.official_code.taken");
        CHECK(refused[1].error.arguments.back() == "UBND xã Thượng Tuyền");
        CHECK(refused[2].row == 4);
        CHECK(refused[2].error.arguments.back() == "Sở Tài chính");
    });
}

TEST_CASE("a code changes from the day on, and comes back with the import")
{
    at_a_desk([](Context& context) {
        imported(context, codes);
        const auto fields = compared(context, "SNV;;;H64.52;\n").changes.front().fields;
        REQUIRE(fields.size() == 1);
        CHECK(text_of(fields) == "Mã định danh điện tử: H64.02 → H64.52");
        const auto change = imported(context, "SNV;;;H64.52;\n");
        CHECK(bearer(context, "electronic", "H64.52") == "SNV");
        CHECK(bearer(context, "electronic", "H64.02").empty());
        take_back_whole(context, change);
        CHECK(bearer(context, "electronic", "H64.02") == "SNV");
        CHECK(bearer(context, "electronic", "H64.52").empty());
    });
}

}  // namespace caicach::organisation
