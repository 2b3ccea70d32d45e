#include "plan/terms.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "plan/cut.hpp"
#include "plan/item.hpp"
#include "plan/item_texts.hpp"

namespace caicach::plan
{

TEST_CASE("a schedule is repeated as a person would say it")
{
    using Kind = Schedule::Kind;
    const auto day = [](int month, int number) { return Date::create(2026, month, number); };
    CHECK(sentence(Schedule{.kind = Kind::window, .from = day(4, 1), .to = day(9, 30)}) ==
          "Từ 01/04/2026 đến 30/09/2026");
    CHECK(sentence(Schedule{.kind = Kind::window, .from = day(1, 1), .to = day(12, 31)}) ==
          "Cả năm 2026");
    CHECK(sentence(Schedule{.kind = Kind::deadline, .due = day(3, 31)}) == "Trước ngày 31/03/2026");
    CHECK(sentence(Schedule{.kind = Kind::recurring, .every = Period::month, .day = 25}) ==
          "Hằng tháng, trước ngày 25");
    CHECK(sentence(Schedule{.kind = Kind::recurring}) == "Định kỳ");
    CHECK(sentence(Schedule{.kind = Kind::recurring, .every = Period::half}) ==
          "Sáu tháng một lần");
    CHECK(sentence(Schedule{.kind = Kind::ongoing}) == "Thường xuyên");
}

TEST_CASE("of which month a day is, is said where it is not the period's last")
{
    using Kind = Schedule::Kind;
    Schedule report{
        .kind = Kind::recurring, .every = Period::quarter, .day = 5, .month = DueMonth::after};
    CHECK(sentence(report) == "Hằng quý, trước ngày 5 của tháng đầu quý sau");
    CHECK(reading_of(report) == "Nghĩa là đến hết ngày 4 của tháng đầu quý sau");
    report.day = 1;
    CHECK(reading_of(report) == "Nghĩa là đến hết kỳ");
    report = {.kind = Kind::recurring, .every = Period::month, .day = 5, .month = DueMonth::after};
    CHECK(sentence(report) == "Hằng tháng, trước ngày 5 tháng sau");
    report.every = Period::year;
    CHECK(sentence(report) == "Hằng năm, trước ngày 5 tháng 1 năm sau");
    report.every = Period::half;
    CHECK(sentence(report) == "Sáu tháng một lần, trước ngày 5 của tháng đầu kỳ sau");
    report = {.kind = Kind::recurring,
              .every = Period::quarter,
              .day = 15,
              .limit = Limit::by,
              .month = DueMonth::first};
    CHECK(sentence(report) == "Hằng quý, chậm nhất ngày 15 của tháng đầu quý");
    CHECK(schedule_from(to_json(report)) == report);
    CHECK(to_json(report)["month"].as_string() == "first");
    // As editions before had it.
    const auto old = MUST(json::parse(R"({"kind":"recurring","every":"quarter","day":5})"));
    CHECK(schedule_from(old)->month == DueMonth::last);
    CHECK(!to_json(*schedule_from(old)).has("month"));
    CHECK(!due_month_from("second"));
}

TEST_CASE("a day of each year is told without its year")
{
    Schedule yearly{
        .kind = Schedule::Kind::deadline, .due = Date::create(2026, 12, 15), .every = Period::year};
    CHECK(sentence(yearly) == "Hằng năm, trước ngày 15/12");
    CHECK(reading_of(yearly) == "Nghĩa là đến hết ngày 14/12 mỗi năm");
    CHECK(schedule_from(to_json(yearly)) == yearly);
    CHECK(validate(yearly));
    yearly.every = Period::none;
    CHECK(sentence(yearly) == "Trước ngày 15/12/2026");
    const Quota whole{.count = 2, .per = Period::whole, .unit = "hội thi", .at_least = true};
    CHECK(sentence(whole, Doers::one) == "cả kế hoạch ít nhất 02 hội thi");
    CHECK(quota_from(to_json(whole)) == whole);
}

TEST_CASE("whether the day named still counts is said, and which day is the last")
{
    using Kind = Schedule::Kind;
    Schedule once{.kind = Kind::deadline, .due = Date::create(2026, 3, 1)};
    CHECK(reading_of(once) == "Nghĩa là đến hết ngày 28/02/2026");
    once.limit = Limit::by;
    CHECK(sentence(once) == "Chậm nhất ngày 01/03/2026");
    CHECK(reading_of(once) == "Nghĩa là đến hết ngày 01/03/2026");
    Schedule often{.kind = Kind::recurring, .every = Period::month, .day = 25};
    CHECK(reading_of(often) == "Nghĩa là đến hết ngày 24");
    often.day = 1;
    CHECK(reading_of(often) == "Nghĩa là đến hết tháng trước");
    often.limit = Limit::by;
    CHECK(sentence(often) == "Hằng tháng, chậm nhất ngày 1");
    CHECK(reading_of(often) == "Nghĩa là đến hết ngày 1");
    CHECK(reading_of({.kind = Kind::recurring, .every = Period::month}).empty());
    CHECK(reading_of({.kind = Kind::ongoing}).empty());
}

TEST_CASE("a schedule comes back from JSON; where no limit is said, the day named is too late")
{
    using Kind = Schedule::Kind;
    const Schedule by{
        .kind = Kind::recurring, .every = Period::half, .day = 15, .limit = Limit::by};
    CHECK(schedule_from(to_json(by)) == by);
    CHECK(to_json(by)["limit"].as_string() == "by");
    const auto old = MUST(json::parse(R"({"kind":"deadline","due":"2026-03-31"})"));
    CHECK(schedule_from(old)->limit == Limit::before);
    CHECK(!to_json(Schedule{.kind = Kind::ongoing}).has("limit"));
    CHECK(!limit_from("until"));
}

TEST_CASE("a quota is repeated as a person would say it")
{
    const Quota quota{.count = 1, .per = Period::month, .unit = "tin, bài", .at_least = true};
    CHECK(sentence(quota, Doers::several) == "mỗi tháng ít nhất 01 tin, bài, mỗi cơ quan");
    CHECK(sentence(quota, Doers::one) == "mỗi tháng ít nhất 01 tin, bài");
}

TEST_CASE("a schedule that cannot be meant is refused with its field")
{
    const auto field = [](const Schedule& schedule) {
        const auto valid = validate(schedule);
        return valid ? std::string{"-"} : valid.error().field;
    };
    using Kind = Schedule::Kind;
    const auto early = Date::create(2026, 1, 2);
    const auto late = Date::create(2026, 3, 4);
    CHECK(field({.kind = Kind::window, .from = early}) == "to");
    CHECK(field({.kind = Kind::window, .to = late}) == "from");
    CHECK(field({.kind = Kind::window, .from = late, .to = early}) == "to");
    CHECK(field({.kind = Kind::window, .from = early, .to = late}) == "-");
    CHECK(field({.kind = Kind::deadline}) == "due");
    CHECK(field({.kind = Kind::recurring, .every = Period::month, .day = 32}) == "day");
    CHECK(field({.kind = Kind::recurring, .every = Period::month, .month = DueMonth::after}) ==
          "day");
}

TEST_CASE("an item needs a person until one has looked, and longer where a name is unknown")
{
    Item item{.title = "Việc", .lead = {{"Ai đó", std::nullopt}}, .confidence = 0.4};
    item.schedule = Schedule{.kind = Schedule::Kind::recurring};
    item.notes = {{"plan.note.repeats", "II.1"}, {"plan.note.agency_unknown", "Ai đó"}};
    const auto keys = [&] {
        std::vector<std::string> found;
        for (const auto& need : needs(item)) found.push_back(need.key);
        return found;
    };
    CHECK(keys() == std::vector<std::string>{"plan.need.agency_unknown", "plan.need.period_unsaid",
                                             "plan.note.repeats", "plan.need.unsure"});
    item.is_reviewed = true;
    CHECK(keys() == std::vector<std::string>{"plan.need.agency_unknown"});
    item.is_removed = true;
    CHECK(keys().empty());
}

TEST_CASE("work needs somebody who leads or performs it; each role has a word of its own")
{
    const Mention named{"Sở Y tế", organisation::AgencyId{7}};
    Item item{.title = "Việc", .is_reviewed = true};
    item.support = {named};
    item.direct = {named};
    item.oversee = {named};
    REQUIRE(needs(item).size() == 1);
    CHECK(needs(item)[0].key == "plan.need.lead_missing");
    item.perform = {named};
    CHECK(needs(item).empty());
    CHECK(doers_of(item) == Doers::one);
    std::vector<std::string_view> labels;
    for (const auto role : roles) {
        CHECK(role_from(name_of(role)) == role);
        CHECK(std::ranges::find(labels, label(role)) == labels.end());
        labels.push_back(label(role));
    }
    CHECK(!role_from("manage"));
    item.direct.assign(200, named);
    CHECK(validate(item).error().field == "direct");
}

TEST_CASE("a title is cut where the next line begins in it")
{
    const std::vector<SourceLine> lines{{.number = 6, .text = "a) Mở chuyên mục trên cổng"},
                                        {.number = 7, .text = "thông tin của tỉnh; đăng tin mỗi"},
                                        {.number = 8, .text = "- Đăng tin mỗi tuần."}};
    const auto cut =
        cut_after("Mở chuyên mục trên cổng thông tin của tỉnh; đăng tin mỗi tuần.", lines, 6);
    CHECK(cut.first == "Mở chuyên mục trên cổng");
    CHECK(cut.second == "thông tin của tỉnh; đăng tin mỗi tuần.");
    CHECK(cut.after_line == 6);
    const auto other = cut_after("Chữ khác hẳn", lines, 7);
    CHECK(other.first == "a) Mở chuyên mục trên cổng thông tin của tỉnh; đăng tin mỗi");
    CHECK(other.second == "- Đăng tin mỗi tuần.");
}

TEST_CASE("a result to reach is repeated as people write it")
{
    CHECK(sentence(Metric{.op = ">=", .value = 85, .unit = "%"}) == "từ 85% trở lên");
    CHECK(sentence(Metric{.op = ">", .value = 81, .unit = "%"}) == "trên 81%");
    CHECK(sentence(Metric{.op = "<", .value = 2.5, .unit = "%"}) == "dưới 2,5%");
    CHECK(sentence(Metric{.op = ">", .value = 5, .unit = "%", .direction = "increase"}) ==
          "tăng trên 5%");
    CHECK(sentence(Metric{.op = "<=", .value = 1.5, .unit = "%"}) == "không quá 1,5%");
    const Metric gain{.op = ">=", .value = 3, .unit = "bậc", .direction = "increase"};
    CHECK(sentence(gain) == "tăng ít nhất 3 bậc");
    const Metric share{.op = ">=", .value = 33.33, .unit = "%", .printed = "1/3"};
    CHECK(sentence(share) == "từ 1/3 trở lên");
    CHECK(metric_from(to_json(share)) == share);
}

TEST_CASE("a recipient keeps what it gets the document for")
{
    const auto told = recipient_from("Bộ Nội vụ (b/c);");
    CHECK(told == Recipient{"Bộ Nội vụ", "b/c"});
    CHECK(printed(told) == "Bộ Nội vụ (b/c)");
    CHECK(recipient_text(told) == "Bộ Nội vụ (để báo cáo)");
    CHECK(purpose_of("để b/c") == "để báo cáo");
    CHECK(purpose_of("đ/b") == "để biết");
    CHECK(purpose_of("để phối hợp") == "để phối hợp");
    CHECK(purpose_of("VBĐT") == "văn bản điện tử");
    CHECK(purpose_of("02 bản").empty());
    CHECK(recipient_text({"Lưu: VT", "02 bản"}) == "Lưu: VT (02 bản)");
    const auto names = recipient_from("Các sở (Nội vụ, Tư pháp, Tài chính và các sở khác)");
    CHECK(names.mark.empty());
    CHECK(recipient_from("(b/c)") == Recipient{"(b/c)", ""});
}

TEST_CASE("an item is quoted as people read it, up to its first part")
{
    const std::vector<SourceLine> lines{
        {.number = 1, .text = "**a) Mở chuyên mục<sup>2</sup>**", .fate = Fate::item},
        {.number = 2, .text = "2", .fate = Fate::boilerplate},
        {.number = 3, .text = "\\* *Thực hiện:* Sở Nội vụ", .fate = Fate::field, .page = 4},
        {.number = 4, .text = "- Đăng tin mỗi tuần.", .fate = Fate::item}};
    const Item item{.first_line = 1, .last_line = 4};
    const Item part{.first_line = 4, .last_line = 4};
    CHECK(texts_of(item, lines, &part).source == "a) Mở chuyên mục\n* Thực hiện: Sở Nội vụ");
    CHECK(texts_of(item, lines, &part).place == "Dòng 1–4");
    CHECK(texts_of(part, lines, nullptr).source == "- Đăng tin mỗi tuần.");
    CHECK(texts_of(Item{}, lines, nullptr).source.empty());
    CHECK(shown_line("Mở hội nghị\tSở Nội vụ\tQuý I") == "Mở hội nghị | Sở Nội vụ | Quý I");
}

}  // namespace caicach::plan
