#include "channel/broadcast/day_handlers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "calendar/moment.hpp"
#include "channel/agency_asked.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/signing.hpp"
#include "channel/screen/playlist.hpp"
#include "document/csv_writer.hpp"
#include "identity/api.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

bool is_of(const AirTime& time, const Broadcast& line)
{
    return time.script == line.script && time.day == line.day && time.minute == line.minute;
}

Result<std::string> name_of_signer(database::Transaction& transaction, const Broadcast& line)
{
    if (!line.signed_by) return std::string{"Hệ thống"};
    auto account = TRY(identity::account_by_id(transaction, line.signed_by));
    return std::move(account.name);
}

Result<DayRow> signed_row(database::Transaction& transaction, const Broadcast& line)
{
    DayRow row{.title = line.title, .minute = line.minute, .seconds = line.seconds, .is_due = true};
    row.signer = TRY(name_of_signer(transaction, line));
    if (line.fact && line.was_played()) {
        const auto fact = TRY(evidence::fact_by_id(transaction, line.fact));
        row.fact_path = evidence::fact_path(fact);
    }
    row.line = line;
    return row;
}

Result<std::vector<DayRow>> rows_of(const Context& context, database::Transaction& transaction,
                                    organisation::AgencyId agency, Date day)
{
    const auto times = TRY(air_times(context, transaction, agency, day, day));
    const auto lines = TRY(BroadcastStore{transaction}.of_agency(agency, day, day));
    std::vector<DayRow> rows;
    rows.reserve(times.size() + lines.size());
    for (const auto& line : lines) {
        auto row = TRY(signed_row(transaction, line));
        const auto time =
            std::ranges::find_if(times, [&](const AirTime& one) { return is_of(one, line); });
        if (time != times.end()) row.script_code = time->script_code;
        rows.push_back(std::move(row));
    }
    for (const auto& time : times) {
        if (std::ranges::any_of(lines, [&](const Broadcast& one) { return is_of(time, one); }))
            continue;
        rows.push_back({.script_code = time.script_code,
                        .title = time.title,
                        .minute = time.minute,
                        .seconds = time.seconds,
                        .is_due = instant_at(day, time.minute) <= context.now()});
    }
    std::ranges::stable_sort(rows, {}, &DayRow::minute);
    return rows;
}

Result<std::vector<Date>> unsigned_days_of(const Context& context,
                                           database::Transaction& transaction,
                                           organisation::AgencyId agency)
{
    const auto from = context.today().plus_days(-limits::unsigned_days);
    const auto to = context.today().plus_days(-1);
    const auto times = TRY(air_times(context, transaction, agency, from, to));
    const auto lines = TRY(BroadcastStore{transaction}.of_agency(agency, from, to));
    std::vector<Date> days;
    for (const auto& time : times) {
        const bool is_signed =
            std::ranges::any_of(lines, [&](const Broadcast& one) { return is_of(time, one); });
        const bool is_told = !days.empty() && days.back() == time.day;
        if (!is_signed && !is_told) days.push_back(time.day);
    }
    return days;
}

Result<organisation::AgencySummary> agency_seen(const Context& context,
                                                database::Transaction& transaction,
                                                std::string_view code)
{
    auto agency = TRY(agency_asked(context, transaction, code));
    if (!may_see_broadcasts(context, agency.id))
        TRY(context.require(schedule_broadcasts, organisation::scope_of(agency.id)));
    return agency;
}

Result<DayPage> day_page_of(const Context& context, database::Transaction& transaction,
                            std::string_view agency_code, Date day)
{
    DayPage page{.day = day, .today = context.today()};
    page.agency = TRY(agency_seen(context, transaction, agency_code));
    page.agencies = TRY(agencies_with(context, transaction, schedule_broadcasts));
    page.rows = TRY(rows_of(context, transaction, page.agency.id, day));
    page.unsigned_days = TRY(unsigned_days_of(context, transaction, page.agency.id));
    page.may_sign = context.may(sign_broadcasts, organisation::scope_of(page.agency.id));
    return page;
}

Result<http::Response> show_day(Context& context, const http::Request& request)
{
    const auto day = TRY(request.maybe_date("ngay"));
    auto transaction = TRY(context.read());
    const auto page = TRY(day_page_of(context, transaction, request.query("co-quan").value_or(""),
                                      day.value_or(context.today())));
    return day_page(context, page);
}

/// The form of that day with what was typed and what is wrong with it.
Result<http::Response> day_page_with(Context& context, const http::Request& request,
                                     const Error& error, std::string_view agency_code, Date day)
{
    auto transaction = TRY(context.read());
    auto page = TRY(day_page_of(context, transaction, agency_code, day));
    page.form = http::Form(request);
    page.fault = web::fault_of(context, error);
    return day_page(context, page);
}

Result<Said> said_in(const http::Request& request)
{
    constexpr std::size_t hour_length_max = 10;
    Said said{.was_played = request.raw("played") != "0"};
    said.difference =
        TRY(request.maybe_text("difference", limits::difference_length_max)).value_or("");
    if (!said.was_played) return said;
    const auto typed = TRY(request.text("started", hour_length_max));
    const auto minute = minute_from(typed);
    constexpr int day_minutes = 24 * 60;
    if (!minute || *minute >= day_minutes)
        return failure(Failure::invalid, "channel.broadcast.started", "started");
    said.started_minute = *minute;
    said.minutes = TRY(request.integer("minutes"));
    return said;
}

