#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/cms.hpp"

/// Who signed a PDF, and whether it is still what was signed.
namespace caicach::document
{

enum class SignatureCover {
    whole_file,
    signatures_after,  ///< behind it are more signatures, and nothing else
    changed_after,     ///< behind it is something that no signature brings
    misplaced,         ///< not all bytes but its own up to the end of an update
};

struct SignatureVerdict {
    std::string field{};
    std::string kind{};    ///< "ETSI.CAdES.detached"
    bool is_known_kind{};  ///< else only what stands above is said
    SignatureCover cover{SignatureCover::misplaced};
    std::optional<Instant> said_at{};
    std::optional<crypto::CmsVerdict> cms{};  ///< none: cannot be read

    /// By whomever: the file is what was signed.
    [[nodiscard]] bool is_intact() const;
};

struct SignatureCheck {
    const crypto::TrustedAuthorities* authorities{};
    Instant now{};
};

/// In the order in which they were made. unsupported "document.pdf.structure", too_large
/// "document.limit.file", "document.limit.signatures".
[[nodiscard]] Result<std::vector<SignatureVerdict>> verify_signatures(std::string pdf,
                                                                      const SignatureCheck& check);

}  // namespace caicach::document
