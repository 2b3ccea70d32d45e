#include "channel/media/outlet_handlers.hpp"

#include <utility>

#include "channel/media/limits.hpp"
#include "channel/media/outlet_views.hpp"
#include "channel/media/paths.hpp"
#include "channel/media/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

Result<http::Response> outlets_with(Context& context, OutletListPage page)
{
    auto transaction = TRY(context.read());
    page.outlets = TRY(OutletStore{transaction}.all());
    return outlet_list_page(context, page);
}

Result<http::Response> show_outlets(Context& context, const http::Request& /*request*/)
{
    TRY(context.require(keep_outlets, ScopeId{}));
    return outlets_with(context, {});
}

Result<void> added(Context& context, const http::Request& request)
{
    const auto name = TRY(request.text("name", media_limits::outlet_length_max));
    auto transaction = TRY(context.begin());
    const auto namesake = TRY(OutletStore{transaction}.find_named(name));
    if (namesake) return failure(Failure::invalid, "channel.outlet.twice", "name");
    TRY(add_outlet(context, transaction, name));
    return transaction.commit();
}

Result<http::Response> post_outlet(Context& context, const http::Request& request)
{
    TRY(context.require(keep_outlets, ScopeId{}));
    const auto done = added(context, request);
    if (done) return web::redirect_with(outlets_path(), "channel.outlet.was_added");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return outlets_with(
        context, {.form = http::Form(request), .fault = web::fault_of(context, done.error())});
}

http::Form form_of_outlet(const Outlet& outlet)
{
    http::Form form;
    form.set("name", outlet.name);
    form.set("site", outlet.site);
    form.set("mail", outlet.mail);
    if (outlet.is_active) form.set("is_active", "1");
    return form;
}

Result<Outlet> outlet_of(database::Transaction& transaction, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("outlet"));
    return OutletStore{transaction}.find(code);
}

Result<http::Response> show_outlet(Context& context, const http::Request& request)
{
    TRY(context.require(keep_outlets, ScopeId{}));
    auto transaction = TRY(context.read());
    OutletPage page;
    page.outlet = TRY(outlet_of(transaction, request));
    page.form = form_of_outlet(page.outlet);
    return outlet_page(context, page);
}

Result<void> outlet_changed(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto outlet = TRY(outlet_of(transaction, request));
    outlet.version = TRY(request.integer("version"));
    outlet.name = TRY(request.text("name", media_limits::outlet_length_max));
    outlet.site = TRY(request.maybe_text("site", media_limits::link_length_max)).value_or("");
    outlet.mail = TRY(request.maybe_text("mail", media_limits::mail_length_max)).value_or("");
    outlet.is_active = request.checked("is_active");
    TRY(change_outlet(context, transaction, outlet));
    return transaction.commit();
}

Result<http::Response> post_outlet_change(Context& context, const http::Request& request)
{
    TRY(context.require(keep_outlets, ScopeId{}));
    const auto done = outlet_changed(context, request);
    if (done) return web::redirect_with(outlets_path(), "channel.outlet.was_changed");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    auto transaction = TRY(context.read());
    OutletPage page{.form = http::Form(request), .fault = web::fault_of(context, done.error())};
    page.outlet = TRY(outlet_of(transaction, request));
    return outlet_page(context, page);
}

}  // namespace

void add_outlets(Module& module)
{
    const auto keepers = http::Access::holder_of(keep_outlets.key);
    module.get("/noi-dang-phat", keepers, show_outlets);
    module.post("/noi-dang-phat", keepers, post_outlet);
    module.get("/noi-dang-phat/{outlet}", keepers, show_outlet);
    module.post("/noi-dang-phat/{outlet}", keepers, post_outlet_change);
    module.audits({"channel.outlet.added", "thêm báo, đài, trang đăng"});
    module.audits({"channel.outlet.changed", "sửa báo, đài, trang đăng"});
    module.audits_about({outlet_object, "báo, đài, trang đăng", {}});
}

}  // namespace caicach::channel
