#pragma once
#include <string_view>

#include "document/qr_code.hpp"
#include "html/html.hpp"

namespace caicach::web
{

/// A QR code that a telephone reads from the screen, dark on light in any theme; `label` says what
/// it is to who cannot see it, and the page gives the same in letters.
void qr_code(html::Writer& out, const document::QrCode& code, std::string_view label);

}  // namespace caicach::web
