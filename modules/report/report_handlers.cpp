#include "report/report_handlers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "calendar/moment.hpp"
#include "document/csv_writer.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "report/report_access.hpp"
#include "report/report_views.hpp"
#include "report/report_words.hpp"
#include "report/sql.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

constexpr int year_min = 1990;
constexpr int year_max = 2199;

Standing standing_in(std::string_view name)
{
    for (const auto one : {Standing::owed, Standing::overdue, Standing::returned, Standing::sent})
        if (name == name_of(one)) return one;
    return Standing::all;
}

std::vector<State> states_of(Standing standing)
{
    switch (standing) {
        case Standing::owed:
        case Standing::overdue:
            return {State::expected, State::draft, State::returned};
        case Standing::returned:
            return {State::returned};
        case Standing::sent:
            return {State::submitted, State::checked, State::approved};
        case Standing::all:
            return {};
    }
    return {};
}

/// Those whose reports the person may see; none where it is but one.
Result<std::vector<organisation::AgencySummary>> agencies_to_see(const Context& context,
                                                                 database::Transaction& transaction)
{
    auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    std::erase_if(agencies, [&](const organisation::AgencySummary& one) {
        return !context.may(see_reports, organisation::scope_of(one.id));
    });
    if (agencies.size() <= 1) agencies.clear();
    return agencies;
}

/// What the address narrows the list to, without where it goes on.
std::string query_text(const ReportListPage& page)
{
    std::string text = "?co-quan=" + page.agency.slug;
    if (!page.form.empty()) text += "&mau=" + page.form;
    if (page.year != 0) text += "&nam=" + std::to_string(page.year);
    if (page.standing != Standing::all)
        text += "&tinh-trang=" + std::string{name_of(page.standing)};
    return text;
}

Result<ReportQuery> query_of(const Context& context, database::Transaction& transaction,
                             const http::Request& request, ReportListPage& page)
{
    page.agency = TRY(organisation::agency_asked_by_slug(context, transaction,
                                                         request.query("co-quan").value_or("")));
    TRY(context.require(see_reports, organisation::scope_of(page.agency.id)));
    page.forms = TRY(FormStore{transaction}.all());
    std::erase_if(page.forms, [](const Form& form) { return !form.owner; });
    const auto asked = TRY(request.maybe_integer("nam", {year_min, year_max}));
    page.year = static_cast<int>(asked.value_or(0));
    page.standing = standing_in(request.query("tinh-trang").value_or(""));
    ReportQuery query{.agency = page.agency.id, .states = states_of(page.standing)};
    query.due_from = *Date::create(page.year == 0 ? year_min : page.year, 1, 1);
    query.due_until = *Date::create(page.year == 0 ? year_max : page.year, 12, 31);
    if (page.standing == Standing::overdue)
        query.due_until = std::min(query.due_until, context.today().plus_days(-1));
    const auto form = std::ranges::find(page.forms, request.query("mau").value_or(""), &Form::code);
    if (form != page.forms.end()) {
        page.form = form->code;
        query.form = form->id;
    }
    page.csv_path = reports_csv_path() + query_text(page);
    return query;
}

Result<http::Response> show_reports(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ReportStore store{transaction};
    ReportListPage page;
    auto query = TRY(query_of(context, transaction, request, page));
    page.agencies = TRY(agencies_to_see(context, transaction));
    if (const auto after = request.query("sau")) {
        const auto last = TRY(store.by_code(*after));
        query.after_due = last.due_on;
        query.after_id = last.id;
    }
    query.limit = limits::reports_per_page + 1;
    page.reports = TRY(store.listed(query));
    if (page.reports.size() > static_cast<std::size_t>(limits::reports_per_page)) {
        page.reports.pop_back();
        page.next_path =
            reports_path() + query_text(page) + "&sau=" + page.reports.back().report.code;
    }
    return report_list_page(context, page);
}

void add_row(document::CsvWriter& csv, const ListedReport& one, Date today)
{
    const auto& report = one.report;
    const auto moment = [](const std::optional<Instant>& at) {
        return at ? vietnamese_moment(*at) : std::string{};
    };
    const auto is_on_time = report.is_on_time();
    const std::vector<std::string> row{
        report.code,
        one.form,
        one.period,
        report.due_on.vietnamese(),
        std::string{text_of(report.state)},
        report.is_complete() ? "có" : "chưa",
        is_on_time ? (*is_on_time ? "có" : "không") : "",
        report.is_locked(today) ? "có" : "chưa",
        moment(report.first_submitted_at),
        moment(report.submitted_at),
        report.not_asked_since ? report.not_asked_since->vietnamese() : ""};
    csv.add_row(row);
}

Result<http::Response> export_reports(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ReportListPage page;
    auto query = TRY(query_of(context, transaction, request, page));
    query.limit = limits::reports_in_file;
    const auto reports = TRY(ReportStore{transaction}.listed(query));
    document::CsvWriter csv;
    constexpr std::array<std::string_view, 11> head{"Mã báo cáo",
                                                    "Mẫu",
                                                    "Kỳ",
                                                    "Hạn gửi",
                                                    "Tình trạng",
                                                    "Đã gửi đủ",
                                                    "Đúng hạn",
                                                    "Đã khóa",
                                                    "Gửi lần đầu",
                                                    "Gửi lần cuối",
                                                    "Không còn phải báo cáo từ"};
    csv.add_row(head);
    for (const auto& one : reports) add_row(csv, one, context.today());
    http::Response response{200, "text/csv; charset=utf-8", csv.take()};
    return response.set_download_name("Báo cáo của " + page.agency.name + ".csv");
}

Result<std::optional<AuditedPage>> page_of_period(database::Transaction& transaction,
                                                  std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::period_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("form_title") + ", " + row.string("title"),
                               .path = form_path(row.text("code"))};
        },
        object);
}

}  // namespace

void add_reports(Module& module)
{
    const auto readers = http::Access::holder_of(see_reports.key);
    module.get("/bao-cao", readers, show_reports);
    module.get("/bao-cao.csv", readers, export_reports);
    module.menu({.text = "Báo cáo", .path = "/bao-cao", .order = 17, .permission = &see_reports});
    module.audits_about({"report.period", "kỳ báo cáo", page_of_period});
}

}  // namespace caicach::report