Result<std::string> signed_time(Context& context, const http::Request& request, Date day)
{
    constexpr int last_minute = 24 * 60 - 1;
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_seen(context, transaction, request.raw("agency")));
    TRY(context.require(sign_broadcasts, organisation::scope_of(agency.id)));
    const auto minute = TRY(request.integer("minute", {.lowest = 0, .highest = last_minute}));
    const auto said = TRY(said_in(request));
    TRY(sign_broadcast(context, transaction,
                       {.agency = agency.id,
                        .script_code = request.raw("script"),
                        .day = day,
                        .minute = static_cast<int>(minute)},
                       said));
    TRY(transaction.commit());
    return air_day_path(agency.code, day);
}

Result<http::Response> post_signature(Context& context, const http::Request& request)
{
    const auto day = TRY(request.date("day"));
    const auto path = signed_time(context, request, day);
    if (path) return web::redirect_with(*path, "channel.broadcast.was_signed");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return day_page_with(context, request, path.error(), request.raw("agency"), day);
}

/// Which line the path names, for who may see it, and whose it is.
struct SeenLine {
    Broadcast line{};
    organisation::AgencySummary agency{};
};
Result<SeenLine> seen_line(const Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("broadcast"));
    SeenLine seen;
    seen.line = TRY(BroadcastStore{transaction}.find(code));
    TRY(context.require(sign_broadcasts, organisation::scope_of(seen.line.agency)));
    seen.agency = TRY(organisation::agency_by_id(transaction, seen.line.agency, context.today()));
    return seen;
}

Result<std::string> corrected_line(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto seen = TRY(seen_line(context, transaction, request));
    const auto said = TRY(said_in(request));
    TRY(correct_broadcast(context, transaction, seen.line, said));
    TRY(transaction.commit());
    return air_day_path(seen.agency.code, seen.line.day);
}

Result<http::Response> correction_fault(Context& context, const http::Request& request,
                                        const Error& error)
{
    auto transaction = TRY(context.read());
    const auto seen = TRY(seen_line(context, transaction, request));
    auto page = TRY(day_page_of(context, transaction, seen.agency.code, seen.line.day));
    page.form = http::Form(request);
    page.fault = web::fault_of(context, error);
    return day_page(context, page);
}

Result<http::Response> post_correction(Context& context, const http::Request& request)
{
    const auto path = corrected_line(context, request);
    if (path) return web::redirect_with(*path, "channel.broadcast.was_corrected");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return correction_fault(context, request, path.error());
}

/// Whoever plays for any agency hears what may be aired.
Result<http::Response> show_air_sound(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("script"));
    auto transaction = TRY(context.read());
    const auto programme = TRY(AiringStore{transaction}.programme(code));
    const auto file = TRY(attachment::find(transaction, programme.file));
    auto path = TRY(attachment::open_path(context, file.sha256));
    return http::file(std::move(path), "audio/mpeg");
}

Result<http::Response> export_log(Context& context, const http::Request& request)
{
    const auto today = context.today();
    const auto first = today.plus_days(1 - today.day());
    const auto from = TRY(request.maybe_date("tu")).value_or(first);
    const auto to = TRY(request.maybe_date("den")).value_or(today);
    if (to < from || from.plus_days(limits::log_days_max) < to)
        return failure(Failure::invalid, "channel.broadcast.log_days", "den",
                       {std::to_string(limits::log_days_max)});
    auto transaction = TRY(context.read());
    const auto agency =
        TRY(agency_seen(context, transaction, request.query("co-quan").value_or("")));
    const auto lines = TRY(BroadcastStore{transaction}.of_agency(agency.id, from, to));
    document::CsvWriter csv;
    constexpr std::array<std::string_view, 9> head{
        "Ngày",     "Giờ dự kiến", "Giờ phát",           "Số phút", "Chương trình", "Khác dự kiến",
        "Người ký", "Ký lúc",      "SHA-256 của dòng ký"};
    csv.add_row(head);
    for (const auto& one : lines) {
        const auto signer = TRY(name_of_signer(transaction, one));
        const std::array<std::string, 9> row{
            one.day.vietnamese(),
            clock_of(one.minute),
            one.was_played() ? clock_of(one.started_minute) : std::string{"Không phát"},
            std::to_string(one.played_minutes),
            one.title,
            one.difference,
            signer,
            vietnamese_moment(one.signed_at),
            one.sha256};
        csv.add_row(row);
    }
    http::Response response{200, "text/csv; charset=utf-8", csv.take()};
    response.set_download_name("nhat-ky-phat-thanh.csv");
    return response;
}

}  // namespace

void add_days(Module& module)
{
    const auto seers = http::Access::holder_of(schedule_broadcasts.key);
    const auto signers = http::Access::holder_of(sign_broadcasts.key);
    for (const auto* permission : {&schedule_broadcasts, &sign_broadcasts})
        module.permission(*permission);
    module.get("/truyen-thanh", seers, show_day);
    module.post("/truyen-thanh", signers, post_signature);
    module.post("/truyen-thanh/{broadcast}/sua", signers, post_correction);
    module.get("/truyen-thanh/chuong-trinh/{script}/am-thanh.mp3", seers, show_air_sound);
    module.get("/truyen-thanh/so.csv", seers, export_log);
    module.menu({.text = "Truyền thanh",
                 .path = "/truyen-thanh",
                 .order = 45,
                 .permission = &schedule_broadcasts});
}

}  // namespace caicach::channel
