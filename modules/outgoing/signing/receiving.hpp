#pragma once
#include <string>

#include "document/pdf_verification.hpp"
#include "outgoing/signing/preparing.hpp"

namespace caicach::outgoing
{

struct ReceivedFile {
    document::SignatureVerdict verdict{};  ///< of the signature that is new
    attachment::KeptFile kept{};
};

/// A signed PDF, or the signature alone (CMS), for the place that waits: verified and kept, not yet
/// a row. Draws nothing, but hashes and scans: end the transaction first. conflict
/// "outgoing.signature.none_waits"; invalid "outgoing.signature.not_ours", "…broken",
/// "…untrusted", "document.signature.size"; unsupported "document.pdf.structure".
[[nodiscard]] Result<ReceivedFile> receive_file(Context& context, const SigningGround& ground,
                                                std::string returned);
/// From then on the document is a signed one.
[[nodiscard]] Result<void> add_signed(Context& context, database::Transaction& transaction,
                                      const Document& document, DocumentSignature waiting,
                                      const ReceivedFile& file);

}  // namespace caicach::outgoing
