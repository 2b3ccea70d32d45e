#include <doctest/doctest.h>

#include "plan/importer/left_out.hpp"
#include "plan/importer/metric.hpp"
#include "plan/importer/quota.hpp"
#include "plan/importer/schedule.hpp"

using namespace caicach::plan;
using namespace caicach::plan::importer;

namespace
{

std::string told(const std::optional<Schedule>& schedule)
{
    if (!schedule) return "none";
    std::string out{name_of(schedule->kind)};
    if (schedule->from) out += " " + schedule->from->iso();
    if (schedule->to) out += " " + schedule->to->iso();
    if (schedule->due) out += " " + schedule->due->iso();
    if (schedule->every != Period::none) out += " " + std::string{name_of(schedule->every)};
    if (schedule->day != 0) out += " " + std::to_string(schedule->day);
    if (schedule->month != DueMonth::last) out += " " + std::string{name_of(schedule->month)};
    return out;
}

std::string time(std::string_view text) { return told(schedule_of(text, 2026)); }
std::string in_task(std::string_view text) { return told(schedule_in_task(text, 2026)); }

std::string quotas(std::string_view text)
{
    std::string out;
    for (const auto& quota : quotas_in(text)) {
        out += (out.empty() ? "" : ", ") + std::string{quota.at_least ? ">=" : ""} +
               std::to_string(quota.count) + " " + quota.unit + "/" +
               std::string{name_of(quota.per)};
    }
    return out;
}

std::string metrics(std::string_view text)
{
    std::string out;
    for (const auto& metric : metrics_in(text)) {
        out += (out.empty() ? "" : ", ") + metric.op +
               std::to_string(static_cast<int>(metric.value)) + metric.unit;
    }
    return out;
}

}  // namespace

TEST_CASE("windows of months, quarters and years")
{
    CHECK(time("Trong quý II, III/2024") == "window 2024-04-01 2024-09-30");
    CHECK(time("Quý I - II") == "window 2026-01-01 2026-06-30");
    CHECK(time("Tháng 01/2020 đến tháng 8/2020") == "window 2020-01-01 2020-08-31");
    CHECK(time("Tháng 6") == "window 2026-06-01 2026-06-30");
    CHECK(time("6 tháng đầu năm 2026") == "window 2026-01-01 2026-06-30");
    CHECK(time("Từ ngày 01/3/2026 đến ngày 30/6/2026") == "window 2026-03-01 2026-06-30");
    CHECK(time("Cả năm") == "window 2026-01-01 2026-12-31");
    CHECK(time("Trong năm 2025") == "window 2025-01-01 2025-12-31");
}

TEST_CASE("deadlines")
{
    CHECK(time("Trước ngày 31/3/2021") == "deadline 2021-03-31");
    CHECK(time("30/9") == "deadline 2026-09-30");
    CHECK(time("Chậm nhất ngày 15 tháng 02 năm 2026") == "deadline 2026-02-15");
    CHECK(time("Đến hết tháng 11/2026") == "deadline 2026-11-30");
    CHECK(time("trước tháng 12/2026") == "deadline 2026-11-30");
}

TEST_CASE("what comes back, and what never stops")
{
    CHECK(time("Định kỳ hàng tháng (trước ngày 25)") == "recurring month 25");
    CHECK(time("Hằng quý") == "recurring quarter");
    CHECK(time("Định kỳ trong năm") == "recurring");
    CHECK(time("Thường xuyên trong năm") == "ongoing");
    CHECK(time("Khi có yêu cầu") == "none");
    CHECK(time("31/02/2026") == "none");
}

TEST_CASE("a sentence states a time only where the words govern it")
{
    CHECK(in_task("Báo cáo kết quả trước ngày 30/11/2026.") == "deadline 2026-11-30");
    CHECK(in_task("Gửi tin, bài trước ngày 15 hằng tháng.") == "recurring month 15");
    CHECK(in_task("định kỳ tổng hợp, báo cáo UBND tỉnh") == "recurring");
    CHECK(in_task("Kết quả xếp hạng chỉ số hằng năm của tỉnh") == "none");
    CHECK(in_task("Theo Quyết định số 5 ngày 12/12/2023") == "none");
    CHECK(in_task("mỗi tháng có ít nhất 01 tin") == "none");
}

