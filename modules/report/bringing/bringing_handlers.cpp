#include "report/bringing/bringing_handlers.hpp"

#include <algorithm>
#include <utility>

#include "crypto/public_code.hpp"
#include "http/upload.hpp"
#include "json/value.hpp"
#include "organisation/api.hpp"
#include "report/bringing/bringing_views.hpp"
#include "report/bringing/report_sheet.hpp"
#include "report/filling/filling_handlers.hpp"
#include "report/filling/secret_marks.hpp"
#include "report/form/form_store.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "report/report_access.hpp"
#include "report/report_store.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

constexpr int upload_seconds = 60;
constexpr std::size_t file_name_length_max = 200;

const FormTable* table_of(const Definition& definition, std::string_view key)
{
    for (const auto& section : definition.sections)
        for (const auto& part : section.parts)
            if (const auto* table = std::get_if<FormTable>(&part); table && table->key == key)
                return table;
    return nullptr;
}

/// The report of the address as it is filled in, for who may write in it now.
Result<Filled> open_report(Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto report = TRY(report_in(context, transaction, request));
    TRY(context.require(fill_reports, organisation::scope_of(report.agency)));
    auto filled = TRY(filled_of(context, transaction, report));
    TRY(after(report, Act::fill, filled.definition->flow, context.today()));
    return filled;
}

json::Value content_of(std::string_view table, std::string_view text, bool is_from_first)
{
    return json::Value::object()
        .set("table", table)
        .set("text", text)
        .set("from_first", is_from_first);
}

PastedInto into(bool is_from_first)
{
    return is_from_first ? PastedInto::from_first_row : PastedInto::new_rows;
}

Result<Brought> pasted_into(const Filled& filled, const json::Value& content)
{
    const auto* table = table_of(*filled.definition, content["table"].as_string());
    if (table == nullptr) return failure(Failure::invalid, "report.import.unknown");
    return brought_by_pasting(content["text"].as_string(), *table, filled.tables.at(table->key),
                              into(content["from_first"].as_bool()));
}

/// What a proposal holds, as of the report now.
Result<Brought> brought_of(const Filled& filled, const json::Value& content)
{
    if (content.has("table")) return pasted_into(filled, content);
    return brought_from(content["brought"]);
}

/// Kept until somebody confirms it, unless it bears a mark of secrecy. The page that shows it.
Result<std::string> kept(Context& context, const Filled& filled, const Brought& brought,
                         const json::Value& content, std::string_view file_name)
{
    if (bears_secret_mark(brought, context.today()))
        return failure(Failure::invalid, "report.secret.marked");
    auto text = json::dump(content);
    if (text.size() > limits::proposal_bytes_max)
        return failure(Failure::too_large, "report.sheet.too_large", {},
                       {std::to_string(limits::proposal_bytes_max >> 20U)});
    Proposal proposal{.id = make_id<ProposalId>(),
                      .code = crypto::make_public_code(),
                      .report = filled.report.id,
                      .file_name = text::shorten(text::squeeze(text::clean_input(file_name)),
                                                 file_name_length_max),
                      .content = std::move(text),
                      .by = context.actor().account,
                      .at = context.now()};
    auto transaction = TRY(context.begin());
    TRY(ProposalStore{transaction}.insert(proposal));
    TRY(transaction.commit());
    return proposal_path(filled.report.code, proposal.code);
}

Result<Filled> open_report(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return open_report(context, transaction, request);
}

Result<std::string> pasted(Context& context, const http::Request& request)
{
    const auto filled = TRY(open_report(context, request));
    const auto table = TRY(request.text("bang"));
    const auto text = request.raw(pasted_field);
    const auto content = content_of(table, text, request.raw(into_field) == from_first);
    if (bears_secret_mark(text, context.today()))
        return failure(Failure::invalid, "report.secret.marked");
    const auto brought = TRY(pasted_into(filled, content));
    return kept(context, filled, brought, content, "");
}

Result<http::Response> post_paste(Context& context, const http::Request& request)
{
    const auto path = pasted(context, request);
    if (path) return http::redirect(*path);
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto error = path.error();
    if (error.kind == Failure::too_large) error.kind = Failure::invalid;
    error.field = pasting_id(request.raw("bang"));
    FillingPage told{.fault = web::fault_of(context, error)};
    told.pastes_from_first = request.raw(into_field) == from_first;
    // A secret is not even shown again.
    if (error.key != "report.secret.marked") told.pasted = request.raw(pasted_field);
    const int status = told.fault.status;
    return report_page_with(context, request, std::move(told), status);
}

Result<std::string> brought_as_file(Context& context, const http::Request& request)
{
    const auto filled = TRY(open_report(context, request));
    const auto* file = TRY(request.file("sheet"));
    if (file->size > limits::sheet_bytes_max)
        return failure(Failure::too_large, "report.sheet.too_large", "sheet",
                       {std::to_string(limits::sheet_bytes_max >> 20U)});
    const auto bytes = TRY(http::bytes_of(*file));
    const auto sheets = TRY(brought_by_workbook(bytes, *filled.definition));
    auto unused = json::Value::array();
    for (const auto& one : sheets.unused) unused.push(one);
    const auto content = json::Value::object()
                             .set("brought", to_json(sheets.brought))
                             .set("unused", std::move(unused));
    return kept(context, filled, sheets.brought, content, file->client_name);
}

