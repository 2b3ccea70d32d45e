#include "organisation/import_handlers.hpp"

#include <utility>

#include "http/upload.hpp"
#include "organisation/agency_import.hpp"
#include "organisation/agency_table.hpp"
#include "organisation/import_views.hpp"
#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::organisation
{
namespace
{

/// Codes and names hold for all: only who looks after the whole province imports.
Result<void> require_import(const Context& context)
{
    return context.require(import_agencies, ScopeId{});
}

Result<std::string> bytes_in(const http::UploadedFile& file)
{
    if (file.size > limits::sheet_bytes_max)
        return failure(Failure::too_large, "organisation.sheet.too_large", "file",
                       {std::to_string(limits::sheet_bytes_max >> 20U)});
    return http::bytes_of(file);
}

Result<http::Response> imports_with(Context& context, ImportsPage page)
{
    auto transaction = TRY(context.read());
    page.imports = TRY(imports(transaction));
    page.kinds = TRY(kinds(transaction));
    return imports_page(context, page);
}

Result<http::Response> show_imports(Context& context, const http::Request& /*request*/)
{
    TRY(require_import(context));
    return imports_with(context, {});
}

Result<std::string> proposed_code(Context& context, const http::Request& request)
{
    const auto* file = TRY(request.file("file"));
    const auto day = TRY(request.maybe_date("day"));
    const auto bytes = TRY(bytes_in(*file));
    auto transaction = TRY(context.begin());
    auto code = TRY(propose_import(
        context, transaction,
        {.file_name = file->client_name, .bytes = bytes, .day = day.value_or(context.today())}));
    TRY(transaction.commit());
    return code;
}

/// What the person can mend in the file or the form.
bool is_about_file(const Error& error)
{
    return error.kind == Failure::invalid || error.kind == Failure::too_large ||
           error.kind == Failure::unsupported;
}

Result<http::Response> post_import(Context& context, const http::Request& request)
{
    TRY(require_import(context));
    const auto code = proposed_code(context, request);
    if (code) return http::redirect(import_path(*code));
    if (!is_about_file(code.error())) return tl::unexpected<Error>(code.error());
    auto error = code.error();
    if (error.field.empty()) error.field = "file";
    return imports_with(context,
                        {.day = std::string(request.raw("day")), .error = std::move(error)});
}

Result<AgencyImport> import_in(database::Transaction& transaction, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("import"));
    return import_by_code(transaction, code);
}

Result<http::Response> proposal_with(database::Transaction& transaction, const Context& context,
                                     AgencyImport import, std::optional<Error> error)
{
    ProposalPage page{.import = std::move(import), .error = std::move(error)};
    page.comparison = TRY(comparison_of(transaction, page.import));
    return proposal_page(context, page);
}

Result<http::Response> import_with(database::Transaction& transaction, const Context& context,
                                   AgencyImport import, std::vector<SheetConflict> refused)
{
    ImportPage page{.import = std::move(import), .refused = std::move(refused)};
    page.rows = TRY(imported_rows(transaction, page.import.id));
    return import_page(context, page);
}

Result<http::Response> show_import(Context& context, const http::Request& request)
{
    TRY(require_import(context));
    auto transaction = TRY(context.read());
    auto import = TRY(import_in(transaction, request));
    if (import.state == ImportState::proposed)
        return proposal_with(transaction, context, std::move(import), {});
    return import_with(transaction, context, std::move(import), {});
}

Result<void> done(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto import = TRY(import_in(transaction, request));
    const auto stamp = TRY(request.text("stamp"));
    TRY(carry_out(context, transaction, import, stamp));
    return transaction.commit();
}

Result<http::Response> post_confirmation(Context& context, const http::Request& request)
{
    TRY(require_import(context));
    const auto code = TRY(request.path<std::string>("import"));
    const auto outcome = done(context, request);
    if (outcome) return web::redirect_with(import_path(code), "organisation.import.done");
    if (outcome.error().field != "file") return tl::unexpected<Error>(outcome.error());
    auto transaction = TRY(context.read());
    auto import = TRY(import_in(transaction, request));
    return proposal_with(transaction, context, std::move(import), outcome.error());
}

Result<http::Response> post_discarding(Context& context, const http::Request& request)
{
    TRY(require_import(context));
    auto transaction = TRY(context.begin());
    const auto import = TRY(import_in(transaction, request));
    TRY(discard_import(context, transaction, import));
    TRY(transaction.commit());
    return web::redirect_with(imports_path(), "organisation.import.discarded");
}

/// Why it cannot be undone; empty where it was.
Result<std::vector<SheetConflict>> undone(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto import = TRY(import_in(transaction, request));
    auto refused = TRY(undo_import(context, transaction, import));
    if (refused.empty()) TRY(transaction.commit());
    return refused;
}

Result<http::Response> post_undoing(Context& context, const http::Request& request)
{
    TRY(require_import(context));
    const auto code = TRY(request.path<std::string>("import"));
    auto refused = TRY(undone(context, request));
    if (refused.empty()) return web::redirect_with(import_path(code), "organisation.import.undone");
    auto transaction = TRY(context.read());
    auto import = TRY(import_in(transaction, request));
    return import_with(transaction, context, std::move(import), std::move(refused));
}

Result<http::Response> download_template_csv(Context& context, const http::Request& /*request*/)
{
    TRY(require_import(context));
    http::Response response{200, "text/csv; charset=utf-8", template_csv()};
    return response.set_download_name("Mẫu danh mục cơ quan.csv");
}

Result<http::Response> download_template_xlsx(Context& context, const http::Request& /*request*/)
{
    TRY(require_import(context));
    auto bytes = TRY(template_xlsx(context.services().data_folder + "/tmp"));
    http::Response response{
        200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", std::move(bytes)};
    return response.set_download_name("Mẫu danh mục cơ quan.xlsx");
}

}  // namespace

void add_imports(Module& module)
{
    const auto importers = http::Access::holder_of(import_agencies.key);
    constexpr int seconds = 60;
    module.get("/co-quan/nhap", importers, show_imports);
    module.post("/co-quan/nhap", importers, post_import,
                {.limits = {.upload_bytes = limits::sheet_bytes_max, .seconds = seconds}});
    module.get("/co-quan/nhap/mau.csv", importers, download_template_csv);
    module.get("/co-quan/nhap/mau.xlsx", importers, download_template_xlsx);
    module.get("/co-quan/nhap/{import}", importers, show_import);
    module.post("/co-quan/nhap/{import}", importers, post_confirmation);
    module.post("/co-quan/nhap/{import}/bo", importers, post_discarding);
    module.post("/co-quan/nhap/{import}/hoan-tac", importers, post_undoing);
}

}  // namespace caicach::organisation
