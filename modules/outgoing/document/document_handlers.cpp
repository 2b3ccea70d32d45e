#include "outgoing/document/document_handlers.hpp"

#include <algorithm>
#include <utility>

#include "base/file.hpp"
#include "base/log.hpp"
#include "document/official_pdf.hpp"
#include "outgoing/document/document_content.hpp"
#include "outgoing/document/document_form_handlers.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/document/document_views.hpp"
#include "outgoing/document/drafting.hpp"
#include "outgoing/document/kept_paper.hpp"
#include "outgoing/document/numbering.hpp"
#include "outgoing/document/register_handlers.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/list/delivery.hpp"
#include "outgoing/package/package.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"
#include "outgoing/signing/preparing.hpp"
#include "outgoing/sql.hpp"
#include "outgoing/template/template.hpp"
#include "outgoing/template/template_purpose.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::outgoing
{
namespace
{

/// For who may read it: also those that it was sent to.
Result<Document> readable_in(const Context& context, database::Transaction& transaction,
                             const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("document"));
    auto document = TRY(DocumentStore{transaction}.find(code));
    TRY(require_reading(context, transaction, document));
    return document;
}

Result<Document> document_in(const Context& context, database::Transaction& transaction,
                             const http::Request& request, const Permission& permission)
{
    const auto code = TRY(request.path<std::string>("document"));
    auto document = TRY(DocumentStore{transaction}.find(code));
    TRY(context.require(permission, organisation::scope_of(document.agency)));
    return document;
}

/// As on paper; a draft bears the symbol that it would get today.
Result<document::OfficialDocument> paper_of(const Context& context,
                                            database::Transaction& transaction,
                                            const Document& document)
{
    auto content = TRY(DocumentStore{transaction}.content(document.id));
    auto shown = document;
    if (shown.state == DocumentState::draft) {
        const auto today = context.today();
        const auto all = TRY(series_of(transaction, document.agency));
        const auto fitting = series_for(all, document.kind, today);
        const auto kind = TRY(document_kind(document.kind, today));
        const auto head =
            TRY(organisation::letterhead_of(context, transaction, document.agency, today));
        const Series usual{.symbol = std::string(kind_tag) + "-" + head.mark};
        shown.symbol = symbol_of(fitting.empty() ? usual : fitting.front(), kind);
    }
    return printed_of(shown, std::move(content));
}

/// To whom it went, or would go now; with the names of those who read it here.
Result<void> add_deliveries(const Context& context, database::Transaction& transaction,
                            DocumentPage& page)
{
    const auto& document = page.document;
    const bool is_waiting = std::ranges::find(page.acts, Act::send) != page.acts.end();
    const auto found = is_waiting ? deliveries_planned(context, transaction, document)
                                  : deliveries_of(transaction, document.id);
    const auto all = TRY(found);
    for (const auto& one : all) {
        ShownDelivery shown{.text = one.text, .marker = one.marker};
        if (one.agency) {
            const auto agency =
                TRY(organisation::agency_by_id(transaction, *one.agency, context.today()));
            shown.agency = agency.name;
        }
        page.deliveries.push_back(std::move(shown));
    }
    return {};
}

Result<http::Response> page_with(Context& context, database::Transaction& transaction,
                                 const http::Request& request, http::Form form, web::Fault fault)
{
    DocumentPage page{.form = std::move(form), .fault = std::move(fault)};
    page.document = TRY(readable_in(context, transaction, request));
    const auto& document = page.document;
    const auto today = context.today();
    const auto scope = organisation::scope_of(document.agency);
    page.printed = TRY(paper_of(context, transaction, document));
    const auto agency = TRY(organisation::agency_by_id(transaction, document.agency,
                                                       document.issued_on.value_or(today)));
    page.agency = agency.name;
    const auto kind = TRY(document_kind(document.kind, document.issued_on.value_or(today)));
    page.kind = kind.name;
    page.needs_signer = kind.needs_signer;
    page.acts = acts(document, {.writes = context.may(write_documents, scope),
                                .numbers = context.may(give_numbers, scope),
                                .delivers = context.may(deliver_documents, scope)});
    const auto purpose = TRY(purpose_of(context, transaction, document));
    const auto used =
        TRY(TemplateStore{transaction}.in_use(document.agency, document.kind, purpose));
    page.has_template = used.has_value();
    const auto signatures = TRY(SignatureStore{transaction}.of_document(document.id));
    page.is_signed = std::ranges::find(signatures, SignatureState::signed_,
                                       &DocumentSignature::state) != signatures.end();
    page.may_sign = document.number && context.may(sign_documents, scope);
    const auto all = TRY(series_of(transaction, document.agency));
    page.series = series_for(all, document.kind, today);
    page.signers = TRY(identity::signatures_on(transaction, document.agency, today));
    TRY(add_deliveries(context, transaction, page));
    if (document.number) page.volumes = TRY(further_volumes(context, transaction, document));
    page.hand_over = TRY(hand_over_of(transaction, document.id));
    page.may_hand_over = context.may(deliver_documents, scope);
    DocumentStore store{transaction};
    if (document.replaces) page.replaces = TRY(store.find(document.replaces));
    page.replaced_by = TRY(store.replacing(document.id));
    TRY(context.publish(transaction, SourceLinkAsked{document, &page.source}));
    return document_page(context, page);
}

Result<http::Response> show_document(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request, {}, {});
}

