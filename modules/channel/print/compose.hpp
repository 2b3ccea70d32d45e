#pragma once
#include <string_view>

#include "channel/print/template.hpp"
#include "channel/print/wording.hpp"
#include "document/poster_ink.hpp"

namespace caicach::channel
{

/// Whose sheet it is, and where its QR code leads.
struct Sender {
    std::string name{};
    std::string address{};  ///< the whole one; empty: no code
};

/// The wording set in the template. What does not fit is refused with its field and how much would:
/// too_large "document.poster.too_long", "channel.print.body_too_long"; invalid
/// "document.poster.unknown_letter" and what `items_of` refuses.
[[nodiscard]] Result<document::Poster> composed(document::PosterInk& ink, const Template& shape,
                                                const Palette& palette, const Wording& wording,
                                                const Sender& sender);

}  // namespace caicach::channel
