#include "report/form/form_words.hpp"

#include <doctest/doctest.h>

namespace caicach::report
{

using calendar::Limit;
using calendar::OnDayOff;

TEST_CASE("sections are numbered by their levels, anew below each heading")
{
    Definition form;
    for (const int level : {1, 2, 3, 3, 2, 1, 3, 2})
        form.sections.push_back({.key = "a", .title = "A", .level = level});
    CHECK(section_numbers(form) ==
          std::vector<std::string>{"I.", "1.", "a)", "b)", "2.", "II.", "a)", "1."});
}

TEST_CASE("headings are numbered in Roman signs, and letters have đ between d and e")
{
    Definition form;
    for (int i = 0; i < 40; ++i) form.sections.push_back({});
    const auto numbers = section_numbers(form);
    CHECK(numbers[3] == "IV.");
    CHECK(numbers[8] == "IX.");
    CHECK(numbers[18] == "XIX.");
    CHECK(numbers[39] == "XL.");
    for (auto& section : form.sections) section.level = 3;
    CHECK(section_numbers(form)[4] == "đ)");
    CHECK(section_numbers(form)[5] == "e)");
}

TEST_CASE("a due day is said as a decree would say it")
{
    CHECK(due_text({.rule = {.day = 17, .limit = Limit::by, .on_day_off = OnDayOff::moves}}) ==
          "Chậm nhất ngày 17 tháng cuối kỳ; gặp ngày nghỉ thì chuyển sang ngày làm việc tiếp theo");
    CHECK(due_text({.rule = {.day = 5, .months_after = 1}}) == "Trước ngày 5 tháng sau kỳ");
    CHECK(due_text({.rule = {.day = 5, .months_after = -2}}) ==
          "Trước ngày 5, 2 tháng trước tháng cuối kỳ");
    CHECK(due_text({.named = NamedDay{30, 11}}) == "Trước ngày 30/11");
    CHECK(due_text({}) == "Hết ngày cuối kỳ");
}

TEST_CASE("periods, locks and steps are said in words")
{
    CHECK(period_text(calendar::Length::year) == "Hằng năm");
    const auto cut = calendar::Scheme::create(calendar::Length::quarter, {"nd09", 15});
    CHECK(period_text(cut.value()) == "Hằng quý, kỳ bắt đầu từ ngày 15 của tháng trước");
    CHECK(lock_text({.never = true}) == "Không khóa");
    CHECK(lock_text({}) == "Hết hạn gửi là khóa");
    CHECK(lock_text({.working_days_after_due = 10}) == "Sau hạn gửi 10 ngày làm việc");
    CHECK(flow_text({}) == "Cán bộ lập và gửi; nơi nhận kiểm tra, phê duyệt");
    CHECK(flow_text({.needs_head = true,
                     .needs_check = true,
                     .needs_approval = false,
                     .needs_second_person = true}) ==
          "Cán bộ lập, lãnh đạo cơ quan gửi; nơi nhận kiểm tra; người kiểm tra khác người gửi");
    CHECK(drawn_text({.drawn_of = {Drawn::done, Drawn::next}}) ==
          "Bản thảo dựng sẵn từ việc đã làm; việc kỳ tới.");
    CHECK(drawn_text({}).empty());
    CHECK(origin_of({.source = Source::both, .span = Span::year_to_date, .is_required = true}) ==
          "Hệ thống tính, cơ quan sửa được; lũy kế từ đầu năm; bắt buộc");
}

}  // namespace caicach::report
