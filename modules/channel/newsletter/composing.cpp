#include "channel/newsletter/composing.hpp"

#include <algorithm>
#include <utility>

#include "attachment/api.hpp"
#include "channel/limits.hpp"
#include "channel/newsletter/issue_store.hpp"
#include "channel/permissions.hpp"
#include "document/markdown.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::int64_t day_seconds = 86'400;

Result<void> check(const Context& context, const IssueText& text)
{
    if (attachment::names_secret(text.title, context.today()))
        return failure(Failure::invalid, "channel.issue.secret", "title");
    const auto opening = document::read_markdown(text.opening);
    if (opening) return {};
    auto error = opening.error();
    error.field = "opening";
    return tl::unexpected<Error>(std::move(error));
}

json::Value said_of(const Issue& issue)
{
    return json::Value::object().set("title", issue.title).set("state", key_of(issue.state));
}

Result<void> save(Context& context, database::Transaction& transaction, const Issue& before,
                  const Issue& after, std::string_view action)
{
    TRY(IssueStore{transaction}.save(after));
    return context.record(transaction, action, issue_object, after.id.value,
                          change_detail(said_of(before), said_of(after)));
}

/// From when articles belong into the agency's next issue.
Result<Instant> beginning_of(const Context& context, database::Transaction& transaction,
                             organisation::AgencyId agency)
{
    const auto last = TRY(IssueStore{transaction}.last_sent(agency));
    if (last && last->released_at) return *last->released_at;
    return context.now() + -limits::first_issue_days * day_seconds;
}

}  // namespace

IssueRights rights_to(const Context& context, const Issue& issue)
{
    const auto scope = organisation::scope_of(issue.agency);
    const auto account = context.actor().account;
    return {.composes = context.may(compose_issues, scope),
            .releases = context.may(release_issues, scope),
            .is_writer = account == issue.author || account == issue.last_writer};
}

Result<Issue> draft_issue(Context& context, database::Transaction& transaction,
                          organisation::AgencyId agency, const IssueText& text)
{
    TRY(context.require(compose_issues, organisation::scope_of(agency)));
    TRY(check(context, text));
    Issue issue{.agency = agency,
                .author = context.actor().account,
                .last_writer = context.actor().account,
                .title = text.title,
                .opening = text.opening,
                .made_at = context.now()};
    TRY(IssueStore{transaction}.insert(issue));
    TRY(context.record(transaction, "channel.issue.drafted", issue_object, issue.id.value,
                       beginning_detail(said_of(issue))));
    return issue;
}

Result<void> change_issue(Context& context, database::Transaction& transaction, Issue issue,
                          const IssueText& text)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::edit));
    TRY(check(context, text));
    const auto before = issue;
    issue.title = text.title;
    issue.opening = text.opening;
    issue.last_writer = context.actor().account;
    return save(context, transaction, before, issue, "channel.issue.changed");
}

Result<void> change_entries(Context& context, database::Transaction& transaction, Issue issue,
                            const EntryChange& change)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::edit));
    IssueStore store{transaction};
    auto entries = TRY(store.entries(issue.id));
    const auto before = entries;
    TRY(change(entries));
    if (entries == before) return {};
    issue.last_writer = context.actor().account;
    // First of all: of two who change it at once the second learns it here.
    TRY(save(context, transaction, issue, issue, "channel.issue.changed"));
    return store.save_entries(issue.id, entries);
}

Result<void> discard_issue(Context& context, database::Transaction& transaction, const Issue& issue)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::discard));
    TRY(IssueStore{transaction}.remove(issue));
    return context.record(transaction, "channel.issue.discarded", issue_object, issue.id.value,
                          ending_detail(said_of(issue)));
}

Result<void> require_readable(database::Transaction& transaction, const Issue& issue)
{
    const auto entries = TRY(IssueStore{transaction}.entries(issue.id));
    for (const auto& one : entries) {
        const auto article = TRY(newsroom::published_article(transaction, one.article));
        if (!article.is_withdrawn) return {};
    }
    return failure(Failure::conflict, "channel.issue.empty");
}

Result<void> submit_issue(Context& context, database::Transaction& transaction, Issue issue)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::submit));
    TRY(require_readable(transaction, issue));
    const auto before = issue;
    issue.state = IssueState::submitted;
    issue.reason.clear();
    issue.last_writer = context.actor().account;
    return save(context, transaction, before, issue, "channel.issue.submitted");
}

Result<void> take_back_issue(Context& context, database::Transaction& transaction, Issue issue)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::take_back));
    const auto before = issue;
    issue.state = IssueState::draft;
    return save(context, transaction, before, issue, "channel.issue.taken_back");
}

Result<void> send_back_issue(Context& context, database::Transaction& transaction, Issue issue,
                             std::string reason)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::send_back));
    if (reason.empty()) return failure(Failure::invalid, "channel.issue.reason", "reason");
    const auto before = issue;
    issue.state = IssueState::returned;
    issue.release_at.reset();
    issue.reason = std::move(reason);
    return save(context, transaction, before, issue, "channel.issue.sent_back");
}

Result<void> hold_issue(Context& context, database::Transaction& transaction, Issue issue)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::hold));
    const auto before = issue;
    issue.state = IssueState::submitted;
    issue.release_at.reset();
    return save(context, transaction, before, issue, "channel.issue.held");
}

Result<std::vector<newsroom::PublishedArticle>> candidates_for(Context& context,
                                                               database::Transaction& transaction,
                                                               const Issue& issue)
{
    const auto since = TRY(beginning_of(context, transaction, issue.agency));
    const auto entries = TRY(IssueStore{transaction}.entries(issue.id));
    auto found = TRY(newsroom::published_since(transaction, since, limits::candidates));
    std::erase_if(found, [&](const newsroom::PublishedArticle& one) {
        return std::ranges::find(entries, one.id, &Entry::article) != entries.end();
    });
    return found;
}

}  // namespace caicach::channel
