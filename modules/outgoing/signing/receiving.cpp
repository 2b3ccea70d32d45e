#include "outgoing/signing/receiving.hpp"

#include <algorithm>
#include <utility>

#include "base/file.hpp"
#include "document/pdf_signature.hpp"
#include "manifest/change_detail.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/signing/authorities.hpp"
#include "outgoing/signing/signing_files.hpp"

namespace caicach::outgoing
{
namespace
{

tl::unexpected<Error> refused(std::string key, std::vector<std::string> arguments = {})
{
    return failure(Failure::invalid, "outgoing.signature." + std::move(key), "file",
                   std::move(arguments));
}

/// The whole file, whichever of both was brought.
Result<std::string> signed_file(const document::PreparedSignature& prepared, std::string returned)
{
    if (!returned.starts_with("%PDF-")) return document::put_signature(prepared, returned);
    const bool is_ours = TRY(document::goes_on_from(prepared, returned));
    if (!is_ours) return refused("not_ours");
    return returned;
}

/// Trusted where the operator says whom to trust; where not, sound is all that can be asked.
Result<void> require_trust(const crypto::CmsVerdict& cms, bool are_there)
{
    using Trust = crypto::CmsTrust;
    if (cms.trust == Trust::trusted) return {};
    if (cms.trust == Trust::unknown && !are_there) return {};
    return refused("untrusted", {cms.signer.name});
}

}  // namespace

Result<ReceivedFile> receive_file(Context& context, const SigningGround& ground,
                                  std::string returned)
{
    const auto waiting = waiting_of(ground.signatures);
    if (!waiting) return failure(Failure::conflict, "outgoing.signature.none_waits");
    document::PreparedSignature prepared{.hole = waiting->hole, .before = waiting->bytes_before};
    prepared.bytes = TRY(read_file(ground.prepared_path));
    const auto whole = TRY(signed_file(prepared, std::move(returned)));
    const auto authorities = TRY(trusted_authorities(context.services().data_folder));
    const auto verdicts = TRY(document::verify_signatures(
        whole, {.authorities = authorities ? &*authorities : nullptr, .now = context.now()}));
    const bool all_stand = !verdicts.empty() && std::ranges::all_of(verdicts, [](const auto& one) {
        return one.is_intact();
    });
    if (!all_stand || verdicts.size() != ground.signatures.size() ||
        verdicts.back().cover != document::SignatureCover::whole_file)
        return refused("broken");
    ReceivedFile file{.verdict = verdicts.back()};
    TRY(require_trust(*file.verdict.cms, authorities.has_value()));
    file.kept = TRY(keep_pdf(context, whole, "da-ky.pdf"));
    return file;
}

Result<void> add_signed(Context& context, database::Transaction& transaction,
                        const Document& document, DocumentSignature waiting,
                        const ReceivedFile& file)
{
    TRY(require_signing(document));
    DocumentStore documents{transaction};
    TRY(documents.hold(document));
    const auto added = TRY(attachment::add(context, transaction, file.kept, waiting.id.value));
    const auto& cms = *file.verdict.cms;
    waiting.file = added.id;
    waiting.signed_at = context.now();
    waiting.signer = cms.signer.name;
    waiting.organisation = cms.signer.organisation;
    waiting.issuer = cms.signer.issuer;
    waiting.serial = cms.signer.serial;
    waiting.claimed_at = cms.claimed_at ? cms.claimed_at : file.verdict.said_at;
    waiting.is_trusted = cms.trust == crypto::CmsTrust::trusted;
    TRY(SignatureStore{transaction}.sign(waiting));
    if (document.state == DocumentState::numbered) {
        auto moved = document;
        moved.state = DocumentState::signed_;
        TRY(documents.move(moved));
    }
    return context.record(transaction, "outgoing.signature.signed", "outgoing.document",
                          document.id.value,
                          beginning_detail(json::Value::object()
                                               .set("place", text_of(waiting.place))
                                               .set("signer", waiting.signer)
                                               .set("sha256", file.kept.sha256)));
}

}  // namespace caicach::outgoing
