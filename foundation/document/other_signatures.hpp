#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace caicach::document
{

/// What poppler's pdfsig says of a signature in a file that we do not read ourselves. It asks no
/// authority, and finds no change behind a signature but that there is something.
struct OtherSignature {
    std::string signer{};
    std::string kind{};  ///< "ETSI.CAdES.detached"
    std::optional<Instant> claimed_at{};
    bool is_valid{};
    bool covers_whole_file{};
};

/// None where nobody signed. invalid "document.pdf.damaged"; the failures of run_child.
[[nodiscard]] Result<std::vector<OtherSignature>> other_signatures(const std::string& path);

}  // namespace caicach::document
