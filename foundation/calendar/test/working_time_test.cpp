#include "calendar/working_time.hpp"

#include <doctest/doctest.h>

#include "calendar/moment.hpp"
#include "sample_calendar.hpp"

namespace caicach::calendar
{
namespace
{

Instant at(std::string_view iso, int hour, int minute = 0)
{
    return instant_at(day(iso), hour * 60 + minute);
}

std::string due_after(Instant start, std::int64_t minutes, std::vector<Pause> pauses = {})
{
    return vietnamese_moment(sample_time().after_minutes(start, minutes, pauses).at.value());
}

}  // namespace

TEST_CASE("working days pass over holidays and weekends, and the words say which")
{
    const auto due = sample_time().after_working_days(at("2026-04-24", 16, 30), 3);
    CHECK(due.at == at("2026-05-04", 24));
    CHECK(in_words(due.explanation) ==
          "Nhận lúc 16:30 thứ Sáu 24/04/2026. Không tính ngày nhận (Bộ luật Dân sự 2015, Điều "
          "147). Không tính 3 ngày thứ Bảy, Chủ nhật. Nghỉ 26/04/2026: Giỗ Tổ Hùng Vương. Nghỉ "
          "27/04/2026: Nghỉ bù Giỗ Tổ Hùng Vương. Nghỉ từ 30/04/2026 đến 01/05/2026: Ngày Chiến "
          "thắng, Quốc tế lao động. Đủ 3 ngày làm việc. Đến hạn: hết thứ Hai 04/05/2026.");
}

TEST_CASE("hours are counted while the office is open")
{
    CHECK(due_after(at("2026-03-16", 8), 60) == "16/03/2026, 09:00");
    CHECK(due_after(at("2026-03-16", 11), 60) == "16/03/2026, 14:00");
    CHECK(due_after(at("2026-03-16", 16), 60) == "16/03/2026, 17:00");
    CHECK(due_after(at("2026-03-16", 16), 61) == "17/03/2026, 07:01");
    CHECK(due_after(at("2026-03-13", 16), 2 * 60) == "16/03/2026, 08:00");
    CHECK(due_after(at("2026-02-13", 16), 2 * 60) == "23/02/2026, 08:00");
    CHECK(due_after(at("2026-03-15", 9), 0) == "15/03/2026, 09:00");
}

TEST_CASE("half days, worked Saturdays and Saturday mornings have their hours")
{
    const auto time = sample_time();
    CHECK(in_words(time.hours_on(day("2026-03-12"))) == "13:30–17:00");
    CHECK(in_words(time.hours_on(day("2026-03-19"))) == "07:00–11:30");
    CHECK(in_words(time.hours_on(day("2026-07-04"))) == "07:30–11:00");
    CHECK(in_words(time.hours_on(day("2026-08-22"))) == "07:00–11:30, 13:30–17:00");
    CHECK(time.hours_on(day("2026-09-02")).empty());
    CHECK(time.hours_on(day("2026-03-14")).empty());
}

TEST_CASE("the clock stands still in a pause")
{
    const Pause pause{at("2026-03-16", 9), at("2026-03-18", 9), "chờ bổ sung hồ sơ"};
    CHECK(due_after(at("2026-03-16", 8), 120, {pause}) == "18/03/2026, 10:00");
    const auto due = sample_time().after_working_days(at("2026-03-13", 8), 2, std::vector{pause});
    CHECK(due.at == at("2026-03-20", 24));
    CHECK(in_words(due.explanation).find("(chờ bổ sung hồ sơ); không tính ngày có lúc dừng") !=
          std::string::npos);
}

TEST_CASE("while the clock stands still nothing is due, and what is left is told")
{
    const std::vector<Pause> open{{.from = at("2026-03-17", 9), .reason = "chờ ý kiến"}};
    const auto by_days = sample_time().after_working_days(at("2026-03-13", 8), 3, open);
    CHECK(!by_days.at);
    CHECK(by_days.explanation.back().text == "Chưa tính được ngày đến hạn; còn 2 ngày làm việc.");
    const auto by_hours = sample_time().after_minutes(at("2026-03-17", 8), 90, open);
    CHECK(!by_hours.at);
    CHECK(by_hours.explanation.back().text == "Chưa tính được giờ đến hạn; còn 30 phút làm việc.");
    // Before it stopped there was time enough.
    CHECK(due_after(at("2026-03-17", 8), 60, open) == "17/03/2026, 09:00");
    CHECK(sample_time().after_working_days(at("2026-03-13", 8), 1, open).at ==
          at("2026-03-16", 24));
}

TEST_CASE("without hours nothing can be counted by the hour, and the words say so")
{
    const WorkingTime closed(sample_days(), OfficeHours());
    const auto due = closed.after_minutes(at("2026-03-16", 8), 60);
    CHECK(!due.at);
    CHECK(due.explanation.back().kind == Step::Kind::none);
}

TEST_CASE("a period of time beyond ten years is taken for a slip of the pen")
{
    CHECK(!sample_time().after_working_days(at("2026-03-16", 8), 5000).at);
}

TEST_CASE("time used is what went by while the office was open and the clock ran")
{
    const auto time = sample_time();
    CHECK(time.minutes_between(at("2026-03-16", 8), at("2026-03-16", 14)) == 240);
    CHECK(time.minutes_between(at("2026-03-13", 16), at("2026-03-16", 8)) == 120);
    CHECK(time.minutes_between(at("2026-03-16", 9), at("2026-03-16", 8)) == 0);
    const std::vector<Pause> pauses{{at("2026-03-16", 9), at("2026-03-16", 10)},
                                    {at("2026-03-16", 9, 30), at("2026-03-16", 10, 30)}};
    CHECK(time.minutes_between(at("2026-03-16", 8), at("2026-03-16", 11), pauses) == 90);
    CHECK(time.working_days_between(at("2026-04-24", 16), at("2026-05-05", 8)) == 4);
}

}  // namespace caicach::calendar
