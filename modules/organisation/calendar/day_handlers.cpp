#include "organisation/calendar/day_handlers.hpp"

#include <span>
#include <utility>

#include "organisation/calendar/day_views.hpp"
#include "organisation/calendar/limits.hpp"
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

Result<http::Response> show_day(Context& context, const http::Request& request)
{
    TRY(require_calendar(context));
    const auto first = TRY(request.maybe_date("sua"));
    if (!first) return day_page(context, {});
    auto transaction = TRY(context.read());
    const auto row = TRY(special_day(transaction, *first));
    return day_page(context, {.first = row.day.from.iso(),
                              .version = std::to_string(row.version),
                              .from = row.day.from.vietnamese(),
                              .to = row.day.to.vietnamese(),
                              .kind = std::string(calendar::name_of(row.day.kind)),
                              .name = row.day.name,
                              .source = row.day.source});
}

DayForm form_in(const http::Request& request)
{
    const auto typed = [&](std::string_view field) { return std::string(request.raw(field)); };
    return {.first = typed("first"),
            .version = typed("version"),
            .from = typed("from"),
            .to = typed("to"),
            .kind = typed("kind"),
            .name = typed("name"),
            .source = typed("source"),
            .is_removal = request.has("remove"),
            .previewed = typed("previewed")};
}

Result<calendar::SpecialDay> day_in(const http::Request& request)
{
    const auto from = TRY(request.date("from"));
    const auto to = TRY(request.maybe_date("to"));
    const auto kind = calendar::day_kind_from(request.raw("kind"));
    if (!kind) return failure(Failure::invalid, "organisation.calendar.kind", "kind");
    const auto name = TRY(request.maybe_text("name", limits::day_name_length_max));
    const auto source = TRY(request.maybe_text("source", limits::day_source_length_max));
    return calendar::SpecialDay{.from = from,
                                .to = to.value_or(from),
                                .kind = *kind,
                                .name = text::squeeze(name.value_or("")),
                                .source = text::squeeze(source.value_or(""))};
}

/// The row that the form was made of; a version of another time is refused when it is saved.
Result<KeptDay> row_in(database::Transaction& transaction, const http::Request& request)
{
    const auto first = TRY(request.date("first"));
    auto row = TRY(special_day(transaction, first));
    row.version = TRY(request.integer("version"));
    return row;
}

Result<std::vector<MovedDueDate>> applied(Context& context, database::Transaction& transaction,
                                          const http::Request& request, const DayForm& form)
{
    if (form.is_new()) {
        const auto day = TRY(day_in(request));
        return add_special_days(context, transaction, std::span(&day, 1));
    }
    const auto row = TRY(row_in(transaction, request));
    if (form.is_removal) return remove_special_day(context, transaction, row);
    const auto day = TRY(day_in(request));
    return change_special_day(context, transaction, row, day);
}

/// Does it; only `is_saved` keeps it.
Result<std::vector<MovedDueDate>> done(Context& context, const http::Request& request,
                                       const DayForm& form, bool is_saved)
{
    auto transaction = TRY(context.begin());
    auto moved = TRY(applied(context, transaction, request, form));
    if (is_saved) TRY(transaction.commit());
    return moved;
}

Result<http::Response> post_day(Context& context, const http::Request& request)
{
    TRY(require_calendar(context));
    auto form = form_in(request);
    const bool is_saved = request.has("save") && form.previewed == form.sum();
    auto moved = done(context, request, form, is_saved);
    if (moved && is_saved) {
        const auto day = TRY(request.date("from"));
        return web::redirect_with(calendar_path(day.year()), "organisation.calendar.saved");
    }
    if (moved)
        form.moved = std::move(*moved);
    else if (web::is_about_form(moved.error()))
        form.error = moved.error();
    else
        return tl::unexpected<Error>(moved.error());
    return day_page(context, form);
}

Result<http::Response> show_table(Context& context, const http::Request& /*request*/)
{
    TRY(require_calendar(context));
    return day_table_page(context, {});
}

Result<void> table_done(Context& context, DayTableForm& form, bool is_saved)
{
    form.days = TRY(days_in_table(form.table));
    auto transaction = TRY(context.begin());
    form.moved = TRY(add_special_days(context, transaction, form.days));
    if (is_saved) TRY(transaction.commit());
    return {};
}

Result<http::Response> post_table(Context& context, const http::Request& request)
{
    TRY(require_calendar(context));
    DayTableForm form;
    form.previewed = TRY(request.paragraphs("previewed"));
    form.table = TRY(request.paragraphs("table"));
    const bool is_saved = request.has("save") && form.previewed == form.table;
    const auto outcome = table_done(context, form, is_saved);
    if (outcome && is_saved)
        return web::redirect_with(calendar_path(form.days.front().from.year()),
                                  "organisation.calendar.saved");
    if (!outcome && !web::is_about_form(outcome.error()))
        return tl::unexpected<Error>(outcome.error());
    if (!outcome) {
        form.moved.reset();
        form.error = outcome.error();
        form.error->field = "table";
    }
    return day_table_page(context, form);
}

}  // namespace

void add_day_editing(Module& module)
{
    const auto managers = http::Access::holder_of(manage_calendar.key);
    module.get("/lich-lam-viec/ngay", managers, show_day);
    module.post("/lich-lam-viec/ngay", managers, post_day);
    module.get("/lich-lam-viec/nhap", managers, show_table);
    module.post("/lich-lam-viec/nhap", managers, post_table);
}

}  // namespace caicach::organisation
