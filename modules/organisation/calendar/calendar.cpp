#include "calendar/working_time.hpp"
#include "organisation/api.hpp"
#include "organisation/calendar/office_hours_record.hpp"
#include "organisation/calendar/special_days.hpp"

namespace caicach::organisation
{

Result<calendar::WorkingDays> working_days(database::Transaction& transaction)
{
    auto rows = TRY(special_days(transaction));
    std::vector<calendar::SpecialDay> days;
    days.reserve(rows.size());
    for (auto& row : rows) days.push_back(std::move(row.day));
    return calendar::WorkingDays(std::move(days));
}

Result<calendar::WorkingTime> working_time(database::Transaction& transaction, AgencyId agency)
{
    auto days = TRY(working_days(transaction));
    auto all = TRY(office_hours(transaction));
    std::vector<calendar::WeeklyHours> tables;
    // The agency's own before the province's, which stands first in the list.
    for (const bool is_own : {true, false})
        for (auto& each : all)
            if (is_own ? each.agency == agency && agency != whole_province
                       : each.agency == whole_province)
                tables.push_back(std::move(each.hours));
    return calendar::WorkingTime(std::move(days), calendar::OfficeHours(std::move(tables)));
}

}  // namespace caicach::organisation