Result<http::Response> post_file(Context& context, const http::Request& request)
{
    const auto path = brought_as_file(context, request);
    if (path) return http::redirect(*path);
    auto error = path.error();
    if (error.kind == Failure::too_large || error.kind == Failure::unsupported)
        error.kind = Failure::invalid;
    if (!web::is_about_form(error)) return tl::unexpected<Error>(path.error());
    error.field = "sheet";
    const auto fault = web::fault_of(context, error);
    return report_page_with(context, request, {.fault = fault}, fault.status);
}

Result<http::Response> proposal_with(Context& context, const http::Request& request,
                                     web::Fault fault)
{
    const auto code = TRY(request.path<std::string>("brought"));
    auto transaction = TRY(context.read());
    const auto filled = TRY(open_report(context, transaction, request));
    ProposalPage page{.report = filled.report, .fault = std::move(fault)};
    page.proposal = TRY(ProposalStore{transaction}.find(filled.report.id, code));
    const auto content = TRY(json::parse(page.proposal.content));
    const auto brought = TRY(brought_of(filled, content));
    page.proposed = propose(filled, brought);
    for (const auto& one : content["unused"].elements()) page.unused.emplace_back(one.as_string());
    page.form_title = filled.definition->title;
    page.caption = page.proposal.file_name;
    if (const auto* table = table_of(*filled.definition, content["table"].as_string())) {
        page.table = table->key;
        page.is_fixed = table->rows_of == RowsOf::fixed;
        page.pasted = content["text"].as_string();
        page.is_from_first = content["from_first"].as_bool();
        page.caption = "Bảng " + table->text;
    }
    return proposal_page(context, page);
}

Result<http::Response> show_proposal(Context& context, const http::Request& request)
{
    return proposal_with(context, request, {});
}

/// The report that it was written into.
Result<std::string> written(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("brought"));
    const auto report_code = TRY(request.path<std::string>("report"));
    auto transaction = TRY(context.begin());
    auto report = TRY(ReportStore{transaction}.hold(report_code));
    TRY(context.require(fill_reports, organisation::scope_of(report.agency)));
    const auto stamp = TRY(request.text("stamp"));
    ProposalStore proposals{transaction};
    const auto proposal = TRY(proposals.find(report.id, code));
    const auto content = TRY(json::parse(proposal.content));
    const auto filled = TRY(filled_of(context, transaction, report));
    const auto brought = TRY(brought_of(filled, content));
    TRY(carry_out(context, transaction, report, propose(filled, brought), stamp));
    TRY(proposals.remove(proposal.id));
    TRY(transaction.commit());
    return report_path(report.code);
}

Result<http::Response> post_confirmation(Context& context, const http::Request& request)
{
    const auto path = written(context, request);
    if (path) return web::redirect_with(*path, "report.import.done");
    if (!path.error().key.starts_with("report.import.") || path.error().kind == Failure::not_found)
        return tl::unexpected<Error>(path.error());
    return proposal_with(context, request, web::fault_of(context, path.error()));
}

Result<http::Response> post_discarding(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("brought"));
    auto transaction = TRY(context.begin());
    const auto report = TRY(report_in(context, transaction, request));
    TRY(context.require(fill_reports, organisation::scope_of(report.agency)));
    ProposalStore proposals{transaction};
    const auto proposal = TRY(proposals.find(report.id, code));
    TRY(proposals.remove(proposal.id));
    TRY(transaction.commit());
    return web::redirect_with(report_path(report.code), "report.import.discarded");
}

Result<http::Response> download_workbook(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    const auto filled = TRY(filled_of(context, transaction, report));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, report.agency, filled.period.due_on));
    auto bytes = TRY(workbook_of(filled, context.services().data_folder + "/tmp"));
    http::Response response{
        200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", std::move(bytes)};
    return response.set_download_name(filled.definition->title + ", " + agency.name + ", " +
                                      filled.period.title + ".xlsx");
}

}  // namespace

void add_bringing(Module& module)
{
    const auto fillers = http::Access::holder_of(fill_reports.key);
    module.get("/bao-cao/{report}/mau.xlsx", http::Access::signed_in, download_workbook);
    module.post("/bao-cao/{report}/dan", fillers, post_paste,
                {.limits = {.body_bytes = limits::cells_bytes_max}});
    module.post("/bao-cao/{report}/nhap", fillers, post_file,
                {.limits = {.upload_bytes = limits::sheet_bytes_max, .seconds = upload_seconds}});
    module.get("/bao-cao/{report}/nhap/{brought}", fillers, show_proposal);
    module.post("/bao-cao/{report}/nhap/{brought}", fillers, post_confirmation);
    module.post("/bao-cao/{report}/nhap/{brought}/bo", fillers, post_discarding);
}

}  // namespace caicach::report
