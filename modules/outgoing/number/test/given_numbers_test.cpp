#include "outgoing/number/number.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <thread>

#include "outgoing/checks.hpp"
#include "outgoing/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::outgoing
{
namespace
{

struct Room {
    database::Database& database;
    Context& context;
    Series series{};

    [[nodiscard]] NumberPlace place(int year = 2026) const { return place_of(series, year); }
    [[nodiscard]] Result<int> take(int year = 2026, DocumentId document = {}) const
    {
        auto transaction = TRY(context.begin());
        const int number =
            TRY(take_number(context, transaction, place(year), entry(year, document)));
        TRY(transaction.commit());
        return number;
    }
    [[nodiscard]] Result<void> enter(int number, int year = 2026) const
    {
        auto transaction = TRY(context.begin());
        TRY(enter_number(context, transaction, place(year), number, entry(year)));
        return transaction.commit();
    }
    [[nodiscard]] Result<void> make_void(int number, std::string_view reason) const
    {
        auto transaction = TRY(context.begin());
        TRY(void_number(context, transaction, place(), number, reason));
        return transaction.commit();
    }
    [[nodiscard]] Result<void> begin(int last) const
    {
        auto transaction = TRY(context.begin());
        TRY(begin_after(context, transaction, place(), last));
        return transaction.commit();
    }
    [[nodiscard]] std::vector<GivenNumber> all() const
    {
        auto transaction = MUST(context.read());
        constexpr int enough = 1000;
        return MUST(numbers_before(transaction, place(), enough * enough, enough));
    }
    static NumberEntry entry(int year, DocumentId document = {})
    {
        return {.document = document,
                .symbol = "BC-SNV",
                .issued_on = *Date::create(year, 3, 15),
                .about = "Báo cáo thử"};
    }
};

void in_room(const std::function<void(Room&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        const caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        Room room{.database = database, .context = context};
        room.series = testing::series_of_agency(context, "SNV");
        test(room);
    });
}

std::string key_of(const Result<void>& result)
{
    return result ? std::string{} : result.error().key;
}

}  // namespace

TEST_CASE("numbers run from one in each year, and a document has but one")
{
    in_room([](Room& room) {
        CHECK(room.take() == 1);
        CHECK(room.take() == 2);
        CHECK(room.take(2027) == 1);
        CHECK(room.take(2026, DocumentId{7}) == 3);
        const auto again = room.take(2026, DocumentId{7});
        REQUIRE_FALSE(again);
        CHECK(again.error().key == "base.already_exists");
        CHECK(room.take() == 4);  // nothing was lost with it
        CHECK(MUST(check_numbers(room.context)).empty());
    });
}

TEST_CASE("a number entered by hand is nobody else's, and the count passes it over")
{
    in_room([](Room& room) {
        CHECK(room.take() == 1);
        CHECK(key_of(room.enter(1)) == "outgoing.number.taken");
        CHECK(key_of(room.enter(2)).empty());
        CHECK(key_of(room.enter(2)) == "outgoing.number.taken");
        CHECK(room.take() == 3);
        auto transaction = MUST(room.context.begin());
        CHECK(key_of(enter_number(room.context, transaction, room.place(), 9, Room::entry(2025))) ==
              "outgoing.number.year");
        CHECK(MUST(check_numbers(room.context)).empty());
    });
}

TEST_CASE("a voided number stays in the series with its reason and is never given again")
{
    in_room([](Room& room) {
        CHECK(room.take() == 1);
        CHECK(key_of(room.make_void(1, "")) == "outgoing.number.reason_missing");
        CHECK(key_of(room.make_void(2, "Nhầm")) == "outgoing.number.not_found");
        CHECK(key_of(room.make_void(1, "Nhầm thẩm quyền")).empty());
        CHECK(key_of(room.make_void(1, "Lần nữa")) == "outgoing.number.voided");
        CHECK(key_of(room.enter(1)) == "outgoing.number.taken");
        CHECK(room.take() == 2);
        const auto all = room.all();
        REQUIRE(all.size() == 2);
        CHECK(all[1].state == NumberState::voided);
        CHECK(all[1].reason == "Nhầm thẩm quyền");
    });
}

TEST_CASE("a year that was begun on paper goes on behind the last number there")
{
    in_room([](Room& room) {
        CHECK(key_of(room.begin(120)).empty());
        CHECK(key_of(room.begin(118)).empty());  // mistyped, and nothing given yet
        CHECK(room.take() == 119);
        CHECK(key_of(room.begin(200)) == "outgoing.number.begun");
        CHECK(MUST(check_numbers(room.context)).empty());
    });
}

TEST_CASE("a number that was given can be neither changed nor deleted")
{
    in_room([](Room& room) {
        CHECK(room.take() == 1);
        for (const auto* statement :
             {"UPDATE outgoing_number SET number = 5", "DELETE FROM outgoing_number"}) {
            auto transaction = MUST(room.context.begin());
            CHECK_FALSE(transaction.change(statement));
        }
        CHECK(room.all().size() == 1);
    });
}

TEST_CASE("numbers that were counted and stand nowhere are named by the check")
{
    in_room([](Room& room) {
        CHECK(room.take() == 1);
        auto transaction = MUST(room.context.begin());
        CHECK(transaction.change("UPDATE outgoing_counter SET last = 4") == 1);
        MUST(transaction.commit());
        const auto problems = MUST(check_numbers(room.context));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().find("3 số đã đếm mà không thấy ghi") != std::string::npos);
    });
}

TEST_CASE("eight people take fifty numbers each, and no number is given twice or left out")
{
    in_room([](Room& room) {
        constexpr int people = 8;
        constexpr int each = 50;
        std::vector<std::vector<int>> taken(people);
        std::vector<std::thread> threads;
        threads.reserve(people);
        for (auto& mine : taken) {
            threads.emplace_back([&room, &mine] {
                auto context = room.context;
                for (int i = 0; i < each; ++i) {
                    auto transaction = MUST(context.begin());
                    mine.push_back(
                        MUST(take_number(context, transaction, room.place(), Room::entry(2026))));
                    MUST(transaction.commit());
                }
            });
        }
        for (auto& thread : threads) thread.join();
        std::vector<int> all;
        for (const auto& mine : taken) {
            CHECK(std::ranges::is_sorted(mine));
            all.insert(all.end(), mine.begin(), mine.end());
        }
        std::ranges::sort(all);
        REQUIRE(all.size() == people * each);
        for (int i = 0; i < people * each; ++i) CHECK(all[static_cast<std::size_t>(i)] == i + 1);
        CHECK(room.all().size() == people * each);
        CHECK(MUST(check_numbers(room.context)).empty());
    });
}

}  // namespace caicach::outgoing
