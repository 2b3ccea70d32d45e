#include "plan/draft_handlers.hpp"

#include <algorithm>

#include "audit/api.hpp"
#include "http/form.hpp"
#include "plan/coordination.hpp"
#include "plan/draft_access.hpp"
#include "plan/draft_views.hpp"
#include "plan/importing.hpp"
#include "plan/item_editing.hpp"
#include "plan/paths.hpp"
#include "plan/permissions.hpp"
#include "plan/put_in_force.hpp"
#include "plan/read_job.hpp"
#include "plan/review_page.hpp"
#include "plan/review_views.hpp"

namespace caicach::plan
{
namespace
{

constexpr int drafts_shown_max = 200;
constexpr int drafts_counted_max = 30;  // each reads its items and lines
constexpr int history_shown_max = 200;

bool may(const Context& context, const Permission& permission, const Edition& edition)
{
    return context.may(permission, organisation::scope_of(edition.coordinator));
}

Result<DraftsPage> load_drafts(const Context& context, database::Transaction& transaction)
{
    auto editions = EditionStore{transaction};
    DraftsPage page{.may_upload = context.may(review_plans, context.actor().agency)};
    page.editions = TRY(editions.under_review(drafts_shown_max));
    page.in_force = TRY(editions.in_force(0, drafts_shown_max));
    TRY(coordinated_on(transaction, page.editions, context.today()));
    TRY(coordinated_on(transaction, page.in_force, context.today()));
    std::erase_if(page.editions,
                  [&](const Edition& edition) { return !may(context, read_drafts, edition); });
    std::erase_if(page.in_force,
                  [&](const Edition& edition) { return !may(context, review_plans, edition); });
    page.left.assign(page.editions.size(), -1);
    int counted = 0;
    for (std::size_t i = 0; i < page.editions.size() && counted < drafts_counted_max; ++i) {
        if (page.editions[i].state != EditionState::draft) continue;
        const auto open = TRY(openness_of(transaction, page.editions[i]));
        page.left[i] = static_cast<std::int64_t>(open.count());
        ++counted;
    }
    return page;
}

/// The page again, with what is wrong with the form.
Result<http::Response> refused(Context& context, http::Form form)
{
    auto transaction = TRY(context.read());
    auto page = TRY(load_drafts(context, transaction));
    page.form = std::move(form);
    return drafts_page(context, page);
}

/// Opens the edition of a kept file and leaves it to the job.
Result<Edition> begin_draft(Context& context, const std::string& amends,
                            const attachment::KeptFile& kept)
{
    auto transaction = TRY(context.begin());
    auto coordinator = organisation::agency_of(context.actor().agency);
    if (!amends.empty()) {
        auto editions = EditionStore{transaction};
        auto amended = TRY(editions.by_code(amends));
        TRY(coordinated_on(transaction, {&amended, 1}, context.today()));
        coordinator = amended.coordinator;
    }
    TRY(context.require(review_plans, organisation::scope_of(coordinator)));
    auto edition = TRY(open_edition(context, transaction, coordinator, amends, kept));
    TRY(enqueue_reading(context, transaction, edition));
    if (context.services().wake_worker) transaction.after_commit(context.services().wake_worker);
    TRY(transaction.commit());
    return edition;
}

/// What the uploader can mend; anything else is an error page.
bool is_about_the_file(const Error& error)
{
    return error.kind == Failure::invalid || error.kind == Failure::too_large ||
           error.kind == Failure::unsupported || !error.field.empty();
}

Result<ReadingPage> load_reading(const Context& context, database::Transaction& transaction,
                                 const Edition& edition)
{
    ReadingPage page{.edition = edition, .may_review = may(context, review_plans, edition)};
    if (edition.job) page.progress = TRY(jobs::progress(transaction, *edition.job));
    return page;
}

}  // namespace

Result<http::Response> show_drafts(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(load_drafts(context, transaction));
    return drafts_page(context, page);
}

Result<http::Response> create_draft(Context& context, const http::Request& request)
{
    http::Form form{request};
    const auto amends = form.take(request.maybe_text("amends")).value_or("");
    const auto* upload = form.take(request.file("file"));
    if (form.has_errors()) return refused(context, std::move(form));
    auto kept = attachment::keep(context, attachment::file_of(*upload), plan_file_use());
    if (!kept) {
        form.add(std::move(kept).error());
        return refused(context, std::move(form));
    }
    auto edition = begin_draft(context, amends, *kept);
    if (!edition && is_about_the_file(edition.error())) {
        form.add(std::move(edition).error());
        return refused(context, std::move(form));
    }
    const auto opened = TRY(std::move(edition));
    return http::redirect(draft_path(opened));
}

Result<http::Response> show_draft(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, read_drafts));
    switch (edition.state) {
        case EditionState::reading: {
            const auto page = TRY(load_reading(context, transaction, edition));
            return reading_page(context, page);
        }
        case EditionState::failed:
            return failed_page(context, edition, may(context, review_plans, edition));
        case EditionState::draft: {
            auto page = TRY(load_review(context, transaction, edition));
            if (page.may_review) {
                page.agencies = TRY(offered_names(transaction, edition.day()));
            }
            return review_page(context, page);
        }
        default:
            return closed_page(context, edition);
    }
}

