#include "report/form/form_import_handlers.hpp"

#include <algorithm>
#include <utility>

#include "document/file_kind.hpp"
#include "http/upload.hpp"
#include "json/value.hpp"
#include "organisation/api.hpp"
#include "report/design/form_book_reader.hpp"
#include "report/form/definition_json.hpp"
#include "report/form/form_import_views.hpp"
#include "report/form/put_in_force.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

constexpr int seconds = 60;
/// The content travels in the form that confirms it, percent-encoded.
constexpr std::int64_t confirmed_bytes_max = 4 * limits::form_bytes_max;
constexpr std::string_view json_source = "Nhập từ tệp JSON";
constexpr std::string_view book_source = "Nhập từ tệp Excel";

Result<std::string> bytes_in(const http::UploadedFile& file)
{
    if (file.size > limits::form_bytes_max)
        return failure(Failure::too_large, "report.import.too_large", "file");
    return http::bytes_of(file);
}

/// A form is made for its owner; one without, by whoever makes forms.
Result<void> require_design(const Context& context, database::Transaction& transaction,
                            const Definition& definition)
{
    const auto form = TRY(FormStore{transaction}.by_key(definition.key));
    auto owner = form ? form->owner : organisation::AgencyId{};
    if (!owner) owner = TRY(agency_named(transaction, definition.owner, context.today()));
    if (!owner) return {};
    return context.require(design_forms, organisation::scope_of(owner));
}

/// What would change: against what is in force, or else against the draft.
Result<void> compare(database::Transaction& transaction, BroughtForm& brought)
{
    FormStore forms{transaction};
    brought.form = TRY(forms.by_key(brought.definition.key));
    if (!brought.form) return {};
    const auto versions = TRY(forms.versions(brought.form->id));
    auto other = std::ranges::find(versions, VersionState::in_force, &FormVersion::state);
    if (other == versions.end())
        other = std::ranges::find(versions, VersionState::draft, &FormVersion::state);
    if (other == versions.end()) return {};
    const auto before = TRY(forms.definition(other->id));
    brought.compared_with = *other;
    brought.differences = differences(before, brought.definition);
    return {};
}

Result<BroughtForm> brought_by(Context& context, database::Transaction& transaction,
                               const json::Value& value)
{
    auto read = definition_from(value);
    BroughtForm brought{.definition = std::move(read.definition), .faults = std::move(read.faults)};
    if (!brought.faults.empty()) return brought;
    TRY(require_design(context, transaction, brought.definition));
    brought.content = TRY(content_of(brought.definition));
    brought.sources = TRY(form_sources(context, transaction));
    brought.faults = TRY(all_faults(context, transaction, brought.definition));
    TRY(compare(transaction, brought));
    return brought;
}

/// The same of a workbook, whose faults say sheet, row and column.
Result<BroughtForm> brought_by_book(Context& context, database::Transaction& transaction,
                                    std::string_view bytes)
{
    auto book = TRY(form_of_book(bytes));
    if (!book.faults.empty()) return BroughtForm{.is_book = true, .faults = std::move(book.faults)};
    auto brought = TRY(brought_by(context, transaction, book.value));
    brought.is_book = true;
    for (auto& fault : brought.faults) fault.field = book.place_of(fault.field);
    return brought;
}

Result<http::Response> show_import(Context& context, const http::Request& /*request*/)
{
    return form_import_page(context, {});
}

/// Nothing is kept yet: what was brought goes along with the form that confirms it.
Result<BroughtForm> preview(Context& context, const http::Request& request)
{
    const auto* file = TRY(request.file("file"));
    const auto bytes = TRY(bytes_in(*file));
    auto transaction = TRY(context.read());
    if (document::kind_of(bytes) == document::FileKind::zip)
        return brought_by_book(context, transaction, bytes);
    const auto value = TRY(json::parse(bytes));
    return brought_by(context, transaction, value);
}

Result<http::Response> import_with(Context& context, Error error)
{
    error.field = "file";
    if (error.kind == Failure::too_large) error.kind = Failure::invalid;
    return form_import_page(context, {.fault = web::fault_of(context, error)});
}

Result<http::Response> post_import(Context& context, const http::Request& request)
{
    auto brought = preview(context, request);
    if (!brought && web::is_about_form(brought.error()))
        return import_with(context, brought.error());
    FormImportPage page;
    page.brought = TRY(std::move(brought));
    if (!page.brought->faults.empty()) page.fault.status = http::status_of(Failure::invalid);
    return form_import_page(context, page);
}

Result<std::string> kept(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto value = TRY(json::parse(request.raw("content")));
    const auto brought = TRY(brought_by(context, transaction, value));
    if (!brought.faults.empty()) return tl::unexpected<Error>(brought.faults.front());
    const auto source = request.raw("from") == book_word ? book_source : json_source;
    const auto form = TRY(make_draft(context, transaction, brought.definition, source));
    const auto versions = TRY(FormStore{transaction}.versions(form.id));
    TRY(transaction.commit());
    return version_path(form.code, versions.front().number);
}

Result<http::Response> post_kept(Context& context, const http::Request& request)
{
    const auto path = kept(context, request);
    if (path) return web::redirect_with(*path, "report.form.draft_made");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return import_with(context, path.error());
}

}  // namespace

void add_form_import(Module& module)
{
    const auto designers = http::Access::holder_of(design_forms.key);
    module.get("/mau-bao-cao/nhap", designers, show_import);
    module.post("/mau-bao-cao/nhap", designers, post_import,
                {.limits = {.upload_bytes = limits::form_bytes_max, .seconds = seconds}});
    module.post("/mau-bao-cao/nhap/ghi", designers, post_kept,
                {.limits = {.body_bytes = confirmed_bytes_max, .seconds = seconds}});
}

}  // namespace caicach::report
