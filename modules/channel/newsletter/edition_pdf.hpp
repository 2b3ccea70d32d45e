#pragma once
#include <string>

#include "channel/newsletter/edition.hpp"

namespace caicach::channel
{

/// The issue on paper, with the whole text of its articles. The same issue gives the same bytes. It
/// takes some 20 ms: end the transaction first. unavailable "document.font_missing".
[[nodiscard]] Result<std::string> edition_pdf(const Edition& edition, std::string_view site);

}  // namespace caicach::channel
