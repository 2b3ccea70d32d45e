#include "report/filling/filling_handlers.hpp"

#include <algorithm>
#include <utility>

#include "calendar/moment.hpp"
#include "identity/api.hpp"
#include "report/bringing/bringing_handlers.hpp"
#include "report/filling/cell_saving.hpp"
#include "report/filling/cell_store.hpp"
#include "report/filling/copy.hpp"
#include "report/filling/file_handlers.hpp"
#include "report/filling/filling_form.hpp"
#include "report/filling/gathering.hpp"
#include "report/filling/number_handlers.hpp"
#include "report/flow/flow_handlers.hpp"
#include "report/form/form_cache.hpp"
#include "report/form/form_store.hpp"
#include "report/limits.hpp"
#include "report/narrative/drafts.hpp"
#include "report/paper/paper_handlers.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "report/report_access.hpp"
#include "report/report_store.hpp"
#include "report/report_views.hpp"
#include "report/sql.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

bool may_fill_now(const Context& context, const Report& report, const FlowRule& flow)
{
    const auto may = acts(report, flow, context.today(), held_over(context, report, flow));
    return std::ranges::find(may, Act::fill) != may.end();
}

Result<ReportPage> page_of(Context& context, database::Transaction& transaction,
                           const Report& report, FillingPage told)
{
    ReportPage page{.report = report, .filling = std::move(told)};
    auto& filling = page.filling;
    filling.filled = TRY(filled_of(context, transaction, report));
    filling.faults = faults_of(filling.filled);
    filling.gathering = TRY(gathering_of(context, transaction, filling.filled));
    filling.may_fill = may_fill_now(context, report, filling.filled.definition->flow);
    if (filling.may_fill) filling.drawn = TRY(drafts_for(context, transaction, filling.filled));
    page.period = filling.filled.period;
    filling.earlier = TRY(earlier_of(transaction, report, page.period, *filling.filled.definition));
    const auto before = TRY(report_before(transaction, report, page.period));
    if (before && filling.may_fill) {
        const auto period = TRY(ReportStore{transaction}.period(before->period));
        filling.period_before = period.title;
    }
    FormStore forms{transaction};
    page.form = TRY(forms.by_id(report.form));
    const auto version = TRY(forms.version(report.version_of_form));
    page.form_version = version.number;
    const auto day = page.period.due_on;
    page.agency = TRY(organisation::agency_by_id(transaction, report.agency, day));
    page.collector = TRY(organisation::agency_by_id(transaction, report.collector, day));
    return page;
}

Result<http::Response> show_report(Context& context, const http::Request& request)
{
    return report_page_with(context, request, {});
}

/// The report of the address, held, for who may fill it in.
Result<Report> held_report(Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("report"));
    auto report = TRY(ReportStore{transaction}.hold(code));
    TRY(context.require(fill_reports, organisation::scope_of(report.agency)));
    return report;
}

Result<std::vector<ContestedCell>> contested_of(Context& context,
                                                database::Transaction& transaction,
                                                const Definition& definition,
                                                const std::vector<FilledCell>& cells,
                                                const std::vector<CellChange>& sent)
{
    std::vector<ContestedCell> contested;
    for (const auto& cell : cells) {
        const auto kind = cell_kind(definition, cell.field, cell.row);
        if (!kind) continue;
        ContestedCell one{.text = kind->text,
                          .control = control_name(cell.field, cell.row),
                          .theirs = shown_cell(*kind, cell.value),
                          .their_name = "Người khác"};
        const auto mine = std::ranges::find_if(sent, [&](const CellChange& change) {
            return change.field == cell.field && change.row == cell.row;
        });
        if (mine != sent.end()) one.mine = mine->value;
        if (cell.by) {
            const auto account = identity::account_by_id(transaction, cell.by);
            if (account) one.their_name = account->name;
        }
        one.their_time = vietnamese_moment(cell.at.value_or(context.now()));
        contested.push_back(std::move(one));
    }
    return contested;
}

/// What a form said and what became of it.
struct Taken {
    std::string code{};
    std::vector<CellChange> sent{};
    Saved saved{};
    FillingPage told{};
};

/// What was refused stands in its field, unless it must be forgotten: a secret goes nowhere.
void remember_typed(const Context& context, const std::vector<CellChange>& sent, FillingPage& told)
{
    const auto secret = context.message("report.secret.marked");
    for (const auto& fault : told.refused)
        if (fault.text != secret)
            for (const auto& one : sent)
                if (one.field == fault.field && one.row == fault.row)
                    told.typed.emplace(control_name(one.field, one.row), one.value);
}

Result<Taken> take_cells(Context& context, const http::Request& request)
{
    Taken taken;
    taken.sent = TRY(changes_in(request));
    auto transaction = TRY(context.begin());
    auto report = TRY(held_report(context, transaction, request));
    taken.code = report.code;
    taken.saved = TRY(save_cells(context, transaction, report, taken.sent));
    const auto definition = TRY(form_content(transaction, report.version_of_form));
    taken.told.part = request.query("phan").value_or("");
    taken.told.refused = taken.saved.faults;
    taken.told.touched.reserve(taken.saved.stored.size());
    for (const auto& cell : taken.saved.stored)
        taken.told.touched.push_back(control_name(cell.field, cell.row));
    taken.told.contested =
        TRY(contested_of(context, transaction, *definition, taken.saved.contested, taken.sent));
    remember_typed(context, taken.sent, taken.told);
    TRY(transaction.commit());
    return taken;
}

