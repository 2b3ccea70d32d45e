#pragma once
#include <string_view>
#include <utility>

#include "obligation/board/board.hpp"
#include "obligation/board/years.hpp"
#include "obligation/result.hpp"
#include "obligation/test/province.hpp"

/// What tests of the boards have in common.
namespace caicach::obligation
{

inline Watched watched(Province& province, plan::PlanId plan, BoardFilter filter = {})
{
    auto transaction = MUST(province.context.read());
    Watched watched{.filter = std::move(filter), .today = province.context.today()};
    watched.plan = MUST(plan::summary_of(transaction, plan));
    return watched;
}

/// Excuses the agency from what it owes in the month.
inline void excuse_month(Province& province, plan::PlanId plan, organisation::AgencyId agency,
                         std::string_view month)
{
    const auto found = province.obligation(plan, agency, month);
    auto transaction = MUST(province.context.begin());
    MUST(excuse(province.context, transaction, found, "Trang đang sửa"));
    MUST(transaction.commit());
}

/// Two agencies with an article a month; today is 15 March: January and February are due.
inline plan::PlanId two_agencies(Province& province)
{
    auto second = monthly_articles(province.context, "STP", 1);
    second.path = "II.2";
    second.area = "procedures";
    return put_in_force(province, {monthly_articles(province.context, "SYT", 1), second});
}

inline Board board(Province& province, plan::PlanId plan, BoardFilter filter = {})
{
    auto seen = watched(province, plan, std::move(filter));
    auto transaction = MUST(province.context.read());
    return MUST(board_of(transaction, std::move(seen)));
}

/// Beside an earlier year.
inline Board board_of_years(Province& province, plan::PlanId plan, BoardFilter filter = {})
{
    auto seen = board(province, plan, std::move(filter));
    auto transaction = MUST(province.context.read());
    MUST(add_year_before(seen, province.context, transaction));
    return seen;
}

/// A plan of the year before, of the same subject and coordinator: an article a month of SYT.
inline void year_before_of(Province& province, std::string_view coordinator = "SNV")
{
    plan::testing::PlanSketch before;
    before.coordinator = coordinator;
    before.document.year = 2025;
    before.document.number = "9/KH-UBND";
    before.document.issued_on = Date::create(2025, 1, 15);
    before.items = {monthly_articles(province.context, "SYT", 1)};
    plan::testing::plan_in_force(province.context, std::move(before));
}

}  // namespace caicach::obligation
