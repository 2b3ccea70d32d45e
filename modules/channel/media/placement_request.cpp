#include "channel/media/placement_request.hpp"

#include <utility>

#include "channel/media/limits.hpp"

namespace caicach::channel
{
namespace
{

Result<std::optional<attachment::KeptFile>> proof_in(Context& context, const http::Request& request)
{
    std::optional<attachment::KeptFile> none;
    for (const auto& upload : request.files()) {
        if (upload.field != "proof" || upload.size == 0) continue;
        auto kept = attachment::keep(context, attachment::file_of(upload), placement_file_use());
        if (kept) return std::move(*kept);
        kept.error().field = "proof";
        return tl::unexpected<Error>(std::move(kept).error());
    }
    return none;
}

}  // namespace

Result<TypedPlacement> read_placement(Context& context, const http::Request& request)
{
    TypedPlacement typed;
    typed.kind = TRY(request.maybe_text("kind")).value_or("");
    typed.outlet = TRY(request.text("outlet", media_limits::outlet_length_max));
    typed.adds_outlet = request.checked("adds_outlet");
    typed.happened_on = TRY(request.date("happened_on"));
    typed.title = TRY(request.text("title", media_limits::title_length_max));
    typed.minutes =
        TRY(request.maybe_integer("minutes", {.lowest = 1, .highest = media_limits::minutes_max}));
    typed.link = TRY(request.maybe_text("link", media_limits::link_length_max)).value_or("");
    typed.article =
        TRY(request.maybe_text("article", media_limits::address_length_max)).value_or("");
    typed.file = TRY(proof_in(context, request));
    return typed;
}

}  // namespace caicach::channel