int status_of(const Taken& taken)
{
    if (!taken.saved.contested.empty()) return http::status_of(Failure::conflict);
    if (!taken.saved.faults.empty()) return http::status_of(Failure::invalid);
    return 200;
}

Result<http::Response> parts_of(Context& context, const http::Request& request, Taken taken)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    const int status = status_of(taken);
    const auto page = TRY(page_of(context, transaction, report, std::move(taken.told)));
    const auto cells = TRY(CellStore{transaction}.cells(report.id));
    const auto news = news_for(*page.filling.filled.definition, cells, taken.sent);
    std::string text;
    html::Writer out{text};
    saved_parts(out, context, page.filling, news);
    return http::page(std::move(text), status);
}

Result<http::Response> post_cells(Context& context, const http::Request& request)
{
    auto taken = TRY(take_cells(context, request));
    if (request.is_htmx()) return parts_of(context, request, std::move(taken));
    const int status = status_of(taken);
    if (status != 200) return report_page_with(context, request, std::move(taken.told), status);
    return web::redirect_with(report_path(taken.code) + "#phan-" + taken.told.part,
                              "report.cells.saved");
}

/// A step with rows of a table: what was typed beside is kept first.
template <class Step>
Result<http::Response> with_rows(Context& context, const http::Request& request, const Step& step)
{
    const auto done = [&]() -> Result<std::string> {
        const auto sent = TRY(changes_in(request));
        const auto table = TRY(request.text("bang"));
        auto transaction = TRY(context.begin());
        auto report = TRY(held_report(context, transaction, request));
        TRY(save_cells(context, transaction, report, sent));
        TRY(step(transaction, report, table));
        TRY(transaction.commit());
        return report_path(report.code) + "#bang-" + table;
    }();
    if (done) return http::redirect(*done);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    const auto fault = web::fault_of(context, done.error());
    return report_page_with(context, request, {.fault = fault}, fault.status);
}

Result<http::Response> post_row(Context& context, const http::Request& request)
{
    return with_rows(context, request,
                     [&](database::Transaction& transaction, Report& report,
                         const std::string& table) -> Result<void> {
                         TRY(add_row(context, transaction, report, table));
                         return {};
                     });
}

Result<http::Response> post_row_removal(Context& context, const http::Request& request)
{
    return with_rows(context, request,
                     [&](database::Transaction& transaction, Report& report,
                         const std::string& table) -> Result<void> {
                         constexpr std::int64_t row_max = 1'000'000;
                         const auto row = TRY(request.integer("dong", {1, row_max}));
                         return remove_row(context, transaction, report, table,
                                           static_cast<int>(row));
                     });
}

Result<http::Response> post_drawn_rows(Context& context, const http::Request& request)
{
    return with_rows(context, request,
                     [&](database::Transaction& transaction, Report& report,
                         const std::string& table) -> Result<void> {
                         return take_drawn_rows(context, transaction, report, table);
                     });
}

Result<http::Response> post_copying(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto report = TRY(held_report(context, transaction, request));
    const auto copied = TRY(copy_from_before(context, transaction, report));
    TRY(transaction.commit());
    return web::redirect_with(report_path(report.code),
                              copied.is_nothing() ? "report.copy.nothing" : "report.copy.done");
}

Result<std::optional<AuditedPage>> page_of_report(database::Transaction& transaction,
                                                  std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::report_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("form_title") + ", " + row.string("title"),
                               .path = report_path(row.text("code"))};
        },
        object);
}

}  // namespace

Result<http::Response> report_page_with(Context& context, const http::Request& request,
                                        FillingPage told, int status)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    auto page = TRY(page_of(context, transaction, report, std::move(told)));
    page.flow =
        TRY(flow_part_of(context, transaction, page.filling.filled, request, page.filling.fault));
    const auto& flow = page.filling.filled.definition->flow;
    page.paper = TRY(paper_part_of(context, transaction, report, flow));
    page.status = status;
    return report_page(context, page);
}

void add_filling(Module& module)
{
    const auto fillers = http::Access::holder_of(fill_reports.key);
    module.get("/bao-cao/{report}", http::Access::signed_in, show_report);
    // Texts go along twice, as they are and as they were shown, and percent-encoded.
    const RouteOptions cells{.limits = {.body_bytes = limits::cells_bytes_max}};
    module.post("/bao-cao/{report}/o", fillers, post_cells, cells);
    module.post("/bao-cao/{report}/dong", fillers, post_row, cells);
    module.post("/bao-cao/{report}/dong/bo", fillers, post_row_removal, cells);
    module.post("/bao-cao/{report}/dong/lay", fillers, post_drawn_rows);
    module.post("/bao-cao/{report}/ky-truoc", fillers, post_copying);
    add_files(module);
    add_bringing(module);
    add_numbers(module);
    module.audits({"report.cells.changed", "nhập số liệu, lời văn vào báo cáo"});
    module.audits({"report.row.added", "thêm dòng vào bảng của báo cáo"});
    module.audits({"report.row.removed", "bỏ dòng khỏi bảng của báo cáo"});
    module.audits({"report.row.taken_over", "lấy bảng của hệ thống vào báo cáo để sửa"});
    module.audits_about({"report.report", "báo cáo của cơ quan", page_of_report});
}

}  // namespace caicach::report
