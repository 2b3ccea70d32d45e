#include "newsroom/desk/theme_handlers.hpp"

#include <utility>

#include "newsroom/desk/theme_views.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::newsroom
{
namespace
{

Result<void> read_into(const http::Request& request, Theme& theme)
{
    theme.name = TRY(request.text("name", limits::title_length_max));
    theme.slogan = TRY(request.maybe_text("slogan", limits::title_length_max)).value_or("");
    theme.begins_on = TRY(request.date("begins_on"));
    theme.ends_on = TRY(request.date("ends_on"));
    return {};
}

/// One that the actor's board may change.
Result<Theme> theme_in(const Context& context, database::Transaction& transaction,
                       const http::Request& request)
{
    const auto asked = request.query("sua").value_or("");
    auto theme = TRY(theme_by_code(transaction, asked.empty() ? request.raw("code") : asked));
    TRY(context.require(edit_articles, organisation::scope_of(theme.agency)));
    return theme;
}

Result<http::Response> list_with(Context& context, http::Form form, web::Fault fault)
{
    auto transaction = TRY(context.read());
    ThemesPage page{.form = std::move(form), .fault = std::move(fault)};
    page.themes = TRY(all_themes(transaction));
    return themes_page(context, page);
}

Result<http::Response> show_themes(Context& context, const http::Request& request)
{
    if (!request.query("sua")) return list_with(context, {}, {});
    auto transaction = TRY(context.read());
    ThemesPage page;
    page.changed = TRY(theme_in(context, transaction, request));
    page.form.set("name", page.changed->name);
    page.form.set("slogan", page.changed->slogan);
    page.form.set("begins_on", page.changed->begins_on.vietnamese());
    page.form.set("ends_on", page.changed->ends_on.vietnamese());
    page.form.set("version", std::to_string(page.changed->version));
    return themes_page(context, page);
}

Result<void> added(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    Theme theme;
    theme.agency = TRY(organisation::agency_asked(context, transaction, "")).id;
    TRY(context.require(edit_articles, organisation::scope_of(theme.agency)));
    TRY(read_into(request, theme));
    TRY(add_theme(context, transaction, std::move(theme)));
    return transaction.commit();
}

Result<void> changed(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto theme = TRY(theme_in(context, transaction, request));
    TRY(read_into(request, theme));
    theme.version = TRY(request.integer("version"));
    TRY(change_theme(context, transaction, theme));
    return transaction.commit();
}

Result<http::Response> post_theme(Context& context, const http::Request& request)
{
    const bool is_change = !request.raw("code").empty();
    const auto done = is_change ? changed(context, request) : added(context, request);
    if (done) return web::redirect_with(themes_path(), "newsroom.theme.was_saved");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    auto fault = web::fault_of(context, done.error());
    if (!is_change) return list_with(context, http::Form(request), std::move(fault));
    auto transaction = TRY(context.read());
    ThemesPage page{.form = http::Form(request), .fault = std::move(fault)};
    page.changed = TRY(theme_in(context, transaction, request));
    return themes_page(context, page);
}

}  // namespace

void add_themes(Module& module)
{
    const auto editors = http::Access::holder_of(edit_articles.key);
    module.get("/toa-soan/chu-de", editors, show_themes);
    module.post("/toa-soan/chu-de", editors, post_theme);
    module.audits({"newsroom.theme.added", "thêm chủ đề tuyên truyền"});
    module.audits({"newsroom.theme.changed", "sửa chủ đề tuyên truyền"});
}

}  // namespace caicach::newsroom
