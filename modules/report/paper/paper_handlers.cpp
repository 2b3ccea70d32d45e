#include "report/paper/paper_handlers.hpp"

#include <algorithm>
#include <utility>

#include "document/official_pdf.hpp"
#include "report/filling/filling_handlers.hpp"
#include "report/limits.hpp"
#include "report/paper/paper_documents.hpp"
#include "report/paper/paper_reading.hpp"
#include "report/paper/report_table.hpp"
#include "report/paths.hpp"
#include "report/report_access.hpp"
#include "report/report_store.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

constexpr const char* xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

struct PaperInHand {
    document::OfficialDocument paper{};
    std::string name{};  ///< of its files
};

/// The transaction has ended before anything is drawn.
Result<PaperInHand> paper_in(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    const auto filled = TRY(standing_report(context, transaction, report));
    PaperInHand found;
    found.paper = TRY(unnumbered_paper(context, transaction, filled));
    found.name = text::shorten(found.paper.subject, limits::file_name_length);
    return found;
}

Result<http::Response> download_word(Context& context, const http::Request& request)
{
    const auto found = TRY(paper_in(context, request));
    auto bytes = TRY(document::write_docx(found.paper));
    http::Response response{200, document::docx_type, std::move(bytes)};
    return response.set_download_name(found.name + ".docx");
}

Result<http::Response> download_print(Context& context, const http::Request& request)
{
    const auto found = TRY(paper_in(context, request));
    auto bytes = TRY(document::write_pdf(found.paper));
    http::Response response{200, document::pdf_type, std::move(bytes)};
    return response.set_download_name(found.name + ".pdf");
}

Result<http::Response> download_sheet(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    const auto filled = TRY(standing_report(context, transaction, report));
    auto bytes = TRY(report_xlsx(filled, context.services().data_folder));
    const auto name = text::shorten(paper_subject(filled), limits::file_name_length);
    http::Response response{200, xlsx_type, std::move(bytes)};
    return response.set_download_name(name + ".xlsx");
}

/// What stands sent, byte for byte.
Result<http::Response> download_json(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto report = TRY(report_in(context, transaction, request));
    if (!report.is_complete()) return failure(Failure::not_found, "report.paper.not_sent");
    auto content = TRY(SubmissionStore{transaction}.content(report.current));
    http::Response response{200, "application/json; charset=utf-8", std::move(content)};
    return response.set_download_name("Báo cáo " + report.code + ".json");
}

Result<std::string> made(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("report"));
    const auto signer = TRY(request.maybe_integer("nguoi_ky", {.lowest = 1}));
    auto transaction = TRY(context.begin());
    const auto report = TRY(ReportStore{transaction}.hold(code));
    TRY(require_sight(context, report));
    const auto chosen =
        signer ? std::optional{identity::SignerId{*signer}} : std::optional<identity::SignerId>{};
    const auto document = TRY(make_document(context, transaction, report, chosen));
    TRY(transaction.commit());
    return outgoing::path_of(document);
}

Result<http::Response> post_document(Context& context, const http::Request& request)
{
    const auto path = made(context, request);
    if (path) return web::redirect_with(*path, "report.paper.drafted");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    const auto fault = web::fault_of(context, path.error());
    return report_page_with(context, request, {.fault = fault}, fault.status);
}

}  // namespace

Result<PaperPart> paper_part_of(Context& context, database::Transaction& transaction,
                                const Report& report, const FlowRule& flow)
{
    PaperPart part{.code = report.code, .is_sent = report.is_complete(), .current = report.current};
    const auto sent = TRY(SubmissionStore{transaction}.of_report(report.id));
    auto documents = TRY(documents_of(transaction, sent));
    for (auto& one : documents) {
        const bool may_read = TRY(outgoing::may_read(context, transaction, one));
        if (may_read) part.documents.push_back(std::move(one));
    }
    const auto may = acts(report, flow, context.today(), held_over(context, report, flow));
    const bool has_number = std::ranges::any_of(part.documents, [](const auto& one) {
        using outgoing::DocumentState;
        return one.state == DocumentState::numbered || one.state == DocumentState::signed_ ||
               one.state == DocumentState::sent;
    });
    const bool has_draft =
        !part.documents.empty() && part.documents.front().state == outgoing::DocumentState::draft;
    part.may_issue = std::ranges::find(may, Act::issue) != may.end() && (has_draft || !has_number);
    if (part.may_issue)
        part.signatures = TRY(identity::signatures_on(transaction, report.agency, context.today()));
    return part;
}

void add_paper(Module& module)
{
    const auto readers = http::Access::signed_in;
    module.get("/bao-cao/{report}/bao-cao.docx", readers, download_word);
    module.get("/bao-cao/{report}/bao-cao.pdf", readers, download_print);
    module.get("/bao-cao/{report}/bao-cao.xlsx", readers, download_sheet);
    module.get("/bao-cao/{report}/bao-cao.json", readers, download_json);
    module.post("/bao-cao/{report}/van-ban", http::Access::holder_of("outgoing.write"),
                post_document);
    module.on<outgoing::PackagePartsAsked>(add_package_parts);
    module.on<outgoing::PackageVolumesAsked>(tell_package_volumes);
    module.on<outgoing::SourceLinkAsked>(tell_source_link);
    module.on<outgoing::TemplatePurposesAsked>(tell_template_purposes);
    module.on<outgoing::TemplateValuesAsked>(tell_template_values);
}

}  // namespace caicach::report
