#include "outgoing/template/template_handlers.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "document/limits.hpp"
#include "document/official_document.hpp"
#include "outgoing/document/document_content.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"
#include "outgoing/sql.hpp"
#include "outgoing/template/template_fields.hpp"
#include "outgoing/template/template_keeping.hpp"
#include "outgoing/template/template_purpose.hpp"
#include "outgoing/template/template_views.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr int seconds = 60;

Result<organisation::AgencySummary> managed_in(const Context& context,
                                               database::Transaction& transaction,
                                               std::string_view code)
{
    auto agency = TRY(organisation::agency_asked(context, transaction, code));
    TRY(context.require(manage_templates, organisation::scope_of(agency.id)));
    return agency;
}

Result<http::Response> list_with(Context& context, std::string_view code, TemplatesPage page)
{
    auto transaction = TRY(context.read());
    page.agency = TRY(managed_in(context, transaction, code));
    page.agencies = TRY(organisation::agencies_on(transaction, context.today()));
    std::erase_if(page.agencies, [&](const organisation::AgencySummary& one) {
        return !context.may(manage_templates, organisation::scope_of(one.id));
    });
    page.kinds = TRY(document_kinds_on(context.today()));
    page.purposes = TRY(template_purposes(context, transaction));
    page.templates = TRY(TemplateStore{transaction}.of_agency(page.agency.id));
    return templates_page(context, page);
}

Result<http::Response> show_templates(Context& context, const http::Request& request)
{
    return list_with(context, request.query("co-quan").value_or(""), {});
}

/// Kept, with its code; or the page with all that is wrong.
Result<std::string> brought(Context& context, const http::Request& request, TemplatesPage& page)
{
    NewTemplate wanted;
    wanted.kind = TRY(request.text("kind"));
    const auto slash = wanted.kind.find(purpose_sign);
    if (slash != std::string::npos) {
        wanted.purpose = wanted.kind.substr(slash + 1);
        wanted.kind.resize(slash);
    }
    document::TemplateFields known;
    {
        auto transaction = TRY(context.read());
        const auto agency = TRY(managed_in(context, transaction, request.raw("agency")));
        wanted.agency = agency.id;
        const auto purposes = TRY(template_purposes(context, transaction));
        known = TRY(fields_for(purposes, wanted.kind, wanted.purpose));
    }
    wanted.name = TRY(request.text("name", limits::name_length_max));
    const auto* file = TRY(request.file("file"));
    auto read = TRY(read_brought(context, *file, known));
    page.faults = std::move(read.faults);
    if (!read.kept) return std::string{};
    auto transaction = TRY(context.begin());
    const auto added = TRY(add_template(context, transaction, wanted, *read.kept));
    TRY(transaction.commit());
    return added.code;
}

Result<http::Response> post_template(Context& context, const http::Request& request)
{
    TemplatesPage page{.form = http::Form(request)};
    const auto code = brought(context, request, page);
    if (code && !code->empty())
        return web::redirect_with(template_path(*code), "outgoing.template.was_added");
    if (code) {
        page.fault.status = http::status_of(Failure::invalid);
        return list_with(context, request.raw("agency"), std::move(page));
    }
    auto error = code.error();
    if (error.kind == Failure::too_large || error.kind == Failure::unsupported)
        error.kind = Failure::invalid;
    if (!web::is_about_form(error)) return tl::unexpected<Error>(std::move(error));
    if (error.field.empty()) error.field = "file";
    page.fault = web::fault_of(context, error);
    return list_with(context, request.raw("agency"), std::move(page));
}

Result<Template> template_in(const Context& context, database::Transaction& transaction,
                             const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("template"));
    auto found = TRY(TemplateStore{transaction}.find(code));
    TRY(context.require(manage_templates, organisation::scope_of(found.agency)));
    return found;
}

Result<http::Response> page_with(Context& context, const http::Request& request, web::Fault fault)
{
    auto transaction = TRY(context.read());
    TemplatePage page{.fault = std::move(fault)};
    page.shown = TRY(template_in(context, transaction, request));
    const auto kind = TRY(document_kind(page.shown.kind, context.today()));
    page.kind = kind.name;
    const auto purposes = TRY(template_purposes(context, transaction));
    const auto purpose = std::ranges::find(purposes, page.shown.purpose, &TemplatePurpose::key);
    if (purpose != purposes.end()) page.purpose = purpose->text;
    const auto agency =
        TRY(organisation::agency_by_id(transaction, page.shown.agency, context.today()));
    page.agency_code = agency.code;
    return template_page(context, page);
}

Result<http::Response> show_template(Context& context, const http::Request& request)
{
    return page_with(context, request, {});
}

Result<http::Response> show_help(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    TemplateHelpPage page{.fields = document_fields()};
    page.purposes = TRY(template_purposes(context, transaction));
    const auto asked = request.query("dung-cho").value_or("");
    const auto chosen = std::ranges::find(page.purposes, asked, &TemplatePurpose::key);
    if (chosen != page.purposes.end()) {
        page.purpose = chosen->text;
        page.fields = chosen->fields;
    }
    return template_help_page(context, page);
}

