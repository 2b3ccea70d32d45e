#pragma once
#include <string>
#include <vector>

#include "calendar/working_time.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/calendar/office_hours_record.hpp"
#include "organisation/calendar/question.hpp"
#include "organisation/calendar/special_days.hpp"

namespace caicach::organisation
{

/// A table of hours with whose it is: "Toàn tỉnh", "Sở Nội vụ".
struct HoursLine {
    std::string owner{};
    KeptHours kept{};
};

struct CalendarPage {
    int year{};
    Date today{};
    std::vector<KeptDay> days{};  ///< of all years
    calendar::WorkingDays working{};
    std::vector<HoursLine> hours{};
    Question question{};
    bool may_edit{};
};
[[nodiscard]] http::Response calendar_page(const Context& context, const CalendarPage& page);

}  // namespace caicach::organisation
