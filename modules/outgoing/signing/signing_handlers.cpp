#include "outgoing/signing/signing_handlers.hpp"

#include <cstdint>
#include <utility>

#include "base/file.hpp"
#include "crypto/crypto.hpp"
#include "document/limits.hpp"
#include "document/official_pdf.hpp"
#include "document/redraw.hpp"
#include "http/upload.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/list/delivery.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"
#include "outgoing/signing/receiving.hpp"
#include "outgoing/signing/signing_views.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr int seconds = 120;

Result<Document> document_in(const Context& context, database::Transaction& transaction,
                             const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("document"));
    auto document = TRY(DocumentStore{transaction}.find(code));
    TRY(context.require(sign_documents, organisation::scope_of(document.agency)));
    return document;
}

/// The transaction has ended before anything is drawn or hashed.
Result<SigningGround> ground_in(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto document = TRY(document_in(context, transaction, request));
    return signing_ground(context, transaction, document);
}

Result<http::Response> page_with(Context& context, const http::Request& request, web::Fault fault)
{
    const auto ground = TRY(ground_in(context, request));
    SigningPage page{.document = ground.document,
                     .signatures = ground.signatures,
                     .may_sign = require_signing(ground.document).has_value(),
                     .fault = std::move(fault)};
    if (waiting_of(ground.signatures)) {
        const auto part = TRY(part_to_sign(ground));
        page.sha256 = crypto::sha256_hex(part);
    }
    return signing_page(context, page);
}

Result<http::Response> show_signing(Context& context, const http::Request& request)
{
    return page_with(context, request, {});
}

/// Of what a person drew or scanned nothing but its points; empty where nothing was chosen.
Result<std::string> picture_in(const http::Request& request)
{
    const auto file = request.file("picture");
    if (!file) return std::string{};
    if ((*file)->size > static_cast<std::int64_t>(limits::picture_bytes_max))
        return failure(Failure::invalid, "outgoing.signature.picture", "picture");
    auto drawn = document::redraw_picture((*file)->content.path(), document::FileKind::png,
                                          static_cast<int>(document::limits::stamp_side_max));
    if (!drawn) return failure(Failure::invalid, "outgoing.signature.picture", "picture");
    return std::move(drawn->bytes);
}

Result<void> prepared(Context& context, const http::Request& request)
{
    auto picture = TRY(picture_in(request));
    const auto version = TRY(request.integer("version"));
    const auto ground = TRY(ground_in(context, request));
    auto file = TRY(prepare_file(context, ground, std::move(picture)));
    auto transaction = TRY(context.begin());
    auto document = TRY(document_in(context, transaction, request));
    document.version = version;
    TRY(add_prepared(context, transaction, document, std::move(file)));
    return transaction.commit();
}

Result<void> received(Context& context, const http::Request& request)
{
    const auto* upload = TRY(request.file("file"));
    const auto version = TRY(request.integer("version"));
    auto bytes = TRY(http::bytes_of(*upload));
    const auto ground = TRY(ground_in(context, request));
    const auto file = TRY(receive_file(context, ground, std::move(bytes)));
    auto transaction = TRY(context.begin());
    auto document = TRY(document_in(context, transaction, request));
    document.version = version;
    const auto waiting = waiting_of(ground.signatures);
    TRY(add_signed(context, transaction, document, *waiting, file));
    return transaction.commit();
}

Result<void> given_up(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto document = TRY(document_in(context, transaction, request));
    const auto signatures = TRY(SignatureStore{transaction}.of_document(document.id));
    const auto waiting = waiting_of(signatures);
    if (!waiting) return failure(Failure::conflict, "outgoing.signature.none_waits");
    TRY(give_up(context, transaction, document, *waiting));
    return transaction.commit();
}

using Step = Result<void> (*)(Context&, const http::Request&);

