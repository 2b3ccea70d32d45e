#include "report/form/differences.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "report/testing.hpp"

namespace caicach::report
{
namespace
{

using Kind = FormDifference::Kind;

std::vector<FormDifference> after(const std::function<void(Definition&)>& change)
{
    const auto before = testing::sample_form();
    auto form = before;
    change(form);
    return differences(before, form);
}

Indicator& indicator(Definition& form, std::size_t at)
{
    return std::get<Indicator>(form.sections[0].parts[at]);
}

}  // namespace

TEST_CASE("two versions that say the same differ in nothing")
{
    CHECK(after([](Definition&) {}).empty());
}

TEST_CASE("what a version says anew is told with what stood before")
{
    const auto found = after([](Definition& form) {
        form.title = "Báo cáo mới";
        indicator(form, 0).text = "Tin, bài đã đăng";
        indicator(form, 0).is_required = false;
    });
    REQUIRE(found.size() == 3);
    CHECK(found[0].what == "Mẫu");
    CHECK(found[0].field == "Tên");
    CHECK(found[0].before == "Báo cáo thử");
    CHECK(found[0].after == "Báo cáo mới");
    CHECK(found[1].what == "Chỉ tiêu “Tin, bài đã đăng”");
    CHECK(found[1].before == "Tin, bài");
    CHECK(found[2].field == "Bắt buộc");
    CHECK(found[2].before == "có");
    CHECK(found[2].after.empty());
    CHECK(std::ranges::all_of(found, &FormDifference::goes_on));
}

TEST_CASE("a number in another unit is another number: its history does not go on")
{
    const auto unit = after([](Definition& form) { indicator(form, 2).unit = "bộ hồ sơ"; });
    REQUIRE(unit.size() == 1);
    CHECK_FALSE(unit[0].goes_on);
    CHECK_FALSE(after([](Definition& form) { indicator(form, 2).span = Span::year_to_date; })
                    .front()
                    .goes_on);
    CHECK_FALSE(
        after([](Definition& form) { indicator(form, 2).adding = Adding::ratio; }).front().goes_on);
    CHECK(after([](Definition& form) { indicator(form, 2).adding = Adding::maximum; })
              .front()
              .goes_on);
}

TEST_CASE("what is new, gone or moved is told by its key, and a new order once")
{
    const auto found = after([](Definition& form) {
        form.sections[1].parts.emplace_back(Indicator{.key = "them", .text = "Thêm"});
        form.sections[1].parts.push_back(form.sections[0].parts[2]);
        form.sections[0].parts.erase(form.sections[0].parts.begin() + 2);
        form.sections[0].parts.erase(form.sections[0].parts.begin());
        form.checks.clear();
    });
    REQUIRE(found.size() == 5);
    CHECK(found[0].kind == Kind::added);
    CHECK(found[0].what == "Chỉ tiêu “Thêm”");
    CHECK(found[0].after == "Lời văn");
    CHECK(found[1].field == "Đứng ở phần");
    CHECK(found[1].before == "Số liệu");
    CHECK(found[1].after == "Lời văn");
    CHECK(found[2].kind == Kind::removed);
    CHECK(found[2].what == "Chỉ tiêu “Tin, bài”");
    CHECK_FALSE(found[2].goes_on);
    CHECK(found[3].field == "Thứ tự");
    CHECK(found[4].kind == Kind::removed);
    CHECK(found[4].what == "Quy tắc “Số trong kỳ không nhiều hơn lũy kế.”");
}

TEST_CASE("a key that turns from a number into words breaks its history")
{
    const auto found = after([](Definition& form) {
        form.sections[0].parts[2] = Narrative{.key = "ho_so", .text = "Hồ sơ"};
    });
    REQUIRE_FALSE(found.empty());
    CHECK(std::ranges::none_of(found, &FormDifference::goes_on));
}

}  // namespace caicach::report
