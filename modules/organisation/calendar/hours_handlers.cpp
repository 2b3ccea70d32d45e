#include "organisation/calendar/hours_handlers.hpp"

#include <utility>

#include "organisation/calendar/hours_views.hpp"
#include "organisation/calendar/limits.hpp"
#include "organisation/calendar/office_hours_record.hpp"
#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"
#include "text/text.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::organisation
{
namespace
{

Result<void> require_calendar(const Context& context)
{
    return context.require(manage_calendar, ScopeId{});
}

/// Begins with the hours of the province as they are, so that only what differs is typed.
Result<http::Response> show_hours(Context& context, const http::Request& /*request*/)
{
    TRY(require_calendar(context));
    auto transaction = TRY(context.read());
    const auto all = TRY(office_hours(transaction));
    HoursForm form;
    if (!all.empty())
        for (std::size_t weekday = 0; weekday < form.of_weekday.size(); ++weekday)
            form.of_weekday.at(weekday) =
                calendar::in_words(all.front().hours.of_weekday.at(weekday));
    return hours_page(context, form);
}

HoursForm form_in(const http::Request& request)
{
    const auto typed = [&](std::string_view field) { return std::string(request.raw(field)); };
    HoursForm form{.agency = typed("agency"),
                   .valid_from = typed("valid_from"),
                   .valid_to = typed("valid_to"),
                   .source = typed("source"),
                   .previewed = typed("previewed")};
    for (std::size_t weekday = 0; weekday < form.of_weekday.size(); ++weekday)
        form.of_weekday.at(weekday) = typed(weekday_fields.at(weekday).name);
    return form;
}

/// Whom the name means on the first of the days; the whole province where none is given.
Result<AgencyId> agency_in(database::Transaction& transaction, const http::Request& request,
                           Date day)
{
    const auto name = TRY(request.maybe_text("agency", limits::name_length_max));
    if (!name) return whole_province;
    const auto meant = TRY(resolve_name(transaction, *name, day));
    if (const auto* agency = std::get_if<AgencyId>(&meant)) return *agency;
    return failure(Failure::invalid, "organisation.group.agency_unknown", "agency", {*name});
}

Result<KeptHours> hours_in(database::Transaction& transaction, const http::Request& request)
{
    KeptHours kept;
    kept.hours.valid_from = TRY(request.date("valid_from"));
    kept.hours.valid_to = TRY(request.maybe_date("valid_to"));
    kept.agency = TRY(agency_in(transaction, request, kept.hours.valid_from));
    for (std::size_t weekday = 0; weekday < weekday_fields.size(); ++weekday) {
        const auto field = weekday_fields.at(weekday).name;
        const auto typed = TRY(request.maybe_text(field, limits::hours_length_max));
        auto hours = calendar::hours_from(typed.value_or(""));
        if (!hours)
            return failure(Failure::invalid, "organisation.calendar.hours_malformed",
                           std::string(field));
        kept.hours.of_weekday.at(weekday) = std::move(*hours);
    }
    const auto source = TRY(request.maybe_text("source", limits::day_source_length_max));
    kept.hours.source = text::squeeze(source.value_or(""));
    return kept;
}

/// Does it; only `is_saved` keeps it.
Result<std::vector<MovedDueDate>> done(Context& context, const http::Request& request,
                                       bool is_saved)
{
    auto transaction = TRY(context.begin());
    const auto hours = TRY(hours_in(transaction, request));
    auto moved = TRY(add_office_hours(context, transaction, hours));
    if (is_saved) TRY(transaction.commit());
    return moved;
}

Result<http::Response> post_hours(Context& context, const http::Request& request)
{
    TRY(require_calendar(context));
    auto form = form_in(request);
    const bool is_saved = request.has("save") && form.previewed == form.sum();
    auto moved = done(context, request, is_saved);
    if (moved && is_saved)
        return web::redirect_with(calendar_path(), "organisation.calendar.saved");
    if (moved)
        form.moved = std::move(*moved);
    else if (web::is_about_form(moved.error()))
        form.error = moved.error();
    else
        return tl::unexpected<Error>(moved.error());
    return hours_page(context, form);
}

Result<http::Response> post_removal(Context& context, const http::Request& request)
{
    TRY(require_calendar(context));
    const auto agency = TRY(request.integer("agency"));
    const auto valid_from = TRY(request.date("valid_from"));
    const bool is_saved = request.has("save");
    auto transaction = TRY(context.begin());
    const auto moved = TRY(remove_office_hours(context, transaction, AgencyId{agency}, valid_from));
    if (!is_saved) return hours_removal_page(context, AgencyId{agency}, valid_from, moved);
    TRY(transaction.commit());
    return web::redirect_with(calendar_path(), "organisation.calendar.saved");
}

}  // namespace

void add_hours_editing(Module& module)
{
    const auto managers = http::Access::holder_of(manage_calendar.key);
    module.get("/lich-lam-viec/gio", managers, show_hours);
    module.post("/lich-lam-viec/gio", managers, post_hours);
    module.post("/lich-lam-viec/gio/bo", managers, post_removal);
}

}  // namespace caicach::organisation
