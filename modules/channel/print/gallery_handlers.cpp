#include "channel/print/gallery_handlers.hpp"

#include <limits>
#include <utility>

#include "channel/agency_asked.hpp"
#include "channel/limits.hpp"
#include "channel/print/design_store.hpp"
#include "channel/print/designing.hpp"
#include "channel/print/drawing.hpp"
#include "channel/print/gallery_views.hpp"
#include "channel/print/paths.hpp"
#include "channel/print/permissions.hpp"
#include "once/once.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view purpose = "channel.print_handed_out";

Result<http::Response> show_gallery(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    GalleryPage page;
    DesignStore store{transaction};
    DesignId before{std::numeric_limits<std::int64_t>::max()};
    if (const auto slug = request.query("truoc").value_or(""); !slug.empty())
        before = TRY(store.find_public(slug)).id;
    page.designs = TRY(store.in_state(DesignState::published, before, limits::print_rows + 1));
    if (page.designs.size() > static_cast<std::size_t>(limits::print_rows)) {
        page.designs.pop_back();
        page.next_path = graphics_path() + "?truoc=" + page.designs.back().slug;
    }
    page.agency_names.reserve(page.designs.size());
    for (const auto& one : page.designs) {
        auto agency = TRY(organisation::agency_by_id(transaction, one.agency, context.today()));
        page.agency_names.push_back(std::move(agency.name));
    }
    return gallery_page(context, page);
}

/// By the name its agency bore when it was published, as the picture has it for ever.
Result<DrawnDesign> public_design(database::Transaction& transaction, const http::Request& request)
{
    const auto slug = TRY(request.path<std::string>("hinh"));
    auto design = TRY(DesignStore{transaction}.find_public(slug));
    const auto day = Date::of(design.published_at.value_or(design.made_at));
    auto agency = TRY(organisation::agency_by_id(transaction, design.agency, day));
    return DrawnDesign{.design = std::move(design), .agency = std::move(agency.name)};
}

Result<http::Response> page_with(Context& context, const http::Request& request, http::Form form,
                                 web::Fault fault)
{
    auto transaction = TRY(context.read());
    auto shown = TRY(public_design(transaction, request));
    GraphicPage page{.design = std::move(shown.design),
                     .agency = std::move(shown.agency),
                     .form = std::move(form),
                     .fault = std::move(fault),
                     .key = once::new_key()};
    if (context.may_anywhere(design_prints))
        page.agencies = TRY(agencies_with(context, transaction, design_prints));
    return graphic_page(context, page);
}

Result<http::Response> show_graphic(Context& context, const http::Request& request)
{
    return page_with(context, request, {}, {});
}

Result<http::Response> drawn(Context& context, const http::Request& request, Drawn kind)
{
    const auto read = [&]() -> Result<DrawnDesign> {
        auto transaction = TRY(context.read());
        return public_design(transaction, request);
    };
    const auto one = TRY(read());
    if (one.design.state != DesignState::published)
        return failure(Failure::not_found, "channel.print.not_found");
    auto response = TRY(drawing_of(context, request, one, kind));
    if (!context.actor().is_signed_in()) response.set_caching(http::Caching::brief);
    return response;
}
Result<http::Response> show_svg(Context& context, const http::Request& request)
{
    return drawn(context, request, Drawn::svg);
}
Result<http::Response> show_png(Context& context, const http::Request& request)
{
    return drawn(context, request, Drawn::screen_png);
}
Result<http::Response> show_pdf(Context& context, const http::Request& request)
{
    return drawn(context, request, Drawn::pdf);
}

Result<std::string> handed_out(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto shown = TRY(public_design(transaction, request));
    HandOut handed;
    const auto agency =
        TRY(organisation::agency_asked(context, transaction, request.raw("agency")));
    handed.agency = agency.id;
    TRY(context.require(design_prints, organisation::scope_of(agency.id)));
    handed.copies =
        TRY(request.integer("copies", {.lowest = 1, .highest = limits::print_copies_max}));
    handed.day = TRY(request.date("day"));
    handed.place = TRY(request.text("place", limits::print_line_max));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const once::Sending sending{.purpose = std::string{purpose},
                                .owner = context.actor().account.value,
                                .key = std::move(key),
                                .content_sha256 = once::content_of(
                                    {agency.code, std::to_string(handed.copies), handed.place})};
    const auto act = [&]() -> Result<std::string> {
        TRY(record_hand_out(context, transaction, shown.design, handed));
        return graphics_path(shown.design.slug);
    };
    auto path = TRY(once::run(transaction, sending, context.now(), act));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> post_hand_out(Context& context, const http::Request& request)
{
    const auto path = handed_out(context, request);
    if (path) return web::redirect_with(*path, "channel.print.was_handed_out");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return page_with(context, request, http::Form(request), web::fault_of(context, path.error()));
}

}  // namespace

void add_gallery(Module& module)
{
    module.get("/do-hoa", http::Access::anyone, show_gallery);
    module.get("/do-hoa/{hinh}", http::Access::anyone, show_graphic);
    module.get("/do-hoa/{hinh}/do-hoa.svg", http::Access::anyone, show_svg);
    module.get("/do-hoa/{hinh}/do-hoa.png", http::Access::anyone, show_png);
    module.get("/do-hoa/{hinh}/do-hoa.pdf", http::Access::anyone, show_pdf);
    module.post("/do-hoa/{hinh}/da-phat", http::Access::holder_of(design_prints.key),
                post_hand_out);
    module.menu({.text = "Đồ họa", .path = "/do-hoa", .order = 42});
}

}  // namespace caicach::channel
