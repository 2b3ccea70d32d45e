#include "evidence/import/import_handlers.hpp"

#include <utility>

#include "evidence/fact_history.hpp"
#include "evidence/import/import_views.hpp"
#include "evidence/limits.hpp"
#include "evidence/paths.hpp"
#include "evidence/permissions.hpp"
#include "http/upload.hpp"
#include "web/components/frame.hpp"

namespace caicach::evidence
{
namespace
{

Result<std::string> bytes_in(const http::UploadedFile& file)
{
    if (file.size > limits::sheet_bytes_max)
        return failure(Failure::too_large, "evidence.sheet.too_large", "file",
                       {std::to_string(limits::sheet_bytes_max >> 20U)});
    return http::bytes_of(file);
}

Result<http::Response> imports_with(Context& context, ImportsPage page)
{
    auto transaction = TRY(context.read());
    const auto own = organisation::agency_of(context.actor().agency);
    const auto agency = TRY(organisation::agency_by_id(transaction, own, context.today()));
    page.agency = agency.name;
    auto all = TRY(imports(transaction, own));
    page.imports.reserve(all.size());
    for (auto& import : all) {
        auto name = TRY(name_of_account(transaction, import.account));
        page.imports.push_back({.import = std::move(import), .brought_by = std::move(name)});
    }
    return imports_page(context, page);
}

Result<http::Response> show_imports(Context& context, const http::Request& /*request*/)
{
    TRY(context.require(record_facts, context.actor().agency));
    return imports_with(context, {});
}

Result<std::string> proposed_code(Context& context, const http::Request& request)
{
    const auto* file = TRY(request.file("file"));
    const auto bytes = TRY(bytes_in(*file));
    auto transaction = TRY(context.begin());
    auto code = TRY(propose_import(context, transaction, file->client_name, bytes));
    TRY(transaction.commit());
    return code;
}

/// What the person can mend in the file.
bool is_about_file(const Error& error)
{
    return error.kind == Failure::invalid || error.kind == Failure::too_large ||
           error.kind == Failure::unsupported;
}

Result<http::Response> post_import(Context& context, const http::Request& request)
{
    TRY(context.require(record_facts, context.actor().agency));
    const auto code = proposed_code(context, request);
    if (code) return http::redirect(import_path(*code));
    if (!is_about_file(code.error())) return tl::unexpected<Error>(code.error());
    auto error = code.error();
    error.field = "file";
    return imports_with(context, {.error = std::move(error)});
}

Result<FactImport> import_in(Context& context, database::Transaction& transaction,
                             const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("import"));
    return import_by_code(context, transaction, code);
}

Result<http::Response> proposal_with(Context& context, database::Transaction& transaction,
                                     FactImport import, std::optional<Error> error)
{
    ProposalPage page{.import = std::move(import), .error = std::move(error)};
    page.comparison = TRY(comparison_of(context, transaction, page.import));
    return proposal_page(context, page);
}

Result<http::Response> import_with(Context& context, database::Transaction& transaction,
                                   FactImport import, std::vector<FactConflict> refused)
{
    ImportPage page{.import = std::move(import), .refused = std::move(refused)};
    page.brought_by = TRY(name_of_account(transaction, page.import.account));
    page.rows = TRY(imported_rows(transaction, page.import.id));
    return import_page(context, page);
}

Result<http::Response> show_import(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto import = TRY(import_in(context, transaction, request));
    if (import.state == ImportState::proposed)
        return proposal_with(context, transaction, std::move(import), {});
    return import_with(context, transaction, std::move(import), {});
}

Result<void> done(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto import = TRY(import_in(context, transaction, request));
    const auto stamp = TRY(request.text("stamp"));
    TRY(carry_out(context, transaction, import, stamp));
    return transaction.commit();
}

Result<http::Response> post_confirmation(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("import"));
    const auto outcome = done(context, request);
    if (outcome) return web::redirect_with(import_path(code), "evidence.import.done");
    if (outcome.error().field != "file") return tl::unexpected<Error>(outcome.error());
    auto transaction = TRY(context.read());
    auto import = TRY(import_in(context, transaction, request));
    return proposal_with(context, transaction, std::move(import), outcome.error());
}

Result<http::Response> post_discarding(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto import = TRY(import_in(context, transaction, request));
    TRY(discard_import(context, transaction, import));
    TRY(transaction.commit());
    return web::redirect_with(imports_path(), "evidence.import.discarded");
}

/// Why it cannot be undone; empty where it was.
Result<std::vector<FactConflict>> undone(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto import = TRY(import_in(context, transaction, request));
    auto refused = TRY(undo_import(context, transaction, import));
    if (refused.empty()) TRY(transaction.commit());
    return refused;
}

Result<http::Response> post_undoing(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("import"));
    auto refused = TRY(undone(context, request));
    if (refused.empty()) return web::redirect_with(import_path(code), "evidence.import.undone");
    auto transaction = TRY(context.read());
    auto import = TRY(import_in(context, transaction, request));
    return import_with(context, transaction, std::move(import), std::move(refused));
}

Result<http::Response> download_template(Context& context, const http::Request& /*request*/)
{
    TRY(context.require(record_facts, context.actor().agency));
    http::Response response{200, "text/csv; charset=utf-8", fact_template_csv()};
    return response.set_download_name("Mẫu nhập kết quả.csv");
}

}  // namespace

void add_imports(Module& module)
{
    const auto recorders = http::Access::holder_of(record_facts.key);
    constexpr int seconds = 60;
    module.get("/minh-chung/nhap", recorders, show_imports);
    module.post("/minh-chung/nhap", recorders, post_import,
                {.limits = {.upload_bytes = limits::sheet_bytes_max, .seconds = seconds}});
    module.get("/minh-chung/nhap/mau.csv", recorders, download_template);
    module.get("/minh-chung/nhap/{import}", recorders, show_import);
    module.post("/minh-chung/nhap/{import}", recorders, post_confirmation);
    module.post("/minh-chung/nhap/{import}/bo", recorders, post_discarding);
    module.post("/minh-chung/nhap/{import}/hoan-tac", recorders, post_undoing);
    module.audits({"evidence.import.proposed", "tải lên một bảng kết quả"});
    module.audits({"evidence.import.done", "nhập một bảng kết quả"});
    module.audits({"evidence.import.discarded", "bỏ một bảng kết quả đã tải lên"});
    module.audits({"evidence.import.undone", "hoàn tác một lần nhập kết quả"});
    module.audits_about({"evidence.import", "lần nhập kết quả", {}});
}

}  // namespace caicach::evidence
