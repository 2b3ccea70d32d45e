#pragma once
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "outgoing/document/document.hpp"
#include "outgoing/signing/signature.hpp"

/// From a document's pages to a file that waits for a signature, and back.
namespace caicach::outgoing
{

/// What a signature is prepared on, read in a transaction that has ended.
struct SigningGround {
    Document document{};
    document::OfficialDocument paper{};
    std::vector<DocumentSignature> signatures{};
    std::string kept_path{};      ///< of the pages that were drawn with the number; empty: none
    std::string signed_path{};    ///< of the last file that was signed; empty: none was
    std::string prepared_path{};  ///< of the file that waits; empty: none does
};
[[nodiscard]] Result<SigningGround> signing_ground(const Context& context,
                                                   database::Transaction& transaction,
                                                   const Document& document);
/// conflict "outgoing.document.not_now" unless it bears a number and was neither sent nor
/// withdrawn.
[[nodiscard]] Result<void> require_signing(const Document& document);

/// The file with one more place, kept and not yet a row. `picture` is a PNG, or empty. It draws and
/// scans: end the transaction first. conflict "outgoing.signature.waiting",
/// "outgoing.signature.all".
struct PreparedFile {
    DocumentSignature signature{};
    attachment::KeptFile kept{};
};
[[nodiscard]] Result<PreparedFile> prepare_file(Context& context, const SigningGround& ground,
                                                std::string picture);
[[nodiscard]] Result<void> add_prepared(Context& context, database::Transaction& transaction,
                                        const Document& document, PreparedFile file);
/// The place is given up; nobody signed in it.
[[nodiscard]] Result<void> give_up(Context& context, database::Transaction& transaction,
                                   const Document& document, const DocumentSignature& waiting);

/// What the waiting file was before its place was added: for programs that make their own.
[[nodiscard]] Result<std::string> file_to_sign(const SigningGround& ground);
/// What a token signs, whose SHA-256 it asks for.
[[nodiscard]] Result<std::string> part_to_sign(const SigningGround& ground);

}  // namespace caicach::outgoing
