#include "calendar/period.hpp"

#include <doctest/doctest.h>

#include "calendar/period_key.hpp"
#include "dice.hpp"
#include "sample_calendar.hpp"

namespace caicach::calendar
{
namespace
{

const CutOff nd09{.key = "nd09", .first_day = 15};

Scheme by_decree(Length length) { return *Scheme::create(length, nd09); }

Period on(const Scheme& scheme, std::string_view iso) { return period_of(scheme, day(iso)); }

void check_span(const Period& period, std::string_view first, std::string_view last)
{
    CHECK(period.first.iso() == first);
    CHECK(period.last.iso() == last);
}

std::vector<Scheme> schemes()
{
    std::vector<Scheme> all{Length::week, Length::month, Length::quarter, Length::half,
                            Length::year};
    for (const int cut : {2, 15, 20, 28})
        for (const auto length : {Length::month, Length::quarter, Length::half, Length::year})
            all.push_back(*Scheme::create(length, {.key = "cut", .first_day = cut}));
    return all;
}

}  // namespace

TEST_CASE("periods of the calendar begin and end with its months")
{
    check_span(on(Length::month, "2024-02-29"), "2024-02-01", "2024-02-29");
    check_span(on(Length::quarter, "2026-04-01"), "2026-04-01", "2026-06-30");
    check_span(on(Length::half, "2026-07-01"), "2026-07-01", "2026-12-31");
    check_span(on(Length::year, "2026-12-31"), "2026-01-01", "2026-12-31");
}

TEST_CASE("a week is of the year that has its Thursday")
{
    check_span(on(Length::week, "2027-01-01"), "2026-12-28", "2027-01-03");
    CHECK(label(on(Length::week, "2027-01-01")) == "Tuần 53/2026");
    CHECK(label(on(Length::week, "2025-12-29")) == "Tuần 1/2026");
    CHECK(periods_of_year(Length::week, 2026).size() == 53);
    CHECK(periods_of_year(Length::week, 2025).size() == 52);
    CHECK(!period_of_year(Length::week, 2025, 53));
}

// Nghị định 09/2019/NĐ-CP, Điều 12.
TEST_CASE("the decree closes figures on the 14th of the last month")
{
    check_span(on(by_decree(Length::month), "2026-03-14"), "2026-02-15", "2026-03-14");
    check_span(on(by_decree(Length::month), "2026-03-15"), "2026-03-15", "2026-04-14");
    check_span(on(by_decree(Length::month), "2025-12-15"), "2025-12-15", "2026-01-14");
    check_span(*period_of_year(by_decree(Length::quarter), 2026, 3), "2026-06-15", "2026-09-14");
    check_span(*period_of_year(by_decree(Length::half), 2026, 1), "2025-12-15", "2026-06-14");
    check_span(*period_of_year(by_decree(Length::half), 2026, 2), "2026-06-15", "2026-12-14");
    check_span(*period_of_year(by_decree(Length::year), 2026, 1), "2025-12-15", "2026-12-14");
    check_span(on(by_decree(Length::month), "2024-02-29"), "2024-02-15", "2024-03-14");
}

TEST_CASE("a scheme that cannot be is refused")
{
    CHECK(!Scheme::create(Length::week, nd09));
    CHECK(!Scheme::create(Length::month, {.key = "nd09", .first_day = 29}));
    CHECK(!Scheme::create(Length::month, {.key = "nd09", .first_day = 1}));
    CHECK(!Scheme::create(Length::month, {.key = "", .first_day = 15}));
    CHECK(!Scheme::create(Length::month, {.key = "9nd", .first_day = 15}));
    CHECK(!Scheme::create(Length::month, {.key = "ND09", .first_day = 15}));
    CHECK(!Scheme::create(Length::month, {.key = "n:d", .first_day = 15}));
    CHECK(!Scheme::create(Length::month, {.key = std::string(17, 'a'), .first_day = 15}));
    CHECK(*Scheme::create(Length::month, {}) == Scheme(Length::month));
}

TEST_CASE("periods are named as officials name them")
{
    CHECK(label(on(Length::week, "2026-03-04")) == "Tuần 10/2026");
    CHECK(label(on(Length::month, "2026-03-04")) == "Tháng 3/2026");
    CHECK(label(on(Length::quarter, "2026-03-04")) == "Quý I/2026");
    CHECK(label(on(Length::quarter, "2026-10-01")) == "Quý IV/2026");
    CHECK(label(on(Length::half, "2026-06-30")) == "6 tháng đầu năm 2026");
    CHECK(label(on(Length::half, "2026-07-01")) == "6 tháng cuối năm 2026");
    CHECK(label(on(Length::year, "2026-07-01")) == "Năm 2026");
    CHECK(label(on(by_decree(Length::month), "2025-12-20")) == "Tháng 1/2026");
}

TEST_CASE("days are left until the last one, and fewer than none after it")
{
    const auto march = on(Length::month, "2026-03-10");
    CHECK(days_left(march, day("2026-03-25")) == 6);
    CHECK(days_left(march, day("2026-03-31")) == 0);
    CHECK(days_left(march, day("2026-04-02")) == -2);
}

TEST_CASE("keys are short and sort by time")
{
    CHECK(key(on(Length::year, "2026-03-04")) == "2026");
    CHECK(key(on(Length::half, "2026-03-04")) == "2026S1");
    CHECK(key(on(Length::quarter, "2026-03-04")) == "2026Q1");
    CHECK(key(on(Length::month, "2026-03-04")) == "2026-03");
    CHECK(key(on(Length::week, "2026-03-04")) == "2026W10");
    CHECK(key(on(Length::week, "2026-01-01")) == "2026W01");
    CHECK(key(on(by_decree(Length::month), "2026-03-04")) == "nd09:2026-03");
    CHECK(key(on(by_decree(Length::year), "2025-12-31")) == "nd09:2026");
}

TEST_CASE("a key means one period, strictly")
{
    const std::vector known{nd09};
    CHECK(period_from_key("2026Q3") == on(Length::quarter, "2026-08-01"));
    CHECK(period_from_key("nd09:2026-03", known) == on(by_decree(Length::month), "2026-03-01"));
    CHECK(period_from_key("2026W53"));
    for (const std::string_view wrong : {"",
                                         "26",
                                         "202",
                                         "2026-",
                                         "2026-3",
                                         "2026-13",
                                         "2026-00",
                                         "2026-003",
                                         "2026Q5",
                                         "2026Q0",
                                         "2026Q01",
                                         "2026S3",
                                         "2026W00",
                                         "2026W54",
                                         "2025W53",
                                         "2026w10",
                                         "2026q1",
                                         " 2026",
                                         "2026 ",
                                         "+202",
                                         "2026Q",
                                         "2026T1",
                                         "1899",
                                         "2200",
                                         "02026",
                                         "2026-03-01",
                                         ":2026",
                                         "nd10:2026",
                                         "nd09:",
                                         "nd09:2026W10",
                                         "nd09:nd09:2026",
                                         "ND09:2026",
                                         "2026Q1 "}) {
        CAPTURE(wrong);
        CHECK(!period_from_key(wrong, known));
    }
    CHECK(!period_from_key("nd09:2026"));
}

TEST_CASE("every day is in exactly one period of a scheme")
{
    for (const auto& scheme : schemes()) {
        auto expected = periods_of_year(scheme, 2023).front().first;
        for (int year = 2023; year <= 2029; ++year) {
            int number{};
            for (const auto& period : periods_of_year(scheme, year)) {
                REQUIRE(period.first == expected);
                REQUIRE(period.last >= period.first);
                REQUIRE(period.year() == year);
                REQUIRE(period.number() == ++number);
                for (auto in = period.first; in <= period.last; in = in.plus_days(1))
                    REQUIRE(period_of(scheme, in) == period);
                expected = period.last.plus_days(1);
            }
        }
    }
}

TEST_CASE("periods follow one another and come back from their keys")
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const auto in = dice.day();
        for (const auto& scheme : schemes()) {
            const auto period = period_of(scheme, in);
            REQUIRE(period.has(in));
            REQUIRE(previous(next(period)) == period);
            REQUIRE(next(period).first == period.last.plus_days(1));
            const std::vector known{nd09, scheme.cut_off()};
            REQUIRE(period_from_key(key(period), known) == period);
            REQUIRE(key(next(period)) > key(period));
        }
    }
}

TEST_CASE("days before the year 1 and after the year 9999 have periods too")
{
    for (const auto& scheme : schemes()) {
        CHECK(period_of(scheme, day("0001-01-01")).has(day("0001-01-01")));
        CHECK(previous(period_of(scheme, day("0001-01-01"))).last.year() <= 1);
        CHECK(next(period_of(scheme, day("9999-12-31"))).first.year() >= 9999);
    }
}

}  // namespace caicach::calendar
