#include "channel/newsletter/releasing.hpp"

#include <utility>
#include <vector>

#include "channel/limits.hpp"
#include "channel/newsletter/composing.hpp"
#include "channel/newsletter/issue_store.hpp"
#include "channel/newsletter/sending.hpp"
#include "channel/paths.hpp"
#include "channel/subscription/subscriber_store.hpp"
#include "channel/subscription/subscribing.hpp"
#include "jobs/jobs.hpp"
#include "text/number.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view release_job = "channel.release_issues";

std::string to_whom(std::int64_t recipients)
{
    if (recipients == 0) return {};
    return " (gửi " + text::format_integer(recipients) + " người nhận qua thư)";
}

Result<void> record_fact(Context& context, database::Transaction& transaction, const Issue& issue)
{
    const bool writes = takes_subscribers(context.services());
    std::int64_t recipients = 0;
    if (writes) recipients = TRY(SubscriberStore{transaction}.confirmed_count(issue.agency));
    const auto& site = context.services().site;
    const evidence::Fact fact{
        .kind = sent_fact,
        .agency = issue.agency,
        .happened_on = context.today(),
        .title = numbered(issue.number, issue.year) + ": " + issue.title + to_whom(recipients),
        .link = site.empty() ? std::string{} : site + archive_path(issue.slug),
        .source_module = "channel",
        .source_object = issue.id.value};
    TRY(evidence::record(context, transaction, fact));
    return {};
}

/// Whoever approved it, now is its hour. Of two issues of one agency at the same moment the second
/// finds its number taken, and is released when it is tried again.
Result<void> release(Context& context, database::Transaction& transaction, Issue issue)
{
    TRY(require_readable(transaction, issue));
    IssueStore store{transaction};
    const auto today = context.today();
    const auto agency = TRY(organisation::agency_by_id(transaction, issue.agency, today));
    issue.year = today.year();
    issue.number = TRY(store.last_number(issue.agency, issue.year)) + 1;
    issue.slug =
        "so-" + std::to_string(issue.number) + "-" + std::to_string(issue.year) + "-" + agency.slug;
    issue.state = IssueState::sent;
    issue.release_at.reset();
    issue.released_at = context.now();
    TRY(store.save(issue));
    TRY(begin_sending(context, transaction, issue));
    TRY(record_fact(context, transaction, issue));
    return context.record(transaction, "channel.issue.sent", issue_object, issue.id.value);
}

/// All that stood in it was taken off since it was approved.
Result<void> give_back(Context& context, database::Transaction& transaction, Issue issue)
{
    issue.state = IssueState::returned;
    issue.release_at.reset();
    issue.reason = context.message("channel.issue.all_withdrawn");
    TRY(IssueStore{transaction}.save(issue));
    return context.record(transaction, "channel.issue.sent_back", issue_object, issue.id.value);
}

/// One issue a transaction: what cannot go out keeps no other from its readers.
Result<void> release_due(Context& context, IssueId id)
{
    auto transaction = TRY(context.begin());
    const auto issue = TRY(IssueStore{transaction}.find(id));
    const bool is_due = issue.state == IssueState::approved && issue.release_at &&
                        *issue.release_at <= context.now();
    if (!is_due) return {};
    const auto readable = require_readable(transaction, issue);
    if (!readable && readable.error().kind != Failure::conflict) return readable;
    TRY(readable ? release(context, transaction, issue) : give_back(context, transaction, issue));
    return transaction.commit();
}

Result<std::vector<IssueId>> due_now(Context& context)
{
    auto transaction = TRY(context.read());
    return IssueStore{transaction}.due(context.now());
}

Result<void> run_release_job(Context& context, jobs::JobContext& job)
{
    const auto due = TRY(due_now(context));
    for (const auto id : due) {
        if (job.is_cancelled()) return {};
        TRY(release_due(context, id));
    }
    return {};
}

}  // namespace

Result<void> approve_issue(Context& context, database::Transaction& transaction, Issue issue,
                           std::optional<Instant> release_at)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::approve));
    TRY(context.record(transaction, "channel.issue.approved", issue_object, issue.id.value));
    if (!release_at) return release(context, transaction, std::move(issue));
    TRY(require_readable(transaction, issue));
    const auto now = context.now();
    constexpr std::int64_t day_seconds = 86'400;
    if (*release_at <= now || now + limits::days_ahead_max * day_seconds < *release_at)
        return failure(Failure::invalid, "channel.issue.hour", "release_on",
                       {std::to_string(limits::days_ahead_max)});
    issue.state = IssueState::approved;
    issue.release_at = release_at;
    TRY(IssueStore{transaction}.save(issue));
    TRY(jobs::enqueue(
        transaction, release_job, {},
        {.now = now,
         .run_at = issue.release_at,
         .key = std::to_string(issue.id.value) + "." + std::to_string(issue.version)}));
    return {};
}

void add_releasing(Module& module) { module.job(release_job, {}, run_release_job); }

}  // namespace caicach::channel