using Step = Result<void> (*)(Context&, database::Transaction&, const Template&);

Result<void> stepped(Context& context, const http::Request& request, Step step)
{
    auto transaction = TRY(context.begin());
    auto chosen = TRY(template_in(context, transaction, request));
    chosen.version = TRY(request.integer("version"));
    TRY(step(context, transaction, chosen));
    return transaction.commit();
}

Result<http::Response> done_by(Context& context, const http::Request& request, Step step,
                               std::string_view told)
{
    const auto code = TRY(request.path<std::string>("template"));
    const auto done = stepped(context, request, step);
    if (done) return web::redirect_with(template_path(code), told);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return page_with(context, request, web::fault_of(context, done.error()));
}

Result<http::Response> post_use(Context& context, const http::Request& request)
{
    return done_by(context, request, put_to_use, "outgoing.template.was_used");
}
Result<http::Response> post_end(Context& context, const http::Request& request)
{
    return done_by(context, request, end_template, "outgoing.template.was_ended");
}

http::Response word_file(std::string bytes, const std::string& name)
{
    http::Response response{200, document::docx_type, std::move(bytes)};
    return response.set_download_name(name + ".docx");
}

Result<http::Response> download_template(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto chosen = TRY(template_in(context, transaction, request));
    auto bytes = TRY(template_bytes(context, transaction, chosen));
    return word_file(std::move(bytes), chosen.name);
}

Result<http::Response> download_trial(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto chosen = TRY(template_in(context, transaction, request));
    const auto kind = TRY(document_kind(chosen.kind, context.today()));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, chosen.agency, context.today()));
    const auto docx = TRY(template_bytes(context, transaction, chosen));
    const auto purposes = TRY(template_purposes(context, transaction));
    const auto purpose = std::ranges::find(purposes, chosen.purpose, &TemplatePurpose::key);
    const auto others =
        purpose == purposes.end() ? json::Value::object() : trial_values(purpose->fields);
    auto bytes = TRY(filled_with(docx, trial_document(agency.name, kind.name), others));
    return word_file(std::move(bytes), chosen.name + " (thử)");
}

/// A document by the template of its agency; as the decree has it where there is none.
Result<http::Response> download_document(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto code = TRY(request.path<std::string>("document"));
    DocumentStore documents{transaction};
    const auto document = TRY(documents.find(code));
    TRY(context.require(see, organisation::scope_of(document.agency)));
    const auto purpose = TRY(purpose_of(context, transaction, document));
    const auto used =
        TRY(TemplateStore{transaction}.in_use(document.agency, document.kind, purpose));
    if (!used) return failure(Failure::not_found, "outgoing.template.none_used");
    auto content = TRY(documents.content(document.id));
    const auto docx = TRY(template_bytes(context, transaction, *used));
    const auto others = TRY(values_of(context, transaction, document));
    auto bytes = TRY(filled_with(docx, printed_of(document, std::move(content)), others));
    const auto number = text::replace_all(number_of(document), "/", "-");
    return word_file(std::move(bytes), number);
}

Result<std::optional<AuditedPage>> page_of_template(database::Transaction& transaction,
                                                    std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::template_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("name"),
                               .path = template_path(row.text("code"))};
        },
        object);
}

}  // namespace

void add_templates(Module& module)
{
    const auto managers = http::Access::holder_of(manage_templates.key);
    const auto readers = http::Access::holder_of(see.key);
    constexpr auto bytes_max = static_cast<std::int64_t>(document::limits::template_bytes_max);
    module.permission(manage_templates);
    module.get("/mau-van-ban", managers, show_templates);
    module.post("/mau-van-ban", managers, post_template,
                {.limits = {.upload_bytes = bytes_max, .seconds = seconds}});
    module.get("/mau-van-ban/truong", managers, show_help);
    module.get("/mau-van-ban/{template}", managers, show_template);
    module.get("/mau-van-ban/{template}/tep.docx", managers, download_template);
    module.get("/mau-van-ban/{template}/thu.docx", managers, download_trial);
    module.post("/mau-van-ban/{template}/dung", managers, post_use);
    module.post("/mau-van-ban/{template}/ket-thuc", managers, post_end);
    module.get("/van-ban-di/{document}/theo-mau.docx", readers, download_document);
    module.menu({.text = "Mẫu văn bản",
                 .path = "/mau-van-ban",
                 .order = 32,
                 .permission = &manage_templates});
    module.audits({"outgoing.template.added", "tải mẫu văn bản lên"});
    module.audits({"outgoing.template.used", "đưa mẫu văn bản vào dùng"});
    module.audits({"outgoing.template.ended", "thôi dùng mẫu văn bản"});
    module.audits_about({"outgoing.template", "mẫu văn bản", page_of_template});
}

}  // namespace caicach::outgoing
