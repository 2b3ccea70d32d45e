#include "channel/newsletter/issue_store.hpp"

#include <limits>
#include <utility>

#include "channel/limits.hpp"
#include "channel/sql.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{
namespace
{

Issue issue_from(const database::Row& row)
{
    Issue issue{.id = row.id<IssueId>("id"),
                .code = row.string("code"),
                .agency = row.id<organisation::AgencyId>("agency_id"),
                .author = row.id<AccountId>("author_id"),
                .last_writer = row.id<AccountId>("last_writer_id"),
                .year = static_cast<int>(row.integer("year")),
                .number = static_cast<int>(row.integer("number")),
                .slug = row.string("slug"),
                .title = row.string("title"),
                .opening = row.string("opening"),
                .reason = row.string("reason"),
                .release_at = row.maybe_instant("release_at"),
                .released_at = row.maybe_instant("released_at"),
                .made_at = row.instant("made_at"),
                .version = row.integer("version")};
    const auto state = issue_state_from(row.text("state"));
    VERIFY(state);  // the table's CHECK admits these only
    issue.state = *state;
    return issue;
}

Result<Issue> issue_in(std::optional<Issue> found)
{
    if (!found) return failure(Failure::not_found, "channel.issue.not_found");
    return std::move(*found);
}

}  // namespace

ArchivePlace newest_issue()
{
    return {.released_at = instant_from_iso("9999-12-31T00:00:00.000000Z"),
            .id = IssueId{std::numeric_limits<std::int64_t>::max()}};
}

Result<Issue> IssueStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(m_transaction.maybe_one(sql::issue_by_code, issue_from, asked.value_or("")));
    return issue_in(std::move(found));
}

Result<Issue> IssueStore::find(IssueId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::issue_by_id, issue_from, id));
    return issue_in(std::move(found));
}

Result<Issue> IssueStore::find_sent(std::string_view slug)
{
    auto found = TRY(m_transaction.maybe_one(sql::sent_issue_by_slug, issue_from, slug));
    return issue_in(std::move(found));
}

Result<std::optional<Issue>> IssueStore::last_sent(organisation::AgencyId agency)
{
    return m_transaction.maybe_one(sql::last_sent_issue, issue_from, agency);
}

Result<std::vector<Entry>> IssueStore::entries(IssueId id)
{
    return m_transaction.all(
        sql::entries_of_issue,
        [](const database::Row& row) {
            return Entry{.article = row.id<newsroom::ArticleId>("article_id"),
                         .headline = row.string("headline")};
        },
        id);
}

Result<std::vector<Issue>> IssueStore::of_agency(organisation::AgencyId agency,
                                                 std::string_view state, IssueId before, int count)
{
    return m_transaction.all(sql::issues_of_agency, issue_from, agency, before, state, count);
}

Result<std::vector<Issue>> IssueStore::in_state(IssueState state, IssueId before, int count)
{
    return m_transaction.all(sql::issues_in_state, issue_from, key_of(state), before, count);
}

Result<std::vector<Issue>> IssueStore::sent(std::optional<organisation::AgencyId> agency,
                                            const ArchivePlace& behind, int count)
{
    if (agency)
        return m_transaction.all(sql::sent_issues_of_agency, issue_from, behind.released_at,
                                 behind.id, count, *agency);
    return m_transaction.all(sql::sent_issues, issue_from, behind.released_at, behind.id, count);
}

Result<std::vector<IssueId>> IssueStore::due(Instant now)
{
    return m_transaction.all(
        sql::due_issues, [](const database::Row& row) { return row.id<IssueId>("id"); }, now,
        limits::due_at_once);
}

Result<int> IssueStore::last_number(organisation::AgencyId agency, int year)
{
    return m_transaction.one(
        sql::last_number,
        [](const database::Row& row) { return static_cast<int>(row.integer("number")); }, agency,
        std::int64_t{year});
}

Result<void> IssueStore::insert(Issue& issue)
{
    issue.id = make_id<IssueId>();
    issue.code = crypto::make_public_code();
    issue.version = 1;
    return m_transaction.change_one(sql::insert_issue, issue.id, issue.code, issue.agency,
                                    issue.author, issue.title, issue.opening, issue.made_at);
}

Result<void> IssueStore::save(const Issue& issue)
{
    return m_transaction.change_one(
        sql::save_issue, issue.id, issue.version, issue.last_writer, key_of(issue.state),
        std::int64_t{issue.year}, std::int64_t{issue.number}, issue.slug, issue.title,
        issue.opening, issue.reason, issue.release_at, issue.released_at);
}

Result<void> IssueStore::save_entries(IssueId id, const std::vector<Entry>& entries)
{
    TRY(m_transaction.change(sql::delete_entries, id));
    std::int64_t position = 0;
    for (const auto& one : entries)
        TRY(m_transaction.change_one(sql::insert_entry, id, ++position, one.article, one.headline));
    return {};
}

Result<void> IssueStore::remove(const Issue& issue)
{
    TRY(m_transaction.change(sql::delete_entries, issue.id));
    return m_transaction.change_one(sql::delete_issue, issue.id, issue.version);
}

}  // namespace caicach::channel
