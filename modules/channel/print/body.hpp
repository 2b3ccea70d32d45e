#pragma once
#include <span>
#include <vector>

#include "channel/print/template.hpp"
#include "channel/print/wording.hpp"
#include "document/poster_ink.hpp"

namespace caicach::channel
{

/// The middle of a poster: its items as large as they fit, all alike. too_large
/// "channel.print.body_too_long" with how many letters there are and about how many would fit.
[[nodiscard]] Result<std::vector<document::PosterMark>> body_marks(document::PosterInk& ink,
                                                                   const Zone& zone,
                                                                   const Palette& palette,
                                                                   BodyKind kind,
                                                                   std::span<const BodyItem> items);

}  // namespace caicach::channel