Result<http::Response> done_by(Context& context, const http::Request& request, Step step,
                               std::string_view told, std::string_view field)
{
    const auto code = TRY(request.path<std::string>("document"));
    const auto taken = step(context, request);
    if (taken) return web::redirect_with(document_path(code, "ky"), told);
    auto error = taken.error();
    // What was brought can be mended, whatever kind of fault it has.
    if (error.kind == Failure::too_large || error.kind == Failure::unsupported)
        error.kind = Failure::invalid;
    if (!web::is_about_form(error)) return tl::unexpected<Error>(std::move(error));
    if (error.field.empty()) error.field = field;
    return page_with(context, request, web::fault_of(context, error));
}

Result<http::Response> post_preparing(Context& context, const http::Request& request)
{
    return done_by(context, request, prepared, "outgoing.signature.was_prepared", "picture");
}
Result<http::Response> post_receiving(Context& context, const http::Request& request)
{
    return done_by(context, request, received, "outgoing.signature.was_signed", "file");
}
Result<http::Response> post_giving_up(Context& context, const http::Request& request)
{
    return done_by(context, request, given_up, "outgoing.signature.was_given_up", "file");
}

http::Response download(const SigningGround& ground, std::string bytes, std::string_view type,
                        std::string_view ending)
{
    const auto number = text::replace_all(number_of(ground.document), "/", "-");
    http::Response response{200, std::string(type), std::move(bytes)};
    return response.set_download_name(number + std::string(ending));
}

Result<http::Response> download_file(Context& context, const http::Request& request)
{
    const auto ground = TRY(ground_in(context, request));
    auto bytes = TRY(file_to_sign(ground));
    return download(ground, std::move(bytes), document::pdf_type, ".pdf");
}

Result<http::Response> download_part(Context& context, const http::Request& request)
{
    const auto ground = TRY(ground_in(context, request));
    auto bytes = TRY(part_to_sign(ground));
    return download(ground, std::move(bytes), "application/octet-stream", ".bin");
}

/// With all signatures that there are; for whoever sees the document.
Result<http::Response> download_signed(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto code = TRY(request.path<std::string>("document"));
    const auto document = TRY(DocumentStore{transaction}.find(code));
    TRY(require_reading(context, transaction, document));
    const auto ground = TRY(signing_ground(context, transaction, document));
    if (ground.signed_path.empty())
        return failure(Failure::not_found, "outgoing.signature.none_yet");
    auto bytes = TRY(read_file(ground.signed_path));
    return download(ground, std::move(bytes), document::pdf_type, " (đã ký).pdf");
}

}  // namespace

void add_document_signing(Module& module)
{
    const auto signers = http::Access::holder_of(sign_documents.key);
    const auto readers = http::Access::holder_of(see.key);
    constexpr auto file_bytes = static_cast<std::int64_t>(document::limits::file_bytes_max);
    constexpr auto picture_bytes = static_cast<std::int64_t>(limits::picture_bytes_max);
    module.permission(sign_documents);
    module.get("/van-ban-di/{document}/ky", signers, show_signing);
    module.post("/van-ban-di/{document}/ky/chuan-bi", signers, post_preparing,
                {.limits = {.upload_bytes = picture_bytes, .seconds = seconds}});
    module.post("/van-ban-di/{document}/ky/nhan", signers, post_receiving,
                {.limits = {.upload_bytes = file_bytes, .seconds = seconds}});
    module.post("/van-ban-di/{document}/ky/bo", signers, post_giving_up);
    module.get("/van-ban-di/{document}/ky/tep.pdf", signers, download_file);
    module.get("/van-ban-di/{document}/ky/phan-duoc-ky.bin", signers, download_part);
    module.get("/van-ban-di/{document}/ky/da-ky.pdf", readers, download_signed);
    module.audits({"outgoing.signature.prepared", "chuẩn bị tệp để ký số"});
    module.audits({"outgoing.signature.given_up", "bỏ tệp chờ ký số"});
    module.audits({"outgoing.signature.signed", "nhận chữ ký số của văn bản đi"});
}

}  // namespace caicach::outgoing
