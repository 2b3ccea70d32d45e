#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "channel/newsletter/issue.hpp"
#include "database/transaction.hpp"

namespace caicach::channel
{

/// Behind which issue a page of the archive goes on.
struct ArchivePlace {
    Instant released_at{};
    IssueId id{};
};
/// Before every issue there is.
[[nodiscard]] ArchivePlace newest_issue();

/// Rows ↔ issues.
class IssueStore
{
public:
    explicit IssueStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.issue.not_found".
    [[nodiscard]] Result<Issue> find(std::string_view code);
    [[nodiscard]] Result<Issue> find(IssueId id);
    /// One that its readers have.
    [[nodiscard]] Result<Issue> find_sent(std::string_view slug);
    [[nodiscard]] Result<std::optional<Issue>> last_sent(organisation::AgencyId agency);
    /// In their order.
    [[nodiscard]] Result<std::vector<Entry>> entries(IssueId id);

    /// Newest first, behind `before`; of every state where `state` is empty.
    [[nodiscard]] Result<std::vector<Issue>> of_agency(organisation::AgencyId agency,
                                                       std::string_view state, IssueId before,
                                                       int count);
    [[nodiscard]] Result<std::vector<Issue>> in_state(IssueState state, IssueId before, int count);
    /// What went out, newest first; of all agencies without one.
    [[nodiscard]] Result<std::vector<Issue>> sent(std::optional<organisation::AgencyId> agency,
                                                  const ArchivePlace& behind, int count);
    [[nodiscard]] Result<std::vector<IssueId>> due(Instant now);
    /// Of the agency's issues that went out in the year; 0: none did.
    [[nodiscard]] Result<int> last_number(organisation::AgencyId agency, int year);

    /// Gives id and code.
    [[nodiscard]] Result<void> insert(Issue& issue);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const Issue& issue);
    [[nodiscard]] Result<void> save_entries(IssueId id, const std::vector<Entry>& entries);
    [[nodiscard]] Result<void> remove(const Issue& issue);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
