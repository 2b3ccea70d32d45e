#include "obligation/board/public_handlers.hpp"

#include <algorithm>
#include <utility>

#include "obligation/board/public_views.hpp"
#include "obligation/coordination.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// The plan of the address, of who may say what of it is public.
Result<plan::PlanSummary> plan_in(const Context& context, database::Transaction& transaction,
                                  const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("plan"));
    auto plan = TRY(plan_today(transaction, code, context.today()));
    TRY(context.require(publish_boards, organisation::scope_of(plan.coordinator)));
    return plan;
}

/// What may be chosen of a plan.
struct Choosable {
    std::vector<Target> targets{};
    std::vector<plan::ItemId> of_one_agency{};  ///< targets that one agency alone is to reach
    std::vector<Work> works{};
};

Result<Choosable> choosable_of(Context& context, database::Transaction& transaction,
                               const plan::PlanSummary& plan)
{
    auto targets = TRY(PlanTargets::load(context, transaction, plan));
    Choosable choosable{.targets = targets.targets()};
    for (const auto& target : targets.targets()) {
        const auto expected = TRY(targets.expected(target));
        if (expected.size() == 1) choosable.of_one_agency.push_back(target.item.lineage);
    }
    choosable.works = TRY(works_of(transaction, plan.id));
    return choosable;
}

/// Codes of what is no longer in the plan choose nothing.
Result<PublicChoice> choice_in(const http::Request& request, const Choosable& choosable)
{
    PublicChoice choice;
    const auto parts = TRY(request.texts("phan"));
    for (const auto& part : parts) {
        if (part == "muc") choice.items = true;
        if (part == "linh-vuc") choice.areas = true;
    }
    const auto shown = TRY(request.texts("chi-tieu"));
    for (const auto& target : choosable.targets)
        if (std::ranges::find(shown, target.code()) != shown.end())
            choice.targets.push_back(target.item.lineage);
    const auto withheld = TRY(request.texts("giu-lai"));
    for (const auto& work : choosable.works)
        if (std::ranges::find(withheld, plan::item_code(work.lineage.value)) != withheld.end())
            choice.withheld.push_back(work.lineage);
    return choice;
}

void add_options(PublicChoicePage& page, const Choosable& choosable)
{
    const auto is_of_one = [&](plan::ItemId lineage) {
        return std::ranges::find(choosable.of_one_agency, lineage) != choosable.of_one_agency.end();
    };
    for (const auto& target : choosable.targets)
        page.targets.push_back({.code = target.code(),
                                .text = target.item.path + ". " + target.item.title,
                                .hint = is_of_one(target.item.lineage)
                                            ? "Một cơ quan thực hiện: hiện số của riêng cơ quan ấy"
                                            : "",
                                .is_chosen = page.wanted.shows_target(target.item.lineage)});
    for (const auto& work : choosable.works)
        page.items.push_back({.code = plan::item_code(work.lineage.value),
                              .text = work.path + ". " + work.title,
                              .is_chosen = page.wanted.withholds(work.lineage)});
}

Result<http::Response> page_with(Context& context, const http::Request& request,
                                 std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    PublicChoicePage page{.error = std::move(error)};
    page.plan = TRY(plan_in(context, transaction, request));
    page.now = TRY(public_choice_of(transaction, page.plan.id));
    const auto choosable = TRY(choosable_of(context, transaction, page.plan));
    page.is_looked_at = page.error || request.has("xem");
    page.wanted = page.now;
    if (page.is_looked_at) page.wanted = TRY(choice_in(request, choosable));
    add_options(page, choosable);
    if (page.is_looked_at)
        page.content = TRY(public_content_of(context, transaction, page.plan, page.wanted));
    return public_choice_page(context, page);
}

}  // namespace

Result<http::Response> show_publication(Context& context, const http::Request& request)
{
    return page_with(context, request, {});
}

Result<http::Response> post_publication(Context& context, const http::Request& request)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto plan = TRY(plan_in(context, transaction, request));
        const auto choosable = TRY(choosable_of(context, transaction, plan));
        auto wanted = TRY(choice_in(request, choosable));
        wanted.version = TRY(request.integer("version", {.lowest = 0}));
        TRY(choose_public(context, transaction, plan, wanted));
        TRY(transaction.commit());
        return publish_path(plan.code);
    }();
    if (done) return web::redirect_with(*done, "obligation.board.published");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return page_with(context, request, done.error());
}

Result<http::Response> post_publication_end(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto plan = TRY(plan_in(context, transaction, request));
    TRY(unpublish_board(context, transaction, plan));
    TRY(transaction.commit());
    return web::redirect_with(publish_path(plan.code), "obligation.board.unpublished");
}

Result<http::Response> show_public_board(Context& context, const http::Request& request,
                                         PublicContents& contents)
{
    const auto slug = TRY(request.path<std::string>("plan"));
    auto transaction = TRY(context.read());
    const auto plan = TRY(plan::summary_by_slug(transaction, slug));
    const auto choice = TRY(public_choice_of(transaction, plan.id));
    if (!choice.shows_anything()) return failure(Failure::not_found, "obligation.board.not_public");
    if (plan.slug != slug) return http::moved(public_board_path(plan.slug));
    const auto content = TRY(contents.content(context, transaction, plan, choice));
    return public_board_page(context, plan, *content);
}

}  // namespace caicach::obligation
