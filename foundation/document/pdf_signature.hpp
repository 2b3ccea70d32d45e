#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "document/official_pdf.hpp"

/// Signatures in PDF files (PAdES, ETSI EN 319 142-1): the place is prepared here, the signature is
/// made elsewhere, by a token or a program that has the key, and asked about in
/// pdf_verification.hpp.
namespace caicach::document
{

struct NewSignature {
    PrintedPlace place{};
    std::string stamp{};  ///< from draw_stamp, shown in the place; empty: nothing is shown
    std::string signer{};
    Instant at{};
};

/// All bytes are signed but those from `begin` to `end`, where the signature stands in hexadecimal
/// digits between < and >.
struct SignatureHole {
    std::size_t begin{};
    std::size_t end{};

    friend bool operator==(const SignatureHole&, const SignatureHole&) = default;
};

struct PreparedSignature {
    std::string bytes{};
    SignatureHole hole{};
    std::size_t before{};  ///< so many bytes are the file that was prepared, unchanged
};

/// The file with one more update, in which a signature has its place. Those that are in it stay as
/// they are. unsupported "document.pdf.structure" for files of other programs; invalid
/// "document.signature.page".
[[nodiscard]] Result<PreparedSignature> prepare_signature(std::string pdf,
                                                          const NewSignature& wanted);

/// What a signature is made of: its SHA-256 is what a token signs.
[[nodiscard]] std::string signed_bytes(std::string_view pdf, const SignatureHole& hole);

/// The file with that signature in its place. too_large "document.signature.size".
[[nodiscard]] Result<std::string> put_signature(const PreparedSignature& prepared,
                                                std::string_view cms);

/// What a signing program gave back is the file that was prepared with nothing behind it but
/// signatures: ours filled in, or places of its own. Whether they stand is asked of
/// verify_signatures. unsupported "document.pdf.structure".
[[nodiscard]] Result<bool> goes_on_from(const PreparedSignature& prepared, std::string returned);

}  // namespace caicach::document
