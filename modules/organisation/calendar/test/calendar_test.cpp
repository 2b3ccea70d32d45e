#include <doctest/doctest.h>

#include <functional>

#include "calendar/working_time.hpp"
#include "manifest/context.hpp"
#include "organisation/calendar/office_hours_record.hpp"
#include "organisation/calendar/special_days.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;
using calendar::DayKind;
using calendar::SpecialDay;

Date day(std::string_view iso) { return *Date::from_iso(iso); }

SpecialDay off(std::string_view from, std::string_view to, DayKind kind = DayKind::holiday)
{
    return {.from = day(from), .to = day(to), .kind = kind, .name = "Ngày thử", .source = "thử"};
}

void at_a_desk(const std::function<void(Desk&, Context&)>& test)
{
    caicach::testing::each_database(testing::migrations(), [&](database::Database& database) {
        Desk desk(database);
        auto context = desk.context_of({});
        MUST(load_reference(context));
        test(desk, context);
    });
}

std::string refusal_of(Context& context, const SpecialDay& what)
{
    auto transaction = MUST(context.begin());
    const auto added = add_special_days(context, transaction, std::span(&what, 1));
    return added ? "" : added.error().key.substr(sizeof "organisation.calendar." - 1);
}

void add(Context& context, const SpecialDay& what)
{
    auto transaction = MUST(context.begin());
    MUST(add_special_days(context, transaction, std::span(&what, 1)));
    MUST(transaction.commit());
}

void remove(Context& context, std::string_view first)
{
    auto transaction = MUST(context.begin());
    const auto row = MUST(special_day(transaction, day(first)));
    MUST(remove_special_day(context, transaction, row));
    MUST(transaction.commit());
}

bool is_working_day(Context& context, std::string_view iso)
{
    auto transaction = MUST(context.read());
    return MUST(working_days(transaction)).is_working_day(day(iso));
}

calendar::WorkingTime time_of(Context& context, AgencyId agency)
{
    auto transaction = MUST(context.read());
    return MUST(working_time(transaction, agency));
}

std::string refusal_of(Context& context, const KeptHours& hours)
{
    auto transaction = MUST(context.begin());
    const auto added = add_office_hours(context, transaction, hours);
    if (!added) return added.error().key.substr(sizeof "organisation.calendar." - 1);
    MUST(transaction.commit());
    return "";
}

KeptHours saturdays(AgencyId agency, std::string_view from)
{
    KeptHours kept{.agency = agency, .hours = {.valid_from = day(from), .source = "thử"}};
    kept.hours.of_weekday.at(5) = *calendar::hours_from("07:30-11:00");
    return kept;
}

}  // namespace

TEST_CASE("every province begins with the holidays of the file")
{
    at_a_desk([](Desk&, Context& context) {
        CHECK(!is_working_day(context, "2026-02-16"));
        CHECK(!is_working_day(context, "2026-04-27"));
        CHECK(is_working_day(context, "2026-08-22"));
        CHECK(is_working_day(context, "2026-03-16"));
    });
}

TEST_CASE("what people changed or removed is not brought back by the file")
{
    at_a_desk([](Desk& desk, Context& context) {
        remove(context, "2026-04-27");
        {
            auto transaction = MUST(context.begin());
            const auto row = MUST(special_day(transaction, day("2026-02-14")));
            MUST(change_special_day(context, transaction, row, off("2026-02-15", "2026-02-20")));
            MUST(transaction.commit());
        }
        const auto& changed = desk.recorder.lines.back();
        CHECK(changed.starts_with(
            R"(organisation.calendar.day_changed {"before":{"from":"2026-02-14",)"));
        CHECK(changed.find(R"("after":{"from":"2026-02-15","to":"2026-02-20")") !=
              std::string::npos);
        remove(context, "2027-01-01");
        add(context, off("2026-12-31", "2027-01-01", DayKind::local_off));
        MUST(load_reference(context));
        CHECK(is_working_day(context, "2026-04-27"));
        CHECK(is_working_day(context, "2026-02-23"));
        CHECK(!is_working_day(context, "2026-12-31"));
        auto transaction = MUST(context.read());
        CHECK(MUST(special_day(transaction, day("2026-12-31"))).day.kind == DayKind::local_off);
        CHECK(special_day(transaction, day("2027-01-01")).error().kind == Failure::not_found);
    });
}

TEST_CASE("a row that cannot be meant is refused")
{
    at_a_desk([](Desk&, Context& context) {
        CHECK(refusal_of(context, off("2026-07-02", "2026-07-01")) == "backwards");
        CHECK(refusal_of(context, off("2026-07-01", "2026-08-01")) == "too_long");
        CHECK(refusal_of(context, off("2026-07-01", "2026-07-31")).empty());
        CHECK(refusal_of(context, off("1999-07-01", "1999-07-01")) == "year");
        CHECK(refusal_of(context, off("2101-07-01", "2101-07-01")) == "year");
        CHECK(refusal_of(context, off("2026-07-01", "2026-07-01", DayKind::worked)) ==
              "not_a_weekend");
        CHECK(refusal_of(context, off("2026-07-04", "2026-07-04", DayKind::worked)).empty());
        CHECK(refusal_of(context, off("2026-07-04", "2026-07-04", DayKind::morning_off)) ==
              "not_a_weekday");
        CHECK(refusal_of(context, off("2026-02-10", "2026-02-14")) == "overlaps");
        CHECK(refusal_of(context, off("2026-02-16", "2026-02-16")) == "overlaps");
        auto nameless = off("2026-07-01", "2026-07-01");
        nameless.name.clear();
        CHECK(refusal_of(context, nameless) == "name_missing");
        auto groundless = off("2026-07-01", "2026-07-01");
        groundless.source.clear();
        CHECK(refusal_of(context, groundless) == "source_missing");
        auto wordy = off("2026-07-01", "2026-07-01");
        wordy.name = std::string(121, 'a');
        CHECK(refusal_of(context, wordy) == "name_too_long");
    });
}

