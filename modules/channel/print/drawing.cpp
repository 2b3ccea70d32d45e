#include "channel/print/drawing.hpp"

#include <algorithm>
#include <utility>

#include "channel/limits.hpp"
#include "channel/print/designing.hpp"
#include "channel/print/template.hpp"
#include "document/poster_ink.hpp"

namespace caicach::channel
{
namespace
{

Result<std::size_t> side_in(const http::Request& request, const document::Poster& poster)
{
    const auto asked = TRY(request.maybe_integer("mat", {.lowest = 1, .highest = 9}));
    const auto side = static_cast<std::size_t>(asked.value_or(1));
    if (side > poster.sides.size()) return failure(Failure::not_found, "channel.print.not_found");
    return side - 1;
}

http::Response file_of(std::string bytes, const char* type, const std::string& name)
{
    http::Response response{200, type, std::move(bytes)};
    return response.set_download_name(name);
}

}  // namespace

Result<http::Response> drawing_of(const Context& context, const http::Request& request,
                                  const DrawnDesign& drawn, Drawn kind)
{
    const auto& text = drawn.design.text;
    const auto poster = TRY(poster_of(context, text, drawn.agency));
    const auto side = TRY(side_in(request, poster));
    const auto ink = TRY(document::PosterInk::create());
    const auto& name = text.wording.title;
    if (kind == Drawn::svg) {
        auto bytes = TRY(ink->svg(poster, side));
        return http::Response{200, "image/svg+xml", std::move(bytes)};
    }
    if (kind == Drawn::pdf) {
        const bool is_plain =
            request.query("khong-vien").has_value() || template_of(text.shape)->is_screen;
        const auto frame = is_plain ? document::PosterFrame{} : document::print_frame;
        const auto day = Date::of(drawn.design.published_at.value_or(drawn.design.made_at));
        auto bytes = TRY(ink->pdf(poster, frame, day));
        return file_of(std::move(bytes), "application/pdf", name + ".pdf");
    }
    const int fine = template_of(text.shape)->points_across;
    const int width = kind == Drawn::print_png ? fine : std::min(fine, limits::print_screen_width);
    auto bytes = TRY(ink->png(poster, side, width));
    return file_of(std::move(bytes), "image/png", name + ".png");
}

}  // namespace caicach::channel
