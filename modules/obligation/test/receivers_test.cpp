#include "obligation/receivers.hpp"

#include <algorithm>

#include "obligation/test/province.hpp"

namespace caicach::obligation
{

TEST_CASE("who receives a report owes none to itself, and articles all the same")
{
    in_province([](Province& province) {
        auto report = province.work_of_group("Báo cáo kết quả về Sở Nội vụ", "departments");
        auto other =
            province.work_of_group("Báo cáo kết quả về Văn phòng Chính phủ", "departments");
        auto articles = province.work_of_group("Gửi tin, bài về Sở Nội vụ", "departments");
        for (auto* item : {&report, &other, &articles}) {
            item->schedule =
                plan::Schedule{.kind = plan::Schedule::Kind::deadline, .due = day(3, 31)};
        }
        articles.quotas = {{.count = 1, .per = plan::Period::year, .unit = "tin, bài"}};
        const auto owed_by = [&](const plan::Item& item, std::string_view code) {
            const auto all = province.obligations(put_in_force(province, {item}));
            CHECK(all.size() > 5);
            return std::ranges::count(all, province.agency(code), &Obligation::agency);
        };
        CHECK(owed_by(report, "SNV") == 0);
        CHECK(owed_by(report, "STP") == 1);
        CHECK(owed_by(other, "SNV") == 1);
        CHECK(owed_by(articles, "SNV") == 1);
    });
}

TEST_CASE("a title names who receives: behind a word of sending alone")
{
    CHECK(sends_to("Báo cáo kết quả về Sở Nội vụ.", "Sở Nội vụ"));
    CHECK(sends_to("Gửi Sở Nội vụ để tổng hợp", "Sở Nội vụ"));
    CHECK(sends_to("Báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ)", "Sở Nội vụ"));
    CHECK(!sends_to("Phối hợp với Sở Nội vụ báo cáo kết quả", "Sở Nội vụ"));
    CHECK(!sends_to("Báo cáo kết quả về Sở Nội vụ", "Sở Y tế"));
    CHECK(!sends_to("Báo cáo kết quả về Sở Nội vụ", ""));
}

}  // namespace caicach::obligation