TEST_CASE("who changes a row that somebody changed meanwhile is told")
{
    at_a_desk([](Desk&, Context& context) {
        auto transaction = MUST(context.begin());
        const auto row = MUST(special_day(transaction, day("2026-02-14")));
        MUST(change_special_day(context, transaction, row, off("2026-02-15", "2026-02-20")));
        CHECK(remove_special_day(context, transaction, row).error().key ==
              "base.changed_meanwhile");
    });
}

TEST_CASE("whoever keeps due dates is asked in the transaction of the change")
{
    at_a_desk([](Desk& desk, Context& context) {
        desk.events.subscribe<CalendarChanged>([](Context&, database::Transaction& transaction,
                                                  const CalendarChanged& changed) -> Result<void> {
            const auto days = TRY(working_days(transaction));
            const auto due = day("2026-07-01");
            changed.moved->push_back({"Việc thử", "", due, days.working_day_from(due)});
            return {};
        });
        auto transaction = MUST(context.begin());
        const auto holiday = off("2026-07-01", "2026-07-02");
        const auto moved = MUST(add_special_days(context, transaction, std::span(&holiday, 1)));
        REQUIRE(moved.size() == 1);
        CHECK(moved.front().after == day("2026-07-03"));
        CHECK(desk.recorder.lines.back().find("organisation.calendar.day_added") == 0);
    });
}

TEST_CASE("an agency's own hours stand before the province's, on their days")
{
    at_a_desk([](Desk&, Context& context) {
        const auto agency = testing::agency(context, "Sở Nội vụ");
        CHECK(calendar::in_words(time_of(context, agency).hours_on(day("2026-03-16"))) ==
              "07:00–11:30, 13:30–17:00");
        auto own = saturdays(agency, "2026-06-01");
        own.hours.valid_to = day("2026-06-30");
        CHECK(refusal_of(context, own).empty());
        const auto time = time_of(context, agency);
        CHECK(calendar::in_words(time.hours_on(day("2026-06-06"))) == "07:30–11:00");
        CHECK(time.hours_on(day("2026-06-08")).empty());
        CHECK(time.hours_on(day("2026-07-04")).empty());
        CHECK(!time.hours_on(day("2026-07-06")).empty());
        CHECK(time_of(context, {}).hours_on(day("2026-06-06")).empty());
    });
}

TEST_CASE("tables of hours that cannot be meant are refused, and the province keeps one")
{
    at_a_desk([](Desk&, Context& context) {
        const auto agency = testing::agency(context, "Sở Nội vụ");
        CHECK(refusal_of(context, {.agency = agency,
                                   .hours = {.valid_from = day("2026-06-01"), .source = "thử"}}) ==
              "hours_none");
        auto backwards = saturdays(agency, "2026-06-01");
        backwards.hours.valid_to = day("2026-05-31");
        CHECK(refusal_of(context, backwards) == "hours_backwards");
        auto groundless = saturdays(agency, "2026-06-01");
        groundless.hours.source.clear();
        CHECK(refusal_of(context, groundless) == "source_missing");
        CHECK(refusal_of(context, saturdays(agency, "2026-06-01")).empty());
        CHECK(refusal_of(context, saturdays(agency, "2026-06-01")) == "hours_taken");
        auto transaction = MUST(context.begin());
        CHECK(remove_office_hours(context, transaction, agency, day("2026-06-02")).error().kind ==
              Failure::not_found);
        CHECK(remove_office_hours(context, transaction, agency, day("2026-06-01")));
        CHECK(remove_office_hours(context, transaction, whole_province, day("2000-01-01"))
                  .error()
                  .key == "organisation.calendar.hours_last");
    });
}

TEST_CASE("a table from a spreadsheet is read as it was exported")
{
    at_a_desk([](Desk&, Context& context) {
        auto transaction = MUST(context.read());
        const auto rows = MUST(special_days(transaction));
        const auto read = MUST(days_in_table(days_csv(rows)));
        REQUIRE(read.size() == rows.size());
        for (std::size_t row = 0; row < rows.size(); ++row) CHECK(read[row] == rows[row].day);
    });
    const auto pasted = MUST(days_in_table("1/7/2026\t\tnghi bu\tNgày thử\tthử"));
    REQUIRE(pasted.size() == 1);
    CHECK(pasted.front().to == day("2026-07-01"));
    CHECK(pasted.front().kind == DayKind::compensatory);
    CHECK(days_in_table("").error().key == "organisation.calendar.rows_missing");
    CHECK(days_in_table("32/7/2026;;nghỉ bù;a;b").error().key == "organisation.calendar.row");
    CHECK(days_in_table("1/7/2026;;nghỉ chơi;a;b").error().key == "organisation.calendar.row");
    CHECK(days_in_table("1/7/2026;;nghỉ bù;;b").error().key ==
          "organisation.calendar.name_missing");
}

}  // namespace caicach::organisation