struct Paper {
    document::OfficialDocument content{};
    std::string pdf_path{};   ///< signed, or as it was drawn with the number; empty: to be drawn
    std::string docx_path{};  ///< empty: to be written
    std::string name{};       ///< of its files
};

/// The transaction has ended before the pages are drawn.
Result<Paper> paper_in(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto document = TRY(readable_in(context, transaction, request));
    Paper paper;
    const auto ground = TRY(signing_ground(context, transaction, document));
    const auto kept = TRY(kept_paper_of(context, transaction, document.id));
    if (kept) {
        paper.pdf_path = kept->pdf_path;
        paper.docx_path = kept->docx_path;
    }
    if (!ground.signed_path.empty()) paper.pdf_path = ground.signed_path;
    paper.content = TRY(paper_of(context, transaction, document));
    const auto number = text::replace_all(number_of(document), "/", "-");
    paper.name = text::shorten(number + " " + document.subject, limits::file_name_length);
    return paper;
}

Result<http::Response> download_word(Context& context, const http::Request& request)
{
    const auto paper = TRY(paper_in(context, request));
    const auto& path = paper.docx_path;
    auto bytes = TRY(path.empty() ? document::write_docx(paper.content) : read_file(path));
    http::Response response{200, document::docx_type, std::move(bytes)};
    return response.set_download_name(paper.name + ".docx");
}

Result<http::Response> download_print(Context& context, const http::Request& request)
{
    const auto paper = TRY(paper_in(context, request));
    const auto& path = paper.pdf_path;
    auto bytes = TRY(path.empty() ? document::write_pdf(paper.content) : read_file(path));
    http::Response response{200, document::pdf_type, std::move(bytes)};
    return response.set_download_name(paper.name + ".pdf");
}

/// What a form does; where to go then.
using Deed = Result<std::string> (*)(Context&, database::Transaction&, const http::Request&,
                                     const Document&);

Result<std::string> done_by(Context& context, const http::Request& request,
                            const Permission& permission, Deed deed)
{
    auto transaction = TRY(context.begin());
    auto document = TRY(document_in(context, transaction, request, permission));
    document.version = TRY(request.integer("version"));
    auto path = TRY(deed(context, transaction, request, document));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> change(Context& context, const http::Request& request,
                              const Permission& permission, Deed deed, std::string_view told)
{
    const auto path = done_by(context, request, permission, deed);
    if (path) return web::redirect_with(*path, told);
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request, http::Form(request),
                     web::fault_of(context, path.error()));
}

Result<std::string> number_deed(Context& context, database::Transaction& transaction,
                                const http::Request& request, const Document& document)
{
    Numbering numbering{.series = std::string(request.raw("series"))};
    const auto signer = TRY(request.maybe_integer("signer", {.lowest = 1}));
    if (signer) numbering.signer = identity::SignerId{*signer};
    const auto number = TRY(request.maybe_integer("number", {1, limits::number_max}));
    if (number) numbering.by_hand = static_cast<int>(*number);
    numbering.issued_on = TRY(request.maybe_date("issued_on"));
    if (numbering.by_hand && !numbering.issued_on)
        return failure(Failure::invalid, "outgoing.number.day_missing", "issued_on");
    TRY(number_document(context, transaction, document, numbering));
    return document_path(document.code);
}

Result<std::string> send_deed(Context& context, database::Transaction& transaction,
                              const http::Request& /*request*/, const Document& document)
{
    TRY(send_document(context, transaction, document));
    return document_path(document.code);
}