TEST_CASE("quotas in the manners of plans")
{
    CHECK(quotas("Tổ chức ít nhất 02 lần/năm") == ">=2 lần/year");
    CHECK(quotas("01 số/tháng (12 kỳ/năm)") == "1 số/month");
    CHECK(quotas("1 số (chuyên mục)/tuần, thời lượng 05 phút/chuyên mục") == "1 số/week");
    CHECK(quotas("(03 bản tin/01 tháng)") == "3 bản tin/month");
    CHECK(quotas("mỗi tháng có ít nhất 01 tin/bài tuyên truyền") == ">=1 tin/bài/month");
    CHECK(quotas("Trong năm ít nhất có từ 03 tin, bài trở lên") == ">=3 tin, bài/year");
    CHECK(quotas("hai tháng một lần") == "3 lần/half");
    CHECK(quotas("6 tháng/lần") == "1 lần/half");
    CHECK(quotas("3 tháng/lần") == "1 lần/quarter");
    CHECK(quotas("4 tháng một lần") == "3 lần/year");
    CHECK(quotas("02 tuần một lần") == "2 lần/month");
    CHECK(quotas("3 tuần/lần") == "4 lần/quarter");
    CHECK(rhythm_in("Giao ban 02 tuần một lần") == "02 tuần một lần");
    CHECK(rhythm_in("Rà soát 2 tháng/lần") == "2 tháng/lần");
    CHECK(rhythm_in("Báo cáo 6 tháng một lần, 02 lần/tuần").empty());
    CHECK(quotas("02 nhiệm vụ trong năm 2026") == "");
    CHECK(quotas("giai đoạn 2021-2025") == "");
}

TEST_CASE("metrics with operators, fractions and changes")
{
    CHECK(metrics("Tối thiểu 80% hồ sơ được luân chuyển") == ">=80%");
    CHECK(metrics("đạt 90%, trong đó đất đai từ 85% trở lên") == "=90%, >=85%");
    CHECK(metrics("1/2 số xã có kênh riêng") == "=50%");
    CHECK(metrics("02 hoạt động theo dõi") == "=2hoạt động");
    CHECK(metrics("dưới 5% hồ sơ trễ hạn") == "<5%");
    CHECK(metrics("dịch vụ công mức độ 3, 4 theo Điều 125") == "");
    const auto change = metrics_in("Giảm tối thiểu 2,5% chi trực tiếp so với năm 2022");
    REQUIRE(change.size() == 1);
    CHECK(change[0].value == doctest::Approx(2.5));
    CHECK(change[0].direction == "decrease");
    CHECK(change[0].baseline == "năm 2022");
}

TEST_CASE("a cell may hold two values with their subjects")
{
    const auto both = metrics_of_cell("Cấp tỉnh: 100; cấp xã: ≥ 95", "%");
    REQUIRE(both.size() == 2);
    CHECK(both[0].subject == "Cấp tỉnh");
    CHECK(both[0].op == "=");
    CHECK(both[1].op == ">=");
    CHECK(both[1].value == doctest::Approx(95));
}

