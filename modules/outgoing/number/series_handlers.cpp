#include "outgoing/number/series_handlers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/csv_writer.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/number/series_views.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"
#include "outgoing/sql.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::outgoing
{
namespace
{

bool may_look(const Context& context, organisation::AgencyId agency)
{
    const auto scope = organisation::scope_of(agency);
    return context.may(see, scope) || context.may(manage_series, scope);
}

/// Who manages series may see them, besides those who see what they number.
Result<void> require_look(const Context& context, organisation::AgencyId agency)
{
    if (may_look(context, agency)) return {};
    return context.require(see, organisation::scope_of(agency));
}

Result<http::Response> list_with(Context& context, database::Transaction& transaction,
                                 SeriesListPage page)
{
    const auto today = context.today();
    page.agencies = TRY(organisation::agencies_on(transaction, today));
    std::erase_if(page.agencies, [&](const organisation::AgencySummary& one) {
        return !may_look(context, one.id);
    });
    auto all = TRY(series_of(transaction, page.agency.id));
    for (auto& one : all) {
        const auto counter = TRY(counter_of(transaction, place_of(one, today.year())));
        page.series.push_back({std::move(one), counter});
    }
    page.kinds = TRY(document_kinds_on(today));
    page.may_manage = context.may(manage_series, organisation::scope_of(page.agency.id));
    return series_list_page(context, page);
}

/// What most agencies do: one series for all kinds.
Result<http::Form> first_form(const Context& context, database::Transaction& transaction,
                              const organisation::AgencySummary& agency)
{
    const auto head =
        TRY(organisation::letterhead_of(context, transaction, agency.id, context.today()));
    http::Form form;
    form.set("name", "Sổ văn bản đi");
    form.set("symbol", std::string(kind_tag) + "-" + head.mark);
    form.set("from", "01/01/" + std::to_string(context.today().year()));
    return form;
}

Result<http::Response> show_series_list(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    SeriesListPage page;
    page.agency = TRY(
        organisation::agency_asked(context, transaction, request.query("co-quan").value_or("")));
    TRY(require_look(context, page.agency.id));
    page.form = TRY(first_form(context, transaction, page.agency));
    return list_with(context, transaction, std::move(page));
}

NewSeries read_series(const http::Request& request, organisation::AgencyId agency, http::Form& form)
{
    NewSeries series{.agency = agency};
    series.name = form.take(request.text("name", limits::name_length_max));
    series.kinds = form.take(request.texts("kinds"));
    series.symbol = form.take(request.text("symbol", limits::symbol_length_max));
    series.board = form.take(request.maybe_text("board", limits::name_length_max)).value_or("");
    series.from = form.take(request.date("from"));
    return series;
}

Result<http::Response> post_series(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    SeriesListPage page;
    page.agency = TRY(organisation::agency_asked(context, transaction, request.raw("agency")));
    TRY(context.require(manage_series, organisation::scope_of(page.agency.id)));
    page.form = http::Form(request);
    const auto wanted = read_series(request, page.agency.id, page.form);
    std::optional<Error> wrong;
    if (page.form.has_errors()) {
        wrong = page.form.errors().front();
    } else {
        const auto added = add_series(context, transaction, wanted);
        if (!added) wrong = added.error();
    }
    if (!wrong) {
        TRY(transaction.commit());
        return web::redirect_with(series_list_path(page.agency.code), "outgoing.series.was_added");
    }
    if (!web::is_about_form(*wrong)) return tl::unexpected<Error>(*wrong);
    page.fault = web::fault_of(context, wrong);
    return list_with(context, transaction, std::move(page));
}

Result<Series> series_in(const Context& context, database::Transaction& transaction,
                         const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("series"));
    auto series = TRY(series_by_code(transaction, code));
    TRY(require_look(context, series.agency));
    return series;
}

Result<int> year_in(const Context& context, const http::Request& request)
{
    constexpr int year_first = 2000;
    constexpr int year_last = 2200;
    const auto year = TRY(request.maybe_integer("nam", {year_first, year_last}));
    return static_cast<int>(year.value_or(context.today().year()));
}

Result<http::Response> page_with(Context& context, database::Transaction& transaction,
                                 const http::Request& request, SeriesPage page)
{
    const auto scope = organisation::scope_of(page.series.agency);
    const auto agency =
        TRY(organisation::agency_by_id(transaction, page.series.agency, context.today()));
    page.agency = agency.name;
    const auto place = place_of(page.series, page.year);
    page.counter = TRY(counter_of(transaction, place));
    const auto before = TRY(request.maybe_integer("truoc", {1, limits::number_max}));
    page.numbers = TRY(numbers_before(transaction, place, before.value_or(limits::number_max + 1),
                                      limits::page_rows + 1));
    page.has_more = page.numbers.size() > limits::page_rows;
    if (page.has_more) page.numbers.pop_back();
    page.kinds = TRY(document_kinds_on(context.today()));
    page.may_manage = context.may(manage_series, scope);
    page.may_number = context.may(give_numbers, scope);
    return series_page(context, page);
}

Result<http::Response> show_series(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    SeriesPage page;
    page.series = TRY(series_in(context, transaction, request));
    page.year = TRY(year_in(context, request));
    return page_with(context, transaction, request, std::move(page));
}

Result<http::Response> export_series(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto series = TRY(series_in(context, transaction, request));
    const auto year = TRY(year_in(context, request));
    const auto numbers = TRY(numbers_before(transaction, place_of(series, year),
                                            limits::number_max + 1, limits::csv_rows_max));
    document::CsvWriter csv;
    constexpr std::array<std::string_view, 6> head{"Số, ký hiệu", "Ngày",       "Trích yếu",
                                                   "Cách cấp",    "Tình trạng", "Lý do hủy"};
    csv.add_row(head);
    for (const auto& one : numbers) {
        const std::array<std::string, 6> row{number_text(one.number, one.entry.symbol),
                                             one.entry.issued_on.vietnamese(),
                                             one.entry.about,
                                             one.is_by_hand ? "ghi tay" : "tự động",
                                             std::string(text_of(one.state)),
                                             one.reason};
        csv.add_row(row);
    }
    http::Response response{200, "text/csv; charset=utf-8", csv.take()};
    return response.set_download_name(series.name + " " + std::to_string(year) + ".csv");
}

/// What a form on a series' page does; nothing where what was typed is wrong.
using Deed = Result<void> (*)(Context&, database::Transaction&, const http::Request&, const Series&,
                              int year);

/// Does it, or shows the page again with what was typed.
Result<http::Response> change(Context& context, const http::Request& request,
                              const Permission& permission, Deed deed, std::string_view told)
{
    SeriesPage page{.form = http::Form(request)};
    {
        auto transaction = TRY(context.begin());
        page.series = TRY(series_in(context, transaction, request));
        TRY(context.require(permission, organisation::scope_of(page.series.agency)));
        page.year = TRY(year_in(context, request));
        const auto done = deed(context, transaction, request, page.series, page.year);
        if (done) {
            TRY(transaction.commit());
            return web::redirect_with(series_path(page.series.code, page.year), told);
        }
        if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
        page.fault = web::fault_of(context, done.error());
    }
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request, std::move(page));
}

