#pragma once
#include <string>

#include "channel/print/design.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::channel
{

enum class Drawn : unsigned char {
    svg,
    pdf,         ///< with bleed and crop marks, or without ("khong-vien")
    print_png,   ///< as fine as it is printed
    screen_png,  ///< as wide as a screen shows
};
struct DrawnDesign {
    Design design{};
    std::string agency{};
};

/// The design as a file; `mat` of the query is the side. not_found where it has no such side. It
/// takes some 50 ms: end the transaction first.
[[nodiscard]] Result<http::Response> drawing_of(const Context& context,
                                                const http::Request& request,
                                                const DrawnDesign& drawn, Drawn kind);

}  // namespace caicach::channel
