#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/official_pdf.hpp"

namespace caicach::document
{

/// What is shown where a document is signed.
struct SignatureStamp {
    /// Of a signer or a seal: PNG that was written anew (redraw.hpp), at most
    /// limits::stamp_side_max points wide and high. As large as the place lets it be, in its
    /// middle.
    std::string picture{};
    /// Of an attachment: number and symbol, time.
    std::vector<std::string> lines{};
};

/// A PDF of one page that is as large as the place. invalid "document.stamp.picture"; unavailable
/// "document.font_missing".
[[nodiscard]] Result<std::string> draw_stamp(const SignatureStamp& stamp,
                                             const PrintedPlace& place);

}  // namespace caicach::document