Result<void> end_deed(Context& context, database::Transaction& transaction,
                      const http::Request& request, const Series& series, int /*year*/)
{
    auto seen = series;
    seen.version = TRY(request.integer("version"));
    const auto last = TRY(request.date("last"));
    return end_series(context, transaction, seen, last);
}

Result<void> begin_deed(Context& context, database::Transaction& transaction,
                        const http::Request& request, const Series& series, int year)
{
    const auto last = TRY(request.integer("begun_after", {1, limits::number_max}));
    return begin_after(context, transaction, place_of(series, year), static_cast<int>(last));
}

Result<void> enter_deed(Context& context, database::Transaction& transaction,
                        const http::Request& request, const Series& series, int year)
{
    const auto number = TRY(request.integer("number", {1, limits::number_max}));
    const auto kind_key = TRY(request.text("kind"));
    const auto issued_on = TRY(request.date("issued_on"));
    auto about = TRY(request.text("about", limits::about_length_max));
    if (issued_on > context.today())
        return failure(Failure::invalid, "outgoing.number.future", "issued_on");
    const auto kind = TRY(document_kind(kind_key, issued_on));
    return enter_number(
        context, transaction, place_of(series, year), static_cast<int>(number),
        {.symbol = symbol_of(series, kind), .issued_on = issued_on, .about = std::move(about)});
}

Result<void> void_deed(Context& context, database::Transaction& transaction,
                       const http::Request& request, const Series& series, int year)
{
    const auto number = TRY(request.integer("void_number", {1, limits::number_max}));
    const auto reason = TRY(request.text("reason", limits::reason_length_max));
    return void_number(context, transaction, place_of(series, year), static_cast<int>(number),
                       reason);
}

Result<http::Response> post_end(Context& context, const http::Request& request)
{
    return change(context, request, manage_series, end_deed, "outgoing.series.was_ended");
}

Result<http::Response> post_begin(Context& context, const http::Request& request)
{
    return change(context, request, manage_series, begin_deed, "outgoing.series.was_begun");
}

Result<http::Response> post_number_by_hand(Context& context, const http::Request& request)
{
    return change(context, request, give_numbers, enter_deed, "outgoing.number.was_entered");
}

Result<http::Response> post_void(Context& context, const http::Request& request)
{
    return change(context, request, give_numbers, void_deed, "outgoing.number.was_voided");
}

Result<std::optional<AuditedPage>> page_of_series(database::Transaction& transaction,
                                                  std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::series_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("name"), .path = series_path(row.text("code"))};
        },
        object);
}

}  // namespace

void add_numbers(Module& module)
{
    const auto anyone = http::Access::signed_in;  // who manages series sees them, too
    const auto managers = http::Access::holder_of(manage_series.key);
    const auto registrars = http::Access::holder_of(give_numbers.key);
    module.permission(give_numbers);
    module.permission(manage_series);
    module.get("/so-van-ban", anyone, show_series_list);
    module.post("/so-van-ban", managers, post_series);
    module.get("/so-van-ban/{series}", anyone, show_series);
    module.get("/so-van-ban/{series}/so.csv", anyone, export_series);
    module.post("/so-van-ban/{series}/ket-thuc", managers, post_end);
    module.post("/so-van-ban/{series}/so-da-cap", managers, post_begin);
    module.post("/so-van-ban/{series}/so", registrars, post_number_by_hand);
    module.post("/so-van-ban/{series}/huy-so", registrars, post_void);
    module.menu({.text = "Sổ số văn bản",
                 .path = "/so-van-ban",
                 .order = 31,
                 .permission = &manage_series});
    module.audits({"outgoing.series.added", "lập sổ số văn bản"});
    module.audits({"outgoing.series.ended", "kết thúc sổ số văn bản"});
    module.audits({"outgoing.number.taken", "cấp số văn bản"});
    module.audits({"outgoing.number.entered", "ghi số văn bản đã cấp trên giấy"});
    module.audits({"outgoing.number.voided", "hủy số văn bản"});
    module.audits({"outgoing.number.begun", "ghi số cuối đã cấp trên giấy"});
    module.audits_about({"outgoing.series", "sổ số văn bản", page_of_series});
}

}  // namespace caicach::outgoing
