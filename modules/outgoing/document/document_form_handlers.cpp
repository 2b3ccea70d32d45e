#include "outgoing/document/document_form_handlers.hpp"

#include <utility>

#include "once/once.hpp"
#include "outgoing/document/document_form_views.hpp"
#include "outgoing/document/document_request.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/list/recipient.hpp"
#include "outgoing/list/recipient_list.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr std::string_view writing = "outgoing.document";

Result<http::Response> form_with(Context& context, database::Transaction& transaction,
                                 DocumentFormPage page)
{
    const auto today = context.today();
    page.kinds = TRY(document_kinds_on(today));
    page.signers = TRY(identity::signatures_on(transaction, page.agency.id, today));
    page.lists = TRY(lists_of(transaction, page.agency.id));
    page.agencies = TRY(organisation::agencies_on(transaction, today));
    std::erase_if(page.agencies, [&](const organisation::AgencySummary& one) {
        return !may_write(context, one.id);
    });
    page.taken_keys = TRY(once::last_keys(transaction, writing, context.actor().account.value));
    if (page.key.empty()) page.key = once::new_key();
    return document_form_page(context, page);
}

/// Where the person may write.
Result<organisation::AgencySummary> agency_in(const Context& context,
                                              database::Transaction& transaction,
                                              std::string_view code)
{
    auto agency = TRY(organisation::agency_asked(context, transaction, code));
    TRY(context.require(write_documents, organisation::scope_of(agency.id)));
    return agency;
}

Result<http::Response> show_new(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    DocumentFormPage page;
    page.agency = TRY(agency_in(context, transaction, request.query("co-quan").value_or("")));
    page.form.set("kind", "bao_cao");
    page.form.set("recipients", "Như trên\nLưu: VT");
    return form_with(context, transaction, std::move(page));
}

/// The lines of the list that was chosen, behind those that were typed, each once.
Result<void> add_list_lines(database::Transaction& transaction, const http::Request& request,
                            NewDocument& wanted)
{
    const auto code = request.raw("list");
    if (code.empty()) return {};
    const auto list = TRY(list_by_code(transaction, code));
    if (list.agency != wanted.agency) return failure(Failure::not_found, "outgoing.list.not_found");
    const auto lines = TRY(lines_of(transaction, list.id));
    wanted.content.recipients = together(std::move(wanted.content.recipients), lines);
    return {};
}

std::optional<Error> first_of(const http::Form& form)
{
    if (!form.has_errors()) return {};
    return form.errors().front();
}

/// The path of the draft that the form made.
Result<std::string> drafted(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_in(context, transaction, request.raw("agency")));
    http::Form form{request};
    auto wanted = read_document(request, {.agency = agency.id}, true, form);
    if (auto wrong = first_of(form)) return tl::unexpected<Error>(std::move(*wrong));
    TRY(add_list_lines(transaction, request, wanted));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const once::Sending sending{
        .purpose = std::string{writing},
        .owner = context.actor().account.value,
        .key = std::move(key),
        .content_sha256 = once::content_of({agency.code, request.raw("kind"),
                                            request.raw("subject"), request.raw("addressees"),
                                            request.raw("body"), request.raw("recipients"),
                                            request.raw("list"), request.raw("signer")})};
    const auto draft = [&]() -> Result<std::string> {
        const auto document = TRY(draft_document(context, transaction, wanted));
        return path_of(document);
    };
    auto path = TRY(once::run(transaction, sending, context.now(), draft));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> post_new(Context& context, const http::Request& request)
{
    const auto path = drafted(context, request);
    if (path) return web::redirect_with(*path, "outgoing.document.was_drafted");
    const std::string key{request.raw(once::field)};
    const auto error = once::said_of_keyed_form(path.error(), key);
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    auto transaction = TRY(context.read());
    DocumentFormPage page{.form = http::Form(request), .fault = web::fault_of(context, error)};
    page.agency = TRY(agency_in(context, transaction, request.raw("agency")));
    // What was sent under that key stands: the same form means another document from now on.
    if (error.key != "once.sent_before") page.key = key;
    return form_with(context, transaction, std::move(page));
}

Result<Document> draft_in(const Context& context, database::Transaction& transaction,
                          const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("document"));
    auto document = TRY(DocumentStore{transaction}.find(code));
    TRY(context.require(write_documents, organisation::scope_of(document.agency)));
    TRY(require_act(document, Act::edit));
    return document;
}

Result<http::Response> edit_with(Context& context, database::Transaction& transaction,
                                 const http::Request& request, http::Form form, web::Fault fault)
{
    DocumentFormPage page{.form = std::move(form), .fault = std::move(fault)};
    page.document = TRY(draft_in(context, transaction, request));
    page.agency =
        TRY(organisation::agency_by_id(transaction, page.document->agency, context.today()));
    if (page.form.values().empty()) {
        const auto content = TRY(DocumentStore{transaction}.content(page.document->id));
        page.form = form_of(*page.document, content);
    }
    return form_with(context, transaction, std::move(page));
}

Result<http::Response> show_edit(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return edit_with(context, transaction, request, {}, {});
}

Result<std::string> changed(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto document = TRY(draft_in(context, transaction, request));
    document.version = TRY(request.integer("version"));
    auto content = TRY(DocumentStore{transaction}.content(document.id));
    http::Form form{request};
    auto wanted = read_document(request,
                                {.agency = document.agency,
                                 .kind = document.kind,
                                 .content = std::move(content),
                                 .signer = document.signer},
                                document.is_by_hand(), form);
    if (auto wrong = first_of(form)) return tl::unexpected<Error>(std::move(*wrong));
    TRY(add_list_lines(transaction, request, wanted));
    const auto renewed = TRY(renew_content(context, transaction, document, wanted));
    TRY(transaction.commit());
    return path_of(renewed);
}

Result<http::Response> post_content(Context& context, const http::Request& request)
{
    const auto path = changed(context, request);
    if (path) return web::redirect_with(*path, "outgoing.document.was_changed");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    return edit_with(context, transaction, request, http::Form(request),
                     web::fault_of(context, path.error()));
}

}  // namespace

void add_document_forms(Module& module)
{
    const auto writers = http::Access::holder_of(write_documents.key);
    constexpr std::int64_t form_bytes = 1024L * 1024;
    module.get("/van-ban-di/moi", writers, show_new);
    module.post("/van-ban-di", writers, post_new, {.limits = {.body_bytes = form_bytes}});
    module.get("/van-ban-di/{document}/sua", writers, show_edit);
    module.post("/van-ban-di/{document}/noi-dung", writers, post_content,
                {.limits = {.body_bytes = form_bytes}});
}

}  // namespace caicach::outgoing
