#include "organisation/calendar/calendar_handlers.hpp"

#include <utility>

#include "organisation/calendar/calendar_views.hpp"
#include "organisation/calendar/day_handlers.hpp"
#include "organisation/calendar/hours_handlers.hpp"
#include "organisation/calendar/limits.hpp"
#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::organisation
{
namespace
{

/// The year asked for; this one where none of sense is.
int year_in(const http::Request& request, Date today)
{
    const auto year = request.maybe_integer(
        "nam", {.lowest = limits::calendar_year_min, .highest = limits::calendar_year_max});
    const auto asked = year ? *year : std::nullopt;
    return asked ? static_cast<int>(*asked) : today.year();
}

Result<std::vector<HoursLine>> hours_lines(database::Transaction& transaction, Date today)
{
    auto all = TRY(office_hours(transaction));
    std::vector<HoursLine> lines;
    lines.reserve(all.size());
    for (auto& kept : all) {
        HoursLine line{.owner = "Toàn tỉnh", .kept = std::move(kept)};
        if (line.kept.agency != whole_province)
            line.owner = TRY(agency_by_id(transaction, line.kept.agency, today)).name;
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<http::Response> show_calendar(Context& context, const http::Request& request)
{
    CalendarPage page{.today = context.today()};
    page.year = year_in(request, page.today);
    auto transaction = TRY(context.read());
    page.days = TRY(special_days(transaction));
    const auto time = TRY(working_time(transaction, whole_province));
    page.working = time.days();
    page.hours = TRY(hours_lines(transaction, page.today));
    page.question = question_in(request, time);
    page.may_edit = context.may(manage_calendar, ScopeId{});
    return calendar_page(context, page);
}

Result<http::Response> export_days(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    const auto days = TRY(special_days(transaction));
    http::Response response{200, "text/csv; charset=utf-8", days_csv(days)};
    response.set_download_name("Lịch làm việc.csv");
    return response.set_caching(http::Caching::brief);
}

}  // namespace

void add_calendar(Module& module)
{
    module.permission(manage_calendar);
    module.menu({.text = "Lịch làm việc", .path = "/lich-lam-viec", .order = 65});
    module.get("/lich-lam-viec", http::Access::anyone, show_calendar);
    module.get("/lich-lam-viec/ngay.csv", http::Access::anyone, export_days);
    add_day_editing(module);
    add_hours_editing(module);
    module.audits({"organisation.calendar.day_added", "thêm ngày vào lịch làm việc"});
    module.audits({"organisation.calendar.day_changed", "sửa ngày trong lịch làm việc"});
    module.audits({"organisation.calendar.day_removed", "bỏ ngày khỏi lịch làm việc"});
    module.audits({"organisation.calendar.hours_added", "thêm bảng giờ làm việc"});
    module.audits({"organisation.calendar.hours_removed", "bỏ bảng giờ làm việc"});
    module.audits_about(
        {"organisation.calendar", "lịch làm việc",
         [](database::Transaction&, std::int64_t, Date) -> Result<std::optional<AuditedPage>> {
             return AuditedPage{.title = "lịch làm việc", .path = calendar_path()};
         }});
}

}  // namespace caicach::organisation
