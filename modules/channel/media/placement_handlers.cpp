#include "channel/media/placement_handlers.hpp"

#include <utility>

#include "channel/media/limits.hpp"
#include "channel/media/paths.hpp"
#include "channel/media/permissions.hpp"
#include "channel/media/placement_request.hpp"
#include "channel/media/placement_store.hpp"
#include "channel/media/placement_views.hpp"
#include "channel/sql.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

/// The one in the path, for who logs or confirms for its agency.
Result<Placement> seen_placement(const Context& context, database::Transaction& transaction,
                                 const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("placement"));
    auto placement = TRY(PlacementStore{transaction}.find(code));
    if (!may_see_placements(context, placement.agency))
        TRY(context.require(log_placements, organisation::scope_of(placement.agency)));
    return placement;
}

Result<void> add_proof(database::Transaction& transaction, PlacementPage& page)
{
    const auto& placement = page.placement;
    if (placement.file) {
        const auto file = TRY(attachment::find(transaction, placement.file));
        page.file_name = file.name;
        page.file_path = attachment::download_path(file);
    }
    if (placement.article) {
        const auto article = TRY(newsroom::published_article(transaction, placement.article));
        page.article_title = article.title;
        page.article_path = article.path;
    }
    if (placement.state != PlacementState::counted) return {};
    const auto fact = TRY(evidence::fact_by_id(transaction, placement.fact));
    page.fact_path = evidence::fact_path(fact);
    return {};
}

Result<http::Response> placement_page_with(Context& context, const http::Request& request,
                                           PlacementPage page)
{
    auto transaction = TRY(context.read());
    page.placement = TRY(seen_placement(context, transaction, request));
    const auto& placement = page.placement;
    const auto agency =
        TRY(organisation::agency_by_id(transaction, placement.agency, placement.happened_on));
    page.agency = agency.name;
    page.agency_code = agency.code;
    const auto kinds = TRY(placement_kinds_on(placement.happened_on));
    page.kind = placement_kind_text(kinds, placement.kind);
    TRY(add_proof(transaction, page));
    page.outlets = TRY(OutletStore{transaction}.all());
    page.may_change = placement.state != PlacementState::taken_back &&
                      context.may(log_placements, organisation::scope_of(placement.agency));
    page.may_confirm = may_confirm(context, placement);
    // Refused, the form shows what was typed.
    if (page.form.value("title").empty() && page.fault.field != "title") {
        const std::string reason{page.form.value("reason")};
        page.form = form_of(placement, page.article_path);
        page.form.set("reason", reason);
    }
    return placement_page(context, page);
}

Result<http::Response> show_placement(Context& context, const http::Request& request)
{
    return placement_page_with(context, request, {});
}

using PlacementDeed = Result<void> (*)(Context&, database::Transaction&, const http::Request&,
                                       Placement, const TypedPlacement&);

Result<std::string> done_to(Context& context, const http::Request& request,
                            const TypedPlacement& typed, PlacementDeed deed)
{
    auto transaction = TRY(context.begin());
    auto placement = TRY(seen_placement(context, transaction, request));
    placement.version = TRY(request.integer("version"));
    auto path = placement_path(placement.code);
    TRY(deed(context, transaction, request, std::move(placement), typed));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> answered(Context& context, const http::Request& request,
                                const Result<std::string>& path, std::string_view said)
{
    if (path) return web::redirect_with(*path, said);
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return placement_page_with(
        context, request,
        {.form = http::Form(request), .fault = web::fault_of(context, path.error())});
}

/// Before a file is taken in: whether the person may change it at all.
Result<void> require_changing(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto placement = TRY(seen_placement(context, transaction, request));
    return context.require(log_placements, organisation::scope_of(placement.agency));
}

Result<std::string> changed(Context& context, const http::Request& request)
{
    TRY(require_changing(context, request));
    const auto typed = TRY(read_placement(context, request));
    const auto change = [](Context& within, database::Transaction& transaction,
                           const http::Request&, Placement placement, const TypedPlacement& text) {
        return change_placement(within, transaction, std::move(placement), text);
    };
    return done_to(context, request, typed, change);
}

Result<http::Response> post_change(Context& context, const http::Request& request)
{
    const auto path = changed(context, request);
    return answered(context, request, path, "channel.placement.was_changed");
}

Result<http::Response> post_confirmation(Context& context, const http::Request& request)
{
    const auto confirm = [](Context& within, database::Transaction& transaction,
                            const http::Request&, Placement placement, const TypedPlacement&) {
        return confirm_placement(within, transaction, std::move(placement));
    };
    const auto path = done_to(context, request, {}, confirm);
    return answered(context, request, path, "channel.placement.was_confirmed");
}

Result<http::Response> post_taking_back(Context& context, const http::Request& request)
{
    const auto take_back = [](Context& within, database::Transaction& transaction,
                              const http::Request& form, Placement placement,
                              const TypedPlacement&) -> Result<void> {
        auto reason = TRY(form.maybe_text("reason", media_limits::reason_length_max)).value_or("");
        return take_back_placement(within, transaction, std::move(placement), std::move(reason));
    };
    const auto path = done_to(context, request, {}, take_back);
    return answered(context, request, path, "channel.placement.was_taken_back");
}

/// Who logs or confirms for the agency reads its proofs, also before they count.
Result<void> answer_for_proof(Context& context, database::Transaction& transaction,
                              const attachment::FileAsked& asked)
{
    if (asked.may_be_read) return {};
    const auto placement = TRY(PlacementStore{transaction}.of_file(asked.file));
    asked.may_be_read = placement && may_see_placements(context, placement->agency);
    return {};
}

Result<std::optional<AuditedPage>> page_of_placement(database::Transaction& transaction,
                                                     std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::placement_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("title"),
                               .path = placement_path(row.text("code"))};
        },
        object);
}

}  // namespace

void add_placements(Module& module)
{
    constexpr int upload_seconds = 300;
    const auto loggers = http::Access::holder_of(log_placements.key);
    const auto confirmers = http::Access::holder_of(confirm_placements.key);
    module.get("/nhat-ky-dang-phat/{placement}", http::Access::signed_in, show_placement);
    module.post(
        "/nhat-ky-dang-phat/{placement}/sua", loggers, post_change,
        {.limits = {.upload_bytes = media_limits::file_bytes_max, .seconds = upload_seconds}});
    module.post("/nhat-ky-dang-phat/{placement}/xac-nhan", confirmers, post_confirmation);
    module.post("/nhat-ky-dang-phat/{placement}/rut-lai", loggers, post_taking_back);
    module.on<attachment::FileAsked>(answer_for_proof);
    module.audits({"channel.placement.logged", "ghi lần đăng, phát"});
    module.audits({"channel.placement.changed", "sửa lần đăng, phát"});
    module.audits({"channel.placement.confirmed", "xác nhận lần đăng, phát"});
    module.audits({"channel.placement.taken_back", "rút lần đăng, phát"});
    module.audits_about({placement_object, "lần đăng, phát", page_of_placement});
}

}  // namespace caicach::channel