Result<http::Response> show_reading(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, read_drafts));
    if (edition.state == EditionState::reading && request.is_htmx()) {
        const auto page = TRY(load_reading(context, transaction, edition));
        return reading_part(page);
    }
    if (!request.is_htmx()) return http::redirect(draft_path(edition));
    const auto path = TRY(http::HeaderValue::create(draft_path(edition)));
    return http::page({}).set_header("HX-Redirect", path);
}

Result<http::Response> create_reading(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    if (edition.job) TRY(jobs::retry(transaction, *edition.job, context.now()));
    TRY(context.record(transaction, "plan.read_again", "plan.edition", edition.id.value));
    if (context.services().wake_worker) transaction.after_commit(context.services().wake_worker);
    TRY(transaction.commit());
    return http::redirect(draft_path(edition));
}

Result<http::Response> confirm_discard(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    TRY(check_open(edition));
    return discard_page(context, edition);
}

Result<http::Response> create_discard(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto edition = TRY(draft_of(context, transaction, request, review_plans));
    TRY(discard(context, transaction, edition));
    TRY(transaction.commit());
    return web::redirect_with(drafts_path(), "plan.flash.discarded");
}

Result<http::Response> show_history(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    HistoryPage page;
    page.edition = TRY(draft_of(context, transaction, request, read_drafts));
    auto editions = EditionStore{transaction};
    auto edits = EditStore{transaction};
    page.editions = TRY(editions.all_of(page.edition.plan));
    if (const auto asked = request.query("ban")) {
        const auto found = std::ranges::find(page.editions, *asked, [](const Edition& edition) {
            return std::to_string(edition.number);
        });
        if (found == page.editions.end()) return failure(Failure::not_found, "plan.not_found");
        page.edition = *found;
    }
    auto changes = ChangeStore{transaction};
    const auto differences = TRY(changes.all_of(page.edition.id));
    if (!differences.empty()) {
        page.changes = std::ranges::count(differences, Change::Decision::open, &Change::decision);
    }
    const auto steps = TRY(edits.history(page.edition.id, history_shown_max));
    for (const auto& edit : steps) {
        page.lines.push_back({edit.done_at, edit.done_by,
                              edit.summary + (edit.is_undone ? " (đã hoàn tác)" : ""),
                              edit.differences});
    }
    const auto entries = TRY(audit::entries_of(transaction, "plan.edition", page.edition.id.value,
                                               {.size = history_shown_max}));
    for (const auto& entry : entries) {
        // Steps of review stand above, with their words.
        const auto is_step = [&](std::string_view of) { return entry.action.starts_with(of); };
        if (is_step("plan.line.") || is_step("plan.note.") || is_step("plan.change.") ||
            is_step("plan.document.")) {
            continue;
        }
        page.lines.push_back({entry.at, entry.actor_account ? entry.actor_name : "Hệ thống",
                              context.message(entry.action)});
    }
    std::ranges::stable_sort(page.lines, std::ranges::greater{}, &HistoryLine::at);
    return history_page(context, page);
}

}  // namespace caicach::plan
