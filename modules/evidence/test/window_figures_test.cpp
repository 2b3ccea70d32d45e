#include "evidence/window_figures.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "calendar/test/dice.hpp"
#include "crypto/crypto.hpp"
#include "evidence/api.hpp"
#include "evidence/review.hpp"
#include "evidence/sums.hpp"
#include "figure_room.hpp"

namespace caicach::evidence
{
namespace
{

using organisation::AgencyId;

constexpr FactKind column{
    .key = "test.column", .text = "Chuyên mục", .unit = "chuyên mục", .product = "column"};
constexpr FactKind bulletin_article{
    .key = "test.bulletin", .text = "Bài bản tin", .unit = "bài", .product = "article"};
constexpr FactKind inspection{
    .key = "test.inspection", .text = "Kiểm tra", .unit = "cuộc", .product = "inspection"};

/// Within a month, and not of the whole: one merges on the 10th, one is parted on the 20th.
constexpr std::string_view reorganisations =
    "day;kind;subject;others;names_to;name;short_name;document\n"
    "2026-02-10;merge;STP;SYT;;;;Nghị quyết số 1/NQ-HĐND\n"
    "2026-05-20;transfer;STP;SNV=33;;;;Nghị quyết số 2/NQ-HĐND\n";

const std::vector<std::string>& keys()
{
    static const std::vector<std::string> all{"evidence.article", "evidence.column"};
    return all;
}

Date in_2025(int month, int number) { return *Date::create(2025, month, number); }

/// Windows of every sort: a period of a regime, a day, a part of a month, whole months, all.
std::vector<calendar::Window> windows()
{
    return {
        {.from = in_2025(12, 15), .to = day(1, 14)}, {.from = day(1, 15), .to = day(2, 14)},
        {.from = day(2, 10), .to = day(2, 10)},      {.from = day(2, 9), .to = day(2, 10)},
        {.from = day(2, 1), .to = day(2, 28)},       {.from = day(2, 1), .to = day(5, 20)},
        {.from = day(3, 2), .to = day(3, 30)},       {.from = day(3, 15), .to = day(6, 14)},
        {.from = day(4, 1), .to = day(6, 30)},       {.from = in_2025(12, 15), .to = day(6, 14)},
        {.from = in_2025(11, 1), .to = day(6, 30)},  {.from = day(6, 30), .to = day(6, 30)}};
}

/// What the ledger itself has, day by day.
std::vector<RecordedFact> ledger(Room& room, std::string_view product,
                                 const calendar::Window& window)
{
    auto transaction = MUST(room.context.read());
    FactQuery query{.product = std::string{product},
                    .from = window.from,
                    .to = window.to,
                    .limit = facts_at_once};
    std::vector<RecordedFact> all;
    while (true) {
        const auto page = MUST(facts(transaction, query));
        all.insert(all.end(), page.begin(), page.end());
        if (page.size() < static_cast<std::size_t>(facts_at_once)) return all;
        query.after = After{.happened_on = page.back().happened_on, .id = page.back().id};
    }
}

using ByAgency = std::map<AgencyId, std::int64_t>;

ByAgency by_agency(std::span<const organisation::Total> totals)
{
    ByAgency found;
    for (const auto& total : totals)
        if (total.amount != 0) found[total.agency] = total.amount;
    return found;
}

/// By the ledger alone: nothing here was kept along the way.
ByAgency expected(Room& room, const std::string& figure, const calendar::Window& window,
                  const FigureRollup& rollup)
{
    const auto product = figure.substr(std::string_view{"evidence."}.size());
    std::vector<organisation::Figure> amounts;
    for (const auto& fact : ledger(room, product, window))
        amounts.push_back({fact.agency, fact.happened_on, fact.quantity});
    if (rollup.rollup == Rollup::as_then) return by_agency(organisation::as_then(amounts));
    auto transaction = MUST(room.context.read());
    return by_agency(MUST(organisation::succession(transaction)).as_of(rollup.day, amounts));
}

ByAgency told(Room& room, const std::string& figure, const calendar::Window& window,
              const FigureRollup& rollup)
{
    auto transaction = MUST(room.context.read());
    ByAgency found;
    for (const auto& amount :
         MUST(amounts_in(room.context, transaction, {&figure, 1}, window, rollup)))
        found[amount.agency] = amount.amount;
    return found;
}

std::vector<AgencyAmount> of_agency(Room& room, const Answering& asked)
{
    auto transaction = MUST(room.context.read());
    return MUST(amounts_of_agency(room.context, transaction, keys(), asked));
}

/// 160 facts of three agencies in eight months; some are corrected, refused or taken back.
void fill(Room& room, const std::vector<AgencyId>& agencies)
{
    calendar::Dice dice{20'260'615};
    const auto below = [&](int count) { return dice.number(0, count - 1); };
    constexpr std::array kinds{&article, &column, &bulletin_article};
    for (int i = 0; i < 160; ++i) {
        const auto agency = agencies[static_cast<std::size_t>(below(3))];
        const auto on = in_2025(11, 1).plus_days(below(242));
        const auto& kind = *kinds[static_cast<std::size_t>(below(3))];
        const auto fact = room.publish(agency, on, 1 + below(5), kind);
        if (i % 7 == 0) room.publish(agency, on.plus_days(-3), below(3), kind, fact);
        if (i % 11 != 0) continue;
        auto transaction = MUST(room.context.begin());
        const auto now = MUST(fact_by_id(transaction, fact));
        if (now.standing == Standing::counts)
            MUST(refuse(room.context, transaction, now, "Bài không nói về cải cách hành chính"));
        MUST(transaction.commit());
    }
}

}  // namespace

TEST_CASE("figures of any days are what the ledger has, as then and by who answers")
{
    in_room([](Room& room) {
        auto transaction = MUST(room.context.read());
        const auto home =
            MUST(organisation::agency_by_code(transaction, "SNV", room.context.today())).id;
        fill(room, {room.health, room.justice, home});
        MUST(organisation::seed_reorganisations(room.context, reorganisations));
        CHECK(MUST(check_sums(room.context)).empty());
        for (const auto& window : windows()) {
            CAPTURE(window.from.iso());
            CAPTURE(window.to.iso());
            for (const auto& figure : keys()) {
                const FigureRollup then{.rollup = Rollup::as_then, .day = window.to};
                CHECK(told(room, figure, window, then) == expected(room, figure, window, then));
            }
            for (const auto answering : {day(2, 9), day(2, 10), day(5, 20), day(6, 30)}) {
                const FigureRollup now{.rollup = Rollup::as_now, .day = answering};
                for (std::size_t i = 0; i < keys().size(); ++i) {
                    const auto truth = expected(room, keys()[i], window, now);
                    CHECK(told(room, keys()[i], window, now) == truth);
                    for (const auto agency : {room.health, room.justice, home}) {
                        const auto found = truth.find(agency);
                        const auto own = of_agency(room, {agency, window, answering});
                        REQUIRE(own.size() == keys().size());
                        CHECK(own[i].figure == keys()[i]);
                        CHECK(own[i].amount == (found == truth.end() ? 0 : found->second));
                    }
                }
            }
        }
    });
}

TEST_CASE("periods from the 15th to the 14th hold each day once")
{
    in_room([](Room& room) {
        for (const auto on : {day(5, 14), day(5, 15), day(6, 14), day(6, 15)})
            room.publish(room.health, on, 1);
        const auto scheme =
            calendar::Scheme::create(calendar::Length::month, {.key = "nd09", .first_day = 15});
        const auto june = calendar::window_of(*calendar::period_of_year(*scheme, 2026, 6));
        CHECK(of_agency(room, {room.health, june, june.to})[0].amount == 2);
        CHECK(of_agency(room, {room.health, june, june.to})[0].facts == 2);
        CHECK(of_agency(room, {room.justice, june, june.to})[0].amount == 0);
        const calendar::Window none{.from = day(6, 14), .to = day(6, 13)};
        CHECK(of_agency(room, {room.health, none, june.to})[0].amount == 0);
    });
}

TEST_CASE("who came after an agency within a month answers for its days, and says whose they were")
{
    in_room([](Room& room) {
        room.publish(room.health, day(2, 3), 4);
        room.publish(room.justice, day(2, 20), 5);
        MUST(organisation::seed_reorganisations(room.context, reorganisations));
        const calendar::Window february{.from = day(2, 1), .to = day(2, 28)};
        CHECK(of_agency(room, {room.justice, february, day(2, 28)})[0].amount == 9);
        CHECK(of_agency(room, {room.health, february, day(2, 28)})[0].amount == 0);
        CHECK(of_agency(room, {room.health, february, day(2, 9)})[0].amount == 4);
        // Of 9 a third goes on, to the last unit.
        const auto home = [&] {
            auto transaction = MUST(room.context.read());
            return MUST(organisation::agency_by_code(transaction, "SNV", day(6, 30))).id;
        }();
        const auto kept = of_agency(room, {room.justice, february, day(6, 30)})[0].amount;
        const auto given = of_agency(room, {home, february, day(6, 30)})[0].amount;
        CHECK(kept == 6);
        CHECK(given == 3);
        auto transaction = MUST(room.context.read());
        const auto origins = MUST(origins_in(room.context, transaction, "evidence.article",
                                             {home, february, day(6, 30)}));
        REQUIRE(origins.size() == 2);
        CHECK(origins[0].share == 3'300);
        CHECK(origins[0].amount + origins[1].amount == 9);
    });
}

TEST_CASE("the codes behind a number are those of its facts, also when only some are named")
{
    in_room([](Room& room) {
        room.publish(room.health, day(2, 3), 4);
        room.publish(room.health, day(2, 1), 2);
        room.publish(room.health, day(2, 2), 2, column);
        const auto taken_back = room.publish(room.health, day(2, 4), 2);
        room.publish(room.health, day(2, 4), 0, article, taken_back);
        const Answering asked{room.health, {.from = day(2, 1), .to = day(2, 28)}, day(6, 30)};
        const std::vector<std::string> figures{"evidence.article", "evidence.column",
                                               "evidence.article"};
        auto transaction = MUST(room.context.read());
        const auto codes = MUST(fact_codes_of(room.context, transaction, figures, asked, 10));
        REQUIRE(codes.size() == 3);
        const auto& all = codes[0];
        const auto named = ledger(room, "article", asked.window);
        REQUIRE(all.codes.size() == 2);
        CHECK(all.facts == 2);
        CHECK(all.codes[0] == named[0].code);
        CHECK(named[0].happened_on == day(2, 1));
        CHECK(all.sha256 == crypto::sha256_hex(named[0].code + "\n" + named[1].code + "\n"));
        // Each figure has its own facts, however many are asked of at once.
        const auto columns = ledger(room, "column", asked.window);
        REQUIRE(columns.size() == 1);
        CHECK(codes[1].codes == std::vector{columns[0].code});
        CHECK(codes[1].sha256 == crypto::sha256_hex(columns[0].code + "\n"));
        CHECK(codes[2].codes == all.codes);
        CHECK(codes[2].sha256 == all.sha256);
        const auto some = MUST(fact_codes_of(room.context, transaction, figures, asked, 1));
        CHECK(some[0].codes.size() == 1);
        CHECK(some[0].facts == 2);
        CHECK(some[0].sha256 == all.sha256);
        const std::vector<std::string> unknown{"evidence.article", "evidence.nothing"};
        const auto none = fact_codes_of(room.context, transaction, unknown, asked, 1);
        REQUIRE(!none);
        CHECK(none.error().key == "evidence.figure.not_found");
        CHECK(MUST(fact_codes_of(room.context, transaction, {}, asked, 1)).empty());
    });
}

TEST_CASE("agencies that were inspected in some days are counted once, by who answers for it")
{
    in_room([](Room& room) {
        const auto agency = [&](std::string_view code) {
            auto transaction = MUST(room.context.read());
            return MUST(organisation::agency_by_code(transaction, code, day(6, 30))).id;
        };
        const auto inspect = [&](AgencyId by, Date on, std::vector<AgencyId> whom) {
            auto transaction = MUST(room.context.begin());
            MUST(record_about(room.context, transaction,
                              {.kind = inspection,
                               .agency = by,
                               .happened_on = on,
                               .title = "Kiểm tra cải cách hành chính"},
                              {.agencies = std::move(whom)}));
            MUST(transaction.commit());
        };
        const auto home = agency("SNV");
        inspect(home, day(1, 14), {room.health});
        inspect(home, day(1, 15), {room.health, room.justice});
        inspect(home, day(2, 14), {room.health});
        inspect(room.health, day(2, 1), {home});
        const std::vector<std::string> asked{"evidence.inspection.covered",
                                             "evidence.inspection.covered.departments",
                                             "evidence.agencies.departments"};
        const auto amounts = [&](AgencyId of, const calendar::Window& window, Date on) {
            auto transaction = MUST(room.context.read());
            std::vector<std::int64_t> found;
            for (const auto& one :
                 MUST(amounts_of_agency(room.context, transaction, asked, {of, window, on})))
                found.push_back(one.amount);
            return found;
        };
        const calendar::Window period{.from = day(1, 15), .to = day(2, 14)};
        const auto before = amounts(home, period, day(2, 9));
        CHECK(before[0] == 2);
        CHECK(before[1] == 2);
        CHECK(before[2] > 2);
        CHECK(amounts(home, {.from = day(1, 14), .to = day(1, 14)}, day(2, 9))[0] == 1);
        CHECK(amounts(room.justice, period, day(2, 9))[0] == 0);
        MUST(organisation::seed_reorganisations(room.context, reorganisations));
        // Those inspected are one now, and so is who inspected.
        CHECK(amounts(home, period, day(3, 1))[0] == 1);
        CHECK(amounts(room.justice, period, day(3, 1))[0] == 1);
        CHECK(amounts(room.health, period, day(3, 1))[0] == 0);
        auto transaction = MUST(room.context.read());
        const auto everybody = MUST(amounts_in(room.context, transaction, asked, period,
                                               {.rollup = Rollup::as_then, .day = period.to}));
        CHECK(std::ranges::count(everybody, asked[0], &AgencyAmount::figure) == 2);
        const auto origins = MUST(
            origins_in(room.context, transaction, asked[0], {room.justice, period, day(3, 1)}));
        REQUIRE(origins.size() == 1);
        CHECK(origins[0].agency == room.health);
        const auto codes =
            MUST(fact_codes_of(room.context, transaction, asked, {home, period, day(3, 1)}, 5));
        CHECK(codes[0].facts > 0);
        CHECK(codes[2].facts == 0);
    });
}

TEST_CASE("day sums that were tampered with are found out and made anew")
{
    in_room([](Room& room) {
        room.publish(room.health, day(5, 1), 4);
        auto transaction = MUST(room.context.begin());
        MUST(transaction.script("UPDATE evidence_day_sum SET quantity = 5"));
        MUST(transaction.commit());
        const auto problems = MUST(check_sums(room.context));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].find("Ngày 01/05/2026") != std::string::npos);
        transaction = MUST(room.context.begin());
        MUST(add_up_anew(room.context, transaction));
        MUST(transaction.commit());
        CHECK(MUST(check_sums(room.context)).empty());
    });
}

TEST_CASE("a number leads to its facts of these days")
{
    const calendar::Window window{.from = day(1, 15), .to = day(2, 14)};
    CHECK(
        facts_path_of({.key = "evidence.article", .product = "article"}, window, "so-y-te") ==
        "/minh-chung?co-quan=so-y-te&tinh-trang=counts&tu=2026-01-15&den=2026-02-14&loai=article");
    CHECK(facts_path_of({.key = "evidence.inspection.covered", .product = "inspection"}, window,
                        "so-y-te") ==
          "/so-lieu/evidence.inspection.covered/co-quan/so-y-te?tu=2026-01-15&den=2026-02-14");
}

}  // namespace caicach::evidence
