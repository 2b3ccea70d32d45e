#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "evidence/api.hpp"
#include "evidence/module.hpp"
#include "manifest/context.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::evidence
{
namespace
{

using organisation::AgencyId;
using testing::Desk;

constexpr FactKind article{.key = "test.article", .text = "Tin, bài", .unit = "bài"};
constexpr FactKind talk{.key = "test.talk", .text = "Tọa đàm", .unit = "cuộc"};

Date day(int month, int number) { return *Date::create(2026, month, number); }

struct Office {
    Context& context;
    AgencyId home{};
    AgencyId finance{};
};

void in_office(const std::function<void(Office&)>& test)
{
    auto migrations = organisation::testing::migrations();
    const auto manifest = module();
    migrations.insert(migrations.end(), manifest.migrations().begin(), manifest.migrations().end());
    testing::each_database(migrations, [&](database::Database& database) {
        const Desk desk(database, day(6, 30));
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        Office office{.context = context,
                      .home = organisation::testing::agency(context, "Sở Nội vụ"),
                      .finance = organisation::testing::agency(context, "Sở Tài chính")};
        test(office);
    });
}

Result<FactId> recorded(Context& context, const Fact& fact)
{
    auto transaction = TRY(context.begin());
    const auto id = TRY(record(context, transaction, fact));
    TRY(transaction.commit());
    return id;
}

Fact fact_of(AgencyId agency, Date happened_on, std::string title, std::int64_t quantity = 1)
{
    return {.kind = article,
            .agency = agency,
            .happened_on = happened_on,
            .quantity = quantity,
            .title = std::move(title),
            .source_module = "test",
            .source_object = 5};
}

std::vector<std::string> titles(Context& context, const FactQuery& query)
{
    auto transaction = MUST(context.read());
    std::vector<std::string> list;
    for (const auto& fact : MUST(facts(transaction, query))) list.push_back(fact.title);
    return list;
}

FactQuery first_half() { return {.from = day(1, 1), .to = day(6, 30)}; }

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("a fact stands in the ledger as it was told")
{
    in_office([](Office& office) {
        auto told = fact_of(office.home, day(3, 10), " Ba cách  nộp hồ sơ ", 2);
        told.link = "https://songlam.example/ba-cach";
        told.file_sha256 = std::string(64, 'c');
        const auto id = MUST(recorded(office.context, told));
        auto transaction = MUST(office.context.read());
        const auto fact = MUST(fact_by_id(transaction, id));
        CHECK(fact.kind == "test.article");
        CHECK(fact.unit == "bài");
        CHECK(fact.agency == office.home);
        CHECK(fact.happened_on == day(3, 10));
        CHECK(fact.quantity == 2);
        CHECK(fact.title == "Ba cách nộp hồ sơ");
        CHECK(fact.link == told.link);
        CHECK(fact.file_sha256 == told.file_sha256);
        CHECK(fact.recorded_at == office.context.now());
        CHECK(fact.recorded_by == 0);
        CHECK(!fact.supersedes);
        CHECK(MUST(facts_of_object(transaction, "test", 5)).size() == 1);
        CHECK(MUST(facts_of_object(transaction, "test", 6)).empty());
    });
}

TEST_CASE("facts are found by agency, kind and days, both ends included")
{
    in_office([](Office& office) {
        MUST(recorded(office.context, fact_of(office.home, day(3, 1), "đầu tháng", 2)));
        MUST(recorded(office.context, fact_of(office.home, day(3, 31), "cuối tháng", 3)));
        MUST(recorded(office.context, fact_of(office.home, day(4, 1), "tháng sau")));
        MUST(recorded(office.context, fact_of(office.finance, day(3, 5), "sở khác")));
        auto spoken = fact_of(office.home, day(3, 7), "tọa đàm");
        spoken.kind = talk;
        MUST(recorded(office.context, spoken));

        const FactQuery march{
            .agency = office.home, .kind = "test.article", .from = day(3, 1), .to = day(3, 31)};
        CHECK(titles(office.context, march) == Titles{"đầu tháng", "cuối tháng"});
        auto transaction = MUST(office.context.read());
        CHECK(MUST(total(transaction, march)).facts == 2);
        CHECK(MUST(total(transaction, march)).quantity == 5);
        CHECK(MUST(total(transaction, {.from = day(5, 1), .to = day(5, 31)})).quantity == 0);
        CHECK(titles(office.context, first_half()).size() == 5);
    });
}

TEST_CASE("pages of facts follow one another without gap or repetition")
{
    in_office([](Office& office) {
        for (const auto* title : {"một", "hai", "ba", "bốn", "năm"})
            MUST(recorded(office.context, fact_of(office.home, day(3, 10), title)));
        auto query = first_half();
        query.limit = 2;
        Titles all;
        for (int page = 0; page < 4; ++page) {
            auto transaction = MUST(office.context.read());
            const auto list = MUST(facts(transaction, query));
            for (const auto& fact : list) all.push_back(fact.title);
            if (!list.empty())
                query.after = After{.happened_on = list.back().happened_on, .id = list.back().id};
        }
        CHECK(all == Titles{"một", "hai", "ba", "bốn", "năm"});
        query.after.reset();
        query.limit = -1;
        CHECK(titles(office.context, query).empty());
    });
}

TEST_CASE("a correction takes the place of a fact, which stays in the history")
{
    in_office([](Office& office) {
        const auto first = MUST(recorded(office.context, fact_of(office.home, day(3, 1), "sai")));
        auto correction = fact_of(office.home, day(3, 2), "đúng", 4);
        correction.supersedes = first;
        const auto second = MUST(recorded(office.context, correction));
        CHECK(titles(office.context, first_half()) == Titles{"đúng"});
        auto transaction = MUST(office.context.read());
        CHECK(MUST(total(transaction, first_half())).quantity == 4);
        const auto chain = MUST(history(transaction, second));
        REQUIRE(chain.size() == 2);
        CHECK(chain[0].title == "đúng");
        CHECK(chain[1].title == "sai");
        CHECK(MUST(facts_of_object(transaction, "test", 5)).size() == 1);
    });
}

TEST_CASE("a fact is corrected once, and by its own kind")
{
    in_office([](Office& office) {
        const auto first = MUST(recorded(office.context, fact_of(office.home, day(3, 1), "sai")));
        auto correction = fact_of(office.home, day(3, 1), "đúng");
        correction.supersedes = first;
        auto other = correction;
        other.kind = talk;
        CHECK(recorded(office.context, other).error().key == "evidence.fact.other_kind");
        MUST(recorded(office.context, correction));
        const auto twice = recorded(office.context, correction);
        REQUIRE(!twice);
        CHECK(twice.error().kind == Failure::conflict);
        CHECK(twice.error().key == "evidence.fact.already_superseded");
        correction.supersedes = FactId{42};
        CHECK(recorded(office.context, correction).error().key == "evidence.fact.not_found");
    });
}

TEST_CASE("a fact of an agency that never was is refused")
{
    in_office([](Office& office) {
        const auto refused = recorded(office.context, fact_of(AgencyId{42}, day(3, 1), "ai?"));
        REQUIRE(!refused);
        CHECK(refused.error().key == "organisation.agency.not_found");
        const auto early = recorded(office.context, fact_of(office.home, day(7, 1), "mai"));
        REQUIRE(!early);
        CHECK(early.error().key == "evidence.fact.in_future");
    });
}

TEST_CASE("the database itself refuses to change or delete a fact")
{
    in_office([](Office& office) {
        MUST(recorded(office.context, fact_of(office.home, day(3, 1), "còn mãi")));
        for (const auto* statement :
             {"UPDATE evidence_fact SET quantity = 100", "DELETE FROM evidence_fact"}) {
            auto transaction = MUST(office.context.begin());
            CHECK(!transaction.script(statement));
        }
        CHECK(titles(office.context, first_half()) == Titles{"còn mãi"});
    });
}

}  // namespace caicach::evidence
