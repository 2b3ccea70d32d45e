#include "obligation/target/sheet_handlers.hpp"

#include <utility>

#include "document/records.hpp"
#include "http/upload.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/target/sheet_views.hpp"
#include "obligation/target/target_handlers.hpp"
#include "obligation/target/target_paths.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// Rows travel in the form that confirms them.
constexpr std::int64_t confirmed_bytes_max = 4LL * 1024 * 1024;

/// Who leads the plan's targets brings numbers of all its agencies, others of their own agency.
Result<void> require_bringing(const Context& context, const PlanTargets& targets)
{
    if (targets.may_lead()) return {};
    return context.require(state_measurements, context.actor().agency);
}

Result<PlanTargets> targets_to_bring(Context& context, database::Transaction& transaction,
                                     const http::Request& request)
{
    auto targets = TRY(plan_targets_in(context, transaction, request));
    TRY(require_bringing(context, targets));
    return targets;
}

SheetPage page_of(const Context& context, const PlanTargets& targets)
{
    const auto scope = organisation::scope_of(targets.plan().coordinator);
    return {.plan = targets.plan(), .watches = context.may(watch_plans, scope)};
}

Result<http::Response> sheet_with(Context& context, const http::Request& request,
                                  std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    const auto targets = TRY(targets_to_bring(context, transaction, request));
    auto page = page_of(context, targets);
    page.error = std::move(error);
    return sheet_page(context, page);
}

Result<http::Response> show_sheet(Context& context, const http::Request& request)
{
    return sheet_with(context, request, {});
}

Result<http::Response> download_template(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto targets = TRY(targets_to_bring(context, transaction, request));
    auto text = TRY(sheet_template(transaction, targets));
    http::Response response{200, "text/csv; charset=utf-8", std::move(text)};
    return response.set_download_name("Mẫu số liệu chỉ tiêu.csv");
}

Result<std::string> bytes_in(const http::UploadedFile& file)
{
    if (file.size > limits::sheet_bytes_max)
        return failure(Failure::too_large, "obligation.sheet.too_large", "file",
                       {std::to_string(limits::sheet_bytes_max >> 20U)});
    return http::bytes_of(file);
}

/// Nothing is kept yet: what was brought goes along with the form that confirms it.
Result<http::Response> preview(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto targets = TRY(targets_to_bring(context, transaction, request));
    const auto* file = TRY(request.file("file"));
    const auto bytes = TRY(bytes_in(*file));
    const auto records = TRY(document::read_records(bytes));
    const auto sheet = TRY(read_measurement_sheet(records));
    auto page = page_of(context, targets);
    page.comparison = TRY(compare_sheet(context, transaction, targets, sheet));
    page.rows = document::text_of_records(records);
    return sheet_page(context, page);
}

/// What the person can mend in the file.
bool is_about_file(const Error& error)
{
    return error.kind == Failure::invalid || error.kind == Failure::too_large ||
           error.kind == Failure::unsupported;
}

Result<http::Response> post_sheet(Context& context, const http::Request& request)
{
    auto shown = preview(context, request);
    if (shown || !is_about_file(shown.error())) return shown;
    auto error = shown.error();
    error.kind = Failure::invalid;
    error.field = "file";
    return sheet_with(context, request, std::move(error));
}

Result<std::string> kept(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto targets = TRY(targets_to_bring(context, transaction, request));
    const auto records = TRY(document::records_of_text(request.raw("rows")));
    const auto sheet = TRY(read_measurement_sheet(records));
    TRY(carry_out_sheet(context, transaction, targets, sheet));
    TRY(transaction.commit());
    const bool watches =
        context.may(watch_plans, organisation::scope_of(targets.plan().coordinator));
    return watches ? plan_targets_path(targets.plan().code) : own_targets_path();
}

Result<http::Response> post_kept(Context& context, const http::Request& request)
{
    const auto path = TRY(kept(context, request));
    return web::redirect_with(path, "obligation.sheet.kept");
}

}  // namespace

void add_measurement_sheets(Module& module)
{
    const auto people = http::Access::signed_in;
    constexpr int seconds = 60;
    module.get("/chi-tieu/{plan}/nhap", people, show_sheet);
    module.post("/chi-tieu/{plan}/nhap", people, post_sheet,
                {.limits = {.upload_bytes = limits::sheet_bytes_max, .seconds = seconds}});
    module.get("/chi-tieu/{plan}/nhap/mau.csv", people, download_template);
    module.post("/chi-tieu/{plan}/nhap/ghi", people, post_kept,
                {.limits = {.body_bytes = confirmed_bytes_max, .seconds = seconds}});
}

}  // namespace caicach::obligation
