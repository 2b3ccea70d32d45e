#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "plan/api.hpp"

namespace caicach::plan
{
namespace
{

PlanSummary plan_of(std::string number, std::string title)
{
    return {.title = std::move(title),
            .number = std::move(number),
            .issued_on = *Date::create(2026, 1, 22)};
}

}  // namespace

TEST_CASE("letters name the kind of a plan's document, which its title leaves out")
{
    const auto plan = plan_of("18/KH-UBND", "Đẩy mạnh tuyên truyền ở tỉnh Sông Lam");
    CHECK(name_in_full(plan) ==
          "Kế hoạch số 18/KH-UBND ngày 22/01/2026 về đẩy mạnh tuyên truyền ở tỉnh Sông Lam");
    CHECK(name_in_short(plan) == "Kế hoạch số 18/KH-UBND");
    CHECK(name_in_full(plan_of("24/QĐ-UBND", "Ban hành Kế hoạch năm 2026")) ==
          "Quyết định số 24/QĐ-UBND ngày 22/01/2026 về việc ban hành Kế hoạch năm 2026");
}

TEST_CASE("where no number says the kind, or the title says it, letters take the title")
{
    CHECK(name_in_full(plan_of("", "Kế hoạch năm 2026")) == "Kế hoạch năm 2026");
    CHECK(name_in_short(plan_of("", "Kế hoạch năm 2026")) == "Kế hoạch năm 2026");
    CHECK(name_in_full(plan_of("18", "Tuyên truyền")) == "Tuyên truyền (số 18 ngày 22/01/2026)");
    CHECK(name_in_full(plan_of("7/KH-SYT", "Kế hoạch năm 2026")) ==
          "Kế hoạch năm 2026 (số 7/KH-SYT ngày 22/01/2026)");
}

}  // namespace caicach::plan
