#include "obligation/board/late_month_handlers.hpp"

#include <optional>
#include <utility>

#include "obligation/board/late_list.hpp"
#include "obligation/board/late_month_paths.hpp"
#include "obligation/board/late_month_views.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// Agencies and people as named now.
Result<std::vector<ShownPublication>> shown_publications(database::Transaction& transaction,
                                                         std::vector<LatePublication> all,
                                                         Date today)
{
    AgencyNames names{transaction, today};
    std::vector<ShownPublication> shown;
    shown.reserve(all.size());
    for (auto& one : all) {
        ShownPublication publication{.publication = std::move(one)};
        const auto* agency = TRY(names.of(publication.publication.agency));
        publication.agency = agency->name;
        if (publication.publication.account) {
            const auto account =
                TRY(identity::account_by_id(transaction, publication.publication.account));
            publication.person = account.name;
        }
        shown.push_back(std::move(publication));
    }
    return shown;
}

Result<http::Response> page_with(Context& context, const http::Request& request,
                                 std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    auto watched = TRY(watched_in(context, transaction, request));
    const auto plan = watched.plan;
    LateMonthPage page{.error = std::move(error)};
    page.months = TRY(months_owed(transaction, plan.id));
    page.month = TRY(late_month_of(transaction, std::move(watched)));
    auto all = TRY(late_publications_of(transaction, plan.id));
    page.publications = TRY(shown_publications(transaction, std::move(all), context.today()));
    page.signatures = TRY(identity::signatures_on(transaction, plan.coordinator, context.today()));
    page.letters = TRY(letter_documents_of(context, transaction, plan));
    page.may_publish = context.may(publish_boards, organisation::scope_of(plan.coordinator));
    if (page.error) {
        page.typed_days = request.raw("days");
        page.typed_note = request.raw("note");
        page.typed_reason = request.raw("reason");
        page.typed_code = request.raw("publication");
    }
    return late_month_page(context, page);
}

template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto watched = TRY(watched_in(context, transaction, request));
        TRY(take(transaction, watched));
        TRY(transaction.commit());
        return late_month_path(watched.plan.code) + watched.filter.query();
    }();
    if (done) return web::redirect_with(*done, said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return page_with(context, request, done.error());
}

}  // namespace

Result<http::Response> show_late_month(Context& context, const http::Request& request)
{
    return page_with(context, request, {});
}

Result<http::Response> post_late_month(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.late_month.published",
                [&](database::Transaction& transaction, const Watched& watched) -> Result<void> {
                    const auto month = TRY(late_month_of(transaction, watched));
                    NewLatePublication wanted;
                    wanted.seen = TRY(request.text("seen", limits::late_seen_length));
                    const auto days =
                        TRY(request.integer("days", {.lowest = 1, .highest = shown_days().back()}));
                    wanted.days = static_cast<int>(days);
                    wanted.note =
                        TRY(request.maybe_text("note", limits::reason_length_max)).value_or("");
                    return publish_late(context, transaction, month, wanted);
                });
}

Result<http::Response> post_late_month_withdrawal(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.late_month.withdrawn",
                [&](database::Transaction& transaction, const Watched& watched) -> Result<void> {
                    LateWithdrawal withdrawal;
                    withdrawal.code = TRY(request.text("publication"));
                    withdrawal.version = TRY(request.integer("version"));
                    withdrawal.reason = TRY(request.text("reason", limits::reason_length_max));
                    return withdraw_late(context, transaction, watched.plan, withdrawal);
                });
}

Result<http::Response> show_public_late(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.path<std::string>("plan"));
    auto transaction = TRY(context.read());
    PublicLatePage page;
    page.plan = TRY(plan::summary_by_slug(transaction, slug));
    auto all = TRY(shown_late_publications(transaction, page.plan.id, context.today()));
    if (all.empty()) return failure(Failure::not_found, "obligation.late_month.nothing_public");
    if (page.plan.slug != slug) return http::moved(public_late_path(page.plan.slug));
    page.publications = TRY(shown_publications(transaction, std::move(all), context.today()));
    return public_late_page(context, page);
}

}  // namespace caicach::obligation
