#pragma once
#include <string_view>
#include <utility>

#include "obligation/board/board.hpp"
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

}  // namespace caicach::obligation
