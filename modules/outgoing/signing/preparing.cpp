#include "outgoing/signing/preparing.hpp"

#include <utility>

#include "base/file.hpp"
#include "document/official_pdf.hpp"
#include "document/pdf_stamp.hpp"
#include "manifest/change_detail.hpp"
#include "outgoing/document/document_content.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/document/kept_paper.hpp"
#include "outgoing/signing/signing_files.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr std::string_view object_type = "outgoing.document";

Result<const DocumentSignature*> waiting_in(const SigningGround& ground)
{
    for (const auto& one : ground.signatures) {
        if (one.state == SignatureState::prepared) return &one;
    }
    return failure(Failure::conflict, "outgoing.signature.none_waits");
}

}  // namespace

Result<void> require_signing(const Document& document)
{
    const auto state = document.state;
    if (state == DocumentState::numbered || state == DocumentState::signed_) return {};
    return failure(Failure::conflict, "outgoing.document.not_now", {},
                   {std::string(text_of(state))});
}

Result<SigningGround> signing_ground(const Context& context, database::Transaction& transaction,
                                     const Document& document)
{
    SigningGround ground{.document = document};
    auto content = TRY(DocumentStore{transaction}.content(document.id));
    ground.paper = printed_of(document, std::move(content));
    const auto kept = TRY(kept_paper_of(context, transaction, document.id));
    if (kept) ground.kept_path = kept->pdf_path;
    ground.signatures = TRY(SignatureStore{transaction}.of_document(document.id));
    for (const auto& one : ground.signatures) {
        const bool is_signed = one.file.has_value();
        const auto file = TRY(attachment::find(transaction, is_signed ? *one.file : one.prepared));
        const auto path = TRY(attachment::open_path(context, file.sha256));
        (is_signed ? ground.signed_path : ground.prepared_path) = path;
    }
    return ground;
}

Result<PreparedFile> prepare_file(Context& context, const SigningGround& ground,
                                  std::string picture)
{
    TRY(require_signing(ground.document));
    if (waiting_of(ground.signatures))
        return failure(Failure::conflict, "outgoing.signature.waiting");
    const auto place = next_place(ground.signatures);
    if (!place) return failure(Failure::conflict, "outgoing.signature.all");
    auto printed = TRY(document::print_to_sign(ground.paper));
    document::NewSignature wanted{.place = printed.places.at(*place), .at = context.now()};
    const bool is_signer = *place == document::SignaturePlace::signer;
    wanted.signer = is_signer ? ground.paper.signature.name : ground.paper.issuer;
    if (!picture.empty())
        wanted.stamp = TRY(document::draw_stamp({.picture = std::move(picture)}, wanted.place));
    auto bytes = std::move(printed.bytes);
    const auto& before = ground.signed_path.empty() ? ground.kept_path : ground.signed_path;
    if (!before.empty()) bytes = TRY(read_file(before));
    const auto prepared = TRY(document::prepare_signature(std::move(bytes), wanted));
    PreparedFile file;
    file.kept = TRY(keep_pdf(context, prepared.bytes, "cho-ky.pdf"));
    file.signature = {.id = make_id<SignatureId>(),
                      .document = ground.document.id,
                      .place = *place,
                      .hole = prepared.hole,
                      .bytes_before = prepared.before,
                      .prepared_at = context.now(),
                      .version = 1};
    return file;
}

Result<void> add_prepared(Context& context, database::Transaction& transaction,
                          const Document& document, PreparedFile file)
{
    TRY(require_signing(document));
    TRY(DocumentStore{transaction}.hold(document));
    SignatureStore signatures{transaction};
    const auto there = TRY(signatures.of_document(document.id));
    // Somebody else was quicker.
    if (waiting_of(there) || next_place(there) != file.signature.place)
        return failure(Failure::conflict, "outgoing.signature.waiting");
    const auto added =
        TRY(attachment::add(context, transaction, file.kept, file.signature.id.value));
    file.signature.prepared = added.id;
    TRY(signatures.insert(file.signature));
    return context.record(
        transaction, "outgoing.signature.prepared", object_type, document.id.value,
        beginning_detail(json::Value::object().set("place", text_of(file.signature.place))));
}

Result<void> give_up(Context& context, database::Transaction& transaction, const Document& document,
                     const DocumentSignature& waiting)
{
    TRY(SignatureStore{transaction}.remove(waiting));
    TRY(attachment::remove(context, transaction, waiting.prepared));
    return context.record(
        transaction, "outgoing.signature.given_up", object_type, document.id.value,
        beginning_detail(json::Value::object().set("place", text_of(waiting.place))));
}

Result<std::string> file_to_sign(const SigningGround& ground)
{
    const auto* waiting = TRY(waiting_in(ground));
    auto bytes = TRY(read_file(ground.prepared_path));
    bytes.resize(waiting->bytes_before);
    return bytes;
}

Result<std::string> part_to_sign(const SigningGround& ground)
{
    const auto* waiting = TRY(waiting_in(ground));
    const auto bytes = TRY(read_file(ground.prepared_path));
    return document::signed_bytes(bytes, waiting->hole);
}

}  // namespace caicach::outgoing