Result<std::string> replace_deed(Context& context, database::Transaction& transaction,
                                 const http::Request& /*request*/, const Document& document)
{
    const auto draft = TRY(draft_replacement(context, transaction, document));
    return document_path(draft.code);
}

Result<std::string> withdraw_deed(Context& context, database::Transaction& transaction,
                                  const http::Request& request, const Document& document)
{
    const auto reason = TRY(request.text("reason", limits::reason_length_max));
    TRY(withdraw_document(context, transaction, document, reason));
    return document_path(document.code);
}

Result<std::string> discard_deed(Context& context, database::Transaction& transaction,
                                 const http::Request& /*request*/, const Document& document)
{
    TRY(discard_draft(context, transaction, document));
    return register_path();
}

/// Drawn now, so that what is printed, signed and sent is one file. A draft has none.
Result<void> keep_paper_in(Context& context, const http::Request& request,
                           const Permission& permission)
{
    const auto found = [&]() -> Result<Document> {
        auto transaction = TRY(context.read());
        return document_in(context, transaction, request, permission);
    };
    const auto document = TRY(found());
    if (!document.number) return {};
    return keep_paper(context, document.id);
}

Result<http::Response> post_number(Context& context, const http::Request& request)
{
    auto answer =
        change(context, request, give_numbers, number_deed, "outgoing.document.was_numbered");
    // The number is given, whatever becomes of the files: before it is sent they are asked again.
    const auto kept = keep_paper_in(context, request, give_numbers);
    if (!kept) log::warning("files of a document were not kept", {{"error", kept.error().key}});
    return answer;
}

Result<http::Response> post_sending(Context& context, const http::Request& request)
{
    TRY(keep_paper_in(context, request, deliver_documents));
    return change(context, request, deliver_documents, send_deed, "outgoing.document.was_sent");
}

Result<http::Response> post_replacement(Context& context, const http::Request& request)
{
    return change(context, request, write_documents, replace_deed,
                  "outgoing.document.replacement_drafted");
}

Result<http::Response> post_withdrawal(Context& context, const http::Request& request)
{
    return change(context, request, give_numbers, withdraw_deed, "outgoing.document.was_withdrawn");
}

Result<http::Response> post_discarding(Context& context, const http::Request& request)
{
    return change(context, request, write_documents, discard_deed,
                  "outgoing.document.was_discarded");
}

Result<std::optional<AuditedPage>> page_of_document(database::Transaction& transaction,
                                                    std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::document_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("subject"),
                               .path = document_path(row.text("code"))};
        },
        object);
}

void add_words(Module& module)
{
    module.audits({"outgoing.document.drafted", "soạn văn bản đi"});
    module.audits({"outgoing.document.changed", "sửa dự thảo văn bản đi"});
    module.audits({"outgoing.document.discarded", "bỏ dự thảo văn bản đi"});
    module.audits({"outgoing.document.numbered", "cấp số cho văn bản đi"});
    module.audits({"outgoing.document.sent", "gửi văn bản đi"});
    module.audits({"outgoing.document.replaced", "thay thế văn bản đi"});
    module.audits({"outgoing.document.withdrawn", "thu hồi văn bản đi"});
    module.audits_about({"outgoing.document", "văn bản đi", page_of_document});
}

}  // namespace

void add_documents(Module& module)
{
    const auto readers = http::Access::holder_of(see.key);
    const auto writers = http::Access::holder_of(write_documents.key);
    const auto registrars = http::Access::holder_of(give_numbers.key);
    const auto senders = http::Access::holder_of(deliver_documents.key);
    module.permission(see);
    module.permission(deliver_documents);
    module.permission(write_documents);
    add_register(module);
    add_document_forms(module);
    module.get("/van-ban-di/{document}", readers, show_document);
    module.get("/van-ban-di/{document}/van-ban.docx", readers, download_word);
    module.get("/van-ban-di/{document}/van-ban.pdf", readers, download_print);
    module.post("/van-ban-di/{document}/cap-so", registrars, post_number);
    module.post("/van-ban-di/{document}/gui", senders, post_sending);
    module.post("/van-ban-di/{document}/thay-the", writers, post_replacement);
    module.post("/van-ban-di/{document}/thu-hoi", registrars, post_withdrawal);
    module.post("/van-ban-di/{document}/bo", writers, post_discarding);
    add_words(module);
}

}  // namespace caicach::outgoing
