#include "web/components/qr_code.hpp"

namespace caicach::web
{

void qr_code(html::Writer& out, const document::QrCode& code, std::string_view label)
{
    out({"<svg class=\"qr-code\" role=\"img\" aria-label=\"", label,
         "\" width=\"240\" height=\"240\" viewBox=\"0 0 ", code.size, " ", code.size,
         "\" shape-rendering=\"crispEdges\"><rect width=\"", code.size, "\" height=\"", code.size,
         "\" fill=\"#fff\"/><path fill=\"#000\" d=\"", code.path, "\"/></svg>"});
}

}  // namespace caicach::web
