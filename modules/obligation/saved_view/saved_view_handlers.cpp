#include "obligation/saved_view/saved_view_handlers.hpp"

#include <utility>

#include "crypto/public_code.hpp"
#include "obligation/saved_view/saved_view_paths.hpp"
#include "obligation/saved_view/saved_view_views.hpp"
#include "obligation/saved_view/view_limits.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

Result<http::Response> views_with(Context& context, ViewsPage page)
{
    auto transaction = TRY(context.read());
    auto own = TRY(own_views(context, transaction));
    page.views.reserve(own.size());
    for (auto& view : own) {
        ListedView listed{.view = std::move(view)};
        const auto& kept = listed.view;
        if (!is_of_plan(kept.page) || !kept.place.empty())
            listed.path = path_of(kept.page, kept.place) + kept.query;
        page.views.push_back(std::move(listed));
    }
    return views_page(context, page);
}

Result<http::Response> show_views(Context& context, const http::Request& /*request*/)
{
    return views_with(context, {});
}

/// As typed; for the page that shows it again too.
NewView typed_in(const http::Request& request)
{
    return {.page = view_page_from(request.raw("page")).value_or(ViewPage::inbox),
            .plan = std::string{request.raw("plan")},
            .name = std::string{request.raw("name")},
            .query = std::string{request.raw("query")},
            .is_default = request.checked("default"),
            .is_shared = request.checked("shared")};
}

Result<std::string> kept(Context& context, const http::Request& request)
{
    auto wanted = typed_in(request);
    wanted.page = TRY(view_page_from(request.raw("page")));
    wanted.name = TRY(request.text("name", limits::view_name_length_max));
    wanted.plan = TRY(request.maybe_text("plan", limits::view_name_length_max)).value_or("");
    // No page of ours writes another: it becomes a part of an address.
    if (!wanted.plan.empty() && !crypto::is_public_code(wanted.plan))
        return failure(Failure::invalid, "obligation.view.page", "name");
    wanted.query = TRY(request.maybe_text("query", limits::view_query_length_max)).value_or("");
    auto transaction = TRY(context.begin());
    TRY(keep_view(context, transaction, wanted));
    TRY(transaction.commit());
    const bool has_page = !is_of_plan(wanted.page) || !wanted.plan.empty();
    if (!has_page) return views_path();
    return path_of(wanted.page, wanted.plan) + query_as_read(wanted.page, wanted.query);
}

Result<http::Response> post_view(Context& context, const http::Request& request)
{
    const auto path = kept(context, request);
    if (path) return web::redirect_with(*path, "obligation.view.kept");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return views_with(context, {.typed = typed_in(request), .error = path.error()});
}

/// Finds one's own as the person saw it, does, commits.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<void> {
        auto transaction = TRY(context.begin());
        auto view = TRY(own_view(context, transaction, request.raw("view")));
        view.version = TRY(request.integer("version"));
        TRY(take(transaction, view));
        return transaction.commit();
    }();
    if (done) return web::redirect_with(views_path(), said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return views_with(context, {.refused = std::string{request.raw("view")},
                                .typed = typed_in(request),
                                .error = done.error()});
}

Result<http::Response> post_name(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.view.renamed",
                [&](database::Transaction& transaction, const SavedView& view) -> Result<void> {
                    const auto name = TRY(request.text("name", limits::view_name_length_max));
                    return rename_view(context, transaction, view, name);
                });
}

Result<http::Response> post_beginning(Context& context, const http::Request& request)
{
    const auto beginning =
        request.raw("default") == "1" ? Beginning::with_view : Beginning::with_all;
    return step(context, request, "obligation.view.beginning_set",
                [&](database::Transaction& transaction, const SavedView& view) {
                    return set_beginning(context, transaction, view, beginning);
                });
}

Result<http::Response> post_removal(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.view.removed",
                [&](database::Transaction& transaction, const SavedView& view) {
                    return remove_view(context, transaction, view);
                });
}

}  // namespace

void add_saved_views(Module& module)
{
    module.permission(share_views);
    module.get("/bo-loc", http::Access::signed_in, show_views);
    module.post("/bo-loc", http::Access::signed_in, post_view);
    module.post("/bo-loc/doi-ten", http::Access::signed_in, post_name);
    module.post("/bo-loc/mo-san", http::Access::signed_in, post_beginning);
    module.post("/bo-loc/bo", http::Access::signed_in, post_removal);
    module.audits({"obligation.view.kept", "lưu bộ lọc"});
    module.audits({"obligation.view.renamed", "đổi tên bộ lọc"});
    module.audits({"obligation.view.beginning_set", "chọn bộ lọc mở sẵn"});
    module.audits({"obligation.view.removed", "bỏ bộ lọc"});
    module.audits_about({"obligation.view", "bộ lọc của một người", {}});
}

Result<ViewsPart> views_part(const Context& context, database::Transaction& transaction,
                             ViewPage page, std::string_view plan, std::string_view query)
{
    ViewsPart part{.page = page,
                   .plan = std::string{plan},
                   .query = query_as_read(page, query),
                   .may_share = context.may(share_views, context.actor().agency)};
    part.views = TRY(views_for(context, transaction, page, plan));
    return part;
}

Result<std::optional<http::Response>> begin_with_view(const Context& context,
                                                      database::Transaction& transaction,
                                                      const http::Request& request, ViewPage page,
                                                      std::string_view plan)
{
    if (request.target().find('?') != std::string::npos) return std::optional<http::Response>{};
    const auto query = TRY(default_query(context, transaction, page, plan));
    if (query.empty() || !reads_whole(page, query)) return std::optional<http::Response>{};
    return std::optional{http::redirect(path_of(page, plan) + query)};
}

}  // namespace caicach::obligation