TEST_CASE("an endless row of figures costs no more than its length")
{
    std::string figures;
    for (int i = 0; i < 20'000; ++i) figures += "1 ";
    CHECK(quotas_in(figures).empty());
    CHECK(metrics_in(figures).empty());
}

TEST_CASE("a denied limit keeps its direction")
{
    CHECK(metrics("Hồ sơ trễ hạn không vượt quá 4%") == "<=4%");
    CHECK(metrics("Hồ sơ trễ hạn không được vượt quá 4%") == "<=4%");
    CHECK(metrics("Tỷ lệ hài lòng không dưới 88%") == ">=88%");
    CHECK(metrics("Tỷ lệ hài lòng không để dưới 88%") == ">=88%");
    CHECK(metrics("Chi phí không cao hơn 12%") == "<=12%");
    CHECK(metrics("Tỷ lệ sai sót thấp hơn 3%") == "<3%");
    CHECK(metrics("Vượt 10% kế hoạch") == ">10%");
    CHECK(metrics("Tỷ lệ trễ hạn dưới 2%") == "<2%");
}

TEST_CASE("times of the quarter, the week and without an end")
{
    CHECK(in_task("Trước ngày 15 của tháng cuối quý báo cáo kết quả.") == "recurring quarter 15");
    CHECK(in_task("Hằng quý (trước ngày 20 tháng cuối quý) gửi số liệu.") ==
          "recurring quarter 20");
    CHECK(in_task("Ngày 15 hằng tháng báo cáo kết quả.") == "recurring month 15");
    CHECK(time("Tháng cuối quý") == "recurring quarter");
    CHECK(time("Tuần 2 tháng 7/2025") == "window 2025-07-08 2025-07-14");
    CHECK(time("Tuần cuối tháng 4") == "window 2026-04-24 2026-04-30");
    CHECK(time("Từ tháng 02/2025") == "window 2025-02-01 2025-12-31");
    CHECK(time("Bắt đầu từ ngày 01/3/2025") == "window 2025-03-01 2025-12-31");
    CHECK(time("Từ tháng 4 đến tháng 9") == "window 2026-04-01 2026-09-30");
    CHECK(time("15-30/6/2025") == "window 2025-06-15 2025-06-30");
    CHECK(time("Quí II") == "window 2026-04-01 2026-06-30");
    CHECK(time("T6/2025") == "window 2025-06-01 2025-06-30");
    CHECK(time("ít nhất mỗi tuần một bài") == "none");
    CHECK(quotas("Hàng tháng, trước ngày 20, gửi ít nhất 01 tin, bài về Cổng.") ==
          ">=1 tin, bài/month");
}

TEST_CASE("figures of two results, of fractions and of the past")
{
    CHECK(metrics("Từ 95% cán bộ, công chức, viên chức trở lên được phổ biến") == ">=95%");
    CHECK(metrics("Chỉ số A đạt 85% và chỉ số B đạt từ 43 điểm trở lên") == "=85%, >=43điểm");
    CHECK(metrics("Năm 2022 đạt 60%, năm 2023 phấn đấu đạt 75% hồ sơ") == "=75%");
    CHECK(metrics("Đến năm 2025 đạt 60%, năm 2030 đạt 75% hồ sơ") == "=60%, =75%");
    CHECK(metrics("Xếp hạng tăng từ 2 đến 3 bậc") == "=2bậc");
    CHECK(metrics("Một nửa số thôn có tổ công nghệ số") == "=50%");
    CHECK(metrics("Hai phần ba số xã đạt chuẩn") == "=66%");
    CHECK(metrics_of_cell("47/47", "xã").size() == 1);
    CHECK(quotas("từ 10 buổi/năm trở lên") == ">=10 buổi/year");
}

TEST_CASE("times with two ends, parts of a year, and dates that come back")
{
    CHECK(time("Trước ngày 15/12 hằng năm") == "deadline 2026-12-15 year");
    CHECK(time("từ ngày 01 đến ngày 15 tháng 6 năm 2026") == "window 2026-06-01 2026-06-15");
    CHECK(time("9 tháng đầu năm 2026") == "window 2026-01-01 2026-09-30");
    CHECK(time("Sáu tháng cuối năm") == "window 2026-07-01 2026-12-31");
    CHECK(time("Từ Quý II/2026 đến hết năm 2026") == "window 2026-04-01 2026-12-31");
    CHECK(in_task("Kiểm tra từ tháng 4 đến tháng 10 năm 2026.") == "window 2026-04-01 2026-10-31");
    CHECK(in_task("Theo mô hình mới kể từ ngày 01/7/2025.") == "none");
    CHECK(in_task("Gửi báo cáo chậm nhất ngày 05 hằng tháng.") == "recurring month 5");
    CHECK(in_task("Tổ chức giao ban cải cách hành chính hằng quý.") == "recurring quarter");
    CHECK(in_task("Là tiêu chí xếp loại thi đua hằng năm.") == "none");
}

TEST_CASE("a list of months or quarters may leave gaps, a range does not")
{
    CHECK(leaves_gaps("Quý II và quý IV", 2026));
    CHECK(leaves_gaps("Tháng 3, tháng 9", 2026));
    CHECK_FALSE(leaves_gaps("Quý II, III/2026", 2026));
    CHECK_FALSE(leaves_gaps("Tháng 3 đến tháng 9", 2026));
    CHECK_FALSE(leaves_gaps("Cả năm", 2026));
}

TEST_CASE("of a range of counts the lower end is owed; days are counted by the year")
{
    CHECK(quotas("02-03 bài/tháng") == ">=2 bài/month");
    CHECK(quotas("mỗi tháng từ 2 đến 3 bài") == ">=2 bài/month");
    CHECK(quotas("trên 10 tin/tháng") == ">=10 tin/month");
    CHECK(quotas("mỗi quý ít nhất 01 chuyên đề") == ">=1 chuyên đề/quarter");
    CHECK(quotas("Mỗi tháng thực hiện 01 chuyên mục, mỗi quý 01 phóng sự") ==
          "1 chuyên mục/month, 1 phóng sự/quarter");
    CHECK(quotas("ít nhất 20 tin, bài trong năm 2026") == ">=20 tin, bài/year");
    CHECK(quotas("phát 02 lượt/ngày") == "730 lượt/year");
    CHECK(metrics("Chọn ít nhất 02 xã, phường, thị trấn") == ">=2xã, phường, thị trấn");
    CHECK(metrics_of_cell("≥ 91", "Điểm").front().unit == "điểm");
}

TEST_CASE("as many of another thing is no quota restated")
{
    CHECK(quotas("Dựng 04 đoạn phim/năm; mỗi quý phát ít nhất 01 tờ gấp.") ==
          "4 đoạn phim/year, >=1 tờ gấp/quarter");
    CHECK(quotas("Họp 01 lần/quý (04 lần/năm).") == "1 lần/quarter");
}

TEST_CASE("each half year is twice a year, unless it names a report or another period follows")
{
    CHECK(quotas("Định kỳ 6 tháng, giao ban với báo chí.") == "1 lần/half");
    CHECK(quotas("Định kỳ 6 tháng, năm báo cáo kết quả.").empty());
    CHECK(quotas("Gửi cùng báo cáo định kỳ 6 tháng.").empty());
    CHECK(in_task("Coi đó là nhiệm vụ trọng tâm, thường xuyên.") == "none");
}

TEST_CASE("results count people and calls, of each call once")
{
    CHECK(metrics("Có tối thiểu 900 lượt người tham gia.") == ">=900lượt người");
    CHECK(metrics("Người dân chờ không quá 15 phút/lượt.") == "<=15phút");
}

TEST_CASE("the name of a month is no period, a bracket may say that work never stops")
{
    CHECK(quotas("Treo 90 băng rôn trong tháng 8 và tháng 9.").empty());
    CHECK(quotas("Treo 90 băng rôn trong tháng.") == "90 băng rôn/month");
    CHECK(in_task("Kiểm tra đột xuất kỷ cương (thực hiện thường xuyên).") == "ongoing");
}

TEST_CASE("a day behind “định kỳ” belongs to the period that follows it")
{
    CHECK(in_task("Phát sóng định kỳ thứ Sáu hằng tuần.") == "recurring week");
    CHECK(in_task("Tổng hợp định kỳ vào ngày 20 hằng tháng.").starts_with("recurring month"));
}

TEST_CASE("a day of the month behind the period is no day of the period")
{
    CHECK(in_task("Hằng tháng, trước ngày 05 tháng sau gửi báo cáo.") == "recurring month 5 after");
    CHECK(in_task("Báo cáo hằng tháng chậm nhất ngày 05 của tháng kế tiếp.") ==
          "recurring month 5 after");
    CHECK(in_task("Báo cáo tháng gửi trước ngày 03 tháng sau.") == "recurring month 3 after");
    CHECK(in_task("Hằng quý, trước ngày 05 của tháng đầu quý sau báo cáo kết quả.") ==
          "recurring quarter 5 after");
    CHECK(in_task("Báo cáo quý trước ngày 10 của tháng đầu tiên của quý tiếp theo.") ==
          "recurring quarter 10 after");
    CHECK(in_task("Hằng quý, trước ngày 05 quý sau báo cáo kết quả.") ==
          "recurring quarter 5 after");
    CHECK(time("Định kỳ hằng quý (trước ngày 05 tháng sau)") == "recurring quarter 5 after");
    CHECK(time("Trước ngày 05 tháng sau") == "recurring month 5 after");
    CHECK(time("Định kỳ 6 tháng (trước ngày 10 của tháng đầu kỳ sau)") ==
          "recurring half 10 after");
}

TEST_CASE("the first month of a quarter is not its last")
{
    CHECK(in_task("Hằng quý, trước ngày 15 tháng đầu quý gửi kế hoạch.") ==
          "recurring quarter 15 first");
    CHECK(in_task("Trước ngày 15 của tháng đầu tiên của quý gửi kế hoạch.") ==
          "recurring quarter 15 first");
    CHECK(in_task("Trước ngày 15 của tháng cuối cùng của quý gửi kế hoạch.") ==
          "recurring quarter 15");
}

TEST_CASE("a day of a month that is told in other words is left out, and a person is asked")
{
    const auto is_asked = [](std::string_view text) {
        const auto schedule = schedule_of(text, 2026);
        REQUIRE(schedule);
        CHECK(schedule->day == 0);
        return leaves_day_out(text, *schedule);
    };
    CHECK(is_asked("Hằng quý, trước ngày 05 tháng thứ hai của quý"));
    CHECK(is_asked("Hằng tháng, trước ngày 05 của tháng đầu quý sau"));
    CHECK(is_asked("Hằng năm, trước ngày 05 tháng sau"));
    CHECK(is_asked("Hằng tháng, trước ngày 05 báo cáo kết quả tháng trước về Sở Nội vụ"));
    CHECK(is_asked("Hằng quý, chậm nhất 05 ngày sau khi kết thúc quý"));
    CHECK(is_asked("Hằng quý, ngày 05 tháng đầu quý III"));
    CHECK(!is_asked("Hằng quý"));
    for (const auto* text :
         {"Hằng tháng, trước ngày 25", "Hằng tháng trước ngày 25, so với tháng trước",
          "Ngày 20 của tháng cuối quý", "Hằng tháng, ngày 25 tháng báo cáo"}) {
        CAPTURE(text);
        const auto schedule = schedule_of(text, 2026);
        REQUIRE(schedule);
        CHECK(schedule->day != 0);
        CHECK(!leaves_day_out(text, *schedule));
    }
}

TEST_CASE("a date of each year is told from one that has its year")
{
    CHECK(time("Hằng năm, trước ngày 15/12") == "deadline 2026-12-15 year");
    CHECK(in_task("Báo cáo hằng năm trước ngày 15/12.") == "deadline 2026-12-15 year");
    CHECK(in_task("Trước ngày 15/12 hằng năm gửi báo cáo.") == "deadline 2026-12-15 year");
    CHECK(in_task("Trước ngày 15/12/2026 gửi báo cáo hằng năm.") == "deadline 2026-12-15");
    CHECK(in_task("Gửi báo cáo hằng năm trước ngày 15/12/2026.") == "deadline 2026-12-15");
    CHECK(time("Hằng năm, trước ngày 15/01 năm sau") == "recurring year 15 after");
    CHECK(in_task("Tổng kết trước ngày 15/01 năm sau.") == "deadline 2027-01-15");
    CHECK(time("Trước ngày 05 tháng sáu") == "none");
}

TEST_CASE("a number of the whole plan is no number a year")
{
    CHECK(quotas("Tổ chức ít nhất 02 hội thi trong cả giai đoạn 2021-2025") == ">=2 hội thi/whole");
    CHECK(quotas("Cả giai đoạn tổ chức ít nhất 02 hội thi") == ">=2 hội thi/whole");
    CHECK(quotas("mở 02 lớp/năm, 05 lớp trong cả giai đoạn") == "2 lớp/year, 5 lớp/whole");
}

TEST_CASE("half a year that has a name is a window, and no period that comes twice")
{
    CHECK(quotas("Tổ chức 02 hội nghị trong 6 tháng cuối năm").empty());
    CHECK(quotas("Mở 02 lớp tập huấn trong 9 tháng đầu năm 2026").empty());
    CHECK(quotas("Tổ chức 01 hội nghị trong 6 tháng") == "1 hội nghị/half");
    CHECK(in_task("Mở 02 lớp tập huấn trong 6 tháng đầu năm 2026") ==
          "window 2026-01-01 2026-06-30");
    CHECK(in_task("Tổ chức 02 hội nghị trong 6 tháng cuối năm") == "window 2026-07-01 2026-12-31");
}

TEST_CASE("a day without a month is one of each period that a number is asked for in")
{
    const auto* every_month = "Mỗi tháng có ít nhất 01 tin/bài gửi về Sở Nội vụ trước ngày 25";
    CHECK(in_task(every_month) == "recurring month 25");
    CHECK(quotas(every_month) == ">=1 tin/bài/month");
    const auto* to_print = "Mỗi tháng gửi ít nhất 01 tin/bài trước ngày 25 để đăng";
    CHECK(in_task(to_print) == "recurring month 25");
    CHECK(quotas(to_print) == ">=1 tin/bài/month");
    CHECK(in_task("Gửi 02 bài/quý, chậm nhất ngày 10") == "recurring quarter 10");
    CHECK(in_task("Gửi 02 bài trong năm 2026, trước ngày 10") == "none");
    CHECK(in_task("Gửi danh sách trước ngày 20") == "none");
    CHECK(names_lone_day("Gửi danh sách trước ngày 20"));
    CHECK_FALSE(names_lone_day("Gửi danh sách trước ngày 20/3"));
}

TEST_CASE("a number said for the year and for each month is owed each month")
{
    CHECK(quotas("Xây dựng 12 chuyên đề/năm, mỗi tháng 01 chuyên đề") == "1 chuyên đề/month");
    CHECK(quotas("Mỗi tháng 01 chuyên đề, 12 chuyên đề/năm") == "1 chuyên đề/month");
    CHECK(quotas("Tổ chức 02 lần/năm (6 tháng/lần)") == "1 lần/half");
}

TEST_CASE("a day of the week and a month of its own are told to the reviewer")
{
    const auto weekly = schedule_in_task("Phát chuyên mục vào thứ Sáu hằng tuần", 2026);
    CHECK(told(weekly) == "recurring week");
    CHECK(weekday_in("Phát chuyên mục vào thứ Sáu hằng tuần") == "thứ Sáu hằng tuần");
    CHECK(weekday_in("Phát chuyên mục vào thứ Sáu cuối tháng").empty());
    CHECK(weekday_in("Phát chuyên mục hằng tuần").empty());
    const auto* exception =
        "Đăng 02 tin/tháng trước ngày 25 hằng tháng, riêng tháng 12 trước ngày 10";
    const auto monthly = schedule_in_task(exception, 2026);
    REQUIRE(told(monthly) == "recurring month 25");
    CHECK(leaves_times_out(exception, *monthly));
    CHECK_FALSE(leaves_times_out("Đăng 02 tin/tháng trước ngày 25 hằng tháng", *monthly));
}
