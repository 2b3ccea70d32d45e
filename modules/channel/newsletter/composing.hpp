#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "channel/newsletter/issue.hpp"
#include "manifest/context.hpp"

/// What happens to an issue before it goes out, each in the caller's transaction and with its audit
/// line.
namespace caicach::channel
{

inline constexpr std::string_view issue_object = "channel.issue";

/// What an issue says besides its articles.
struct IssueText {
    std::string title{};
    std::string opening{};
};

/// Which of the module's permissions the actor has at the issue's agency.
[[nodiscard]] IssueRights rights_to(const Context& context, const Issue& issue);

/// Without articles. invalid "channel.issue.secret"; too_large "document.limit.markdown".
[[nodiscard]] Result<Issue> draft_issue(Context& context, database::Transaction& transaction,
                                        organisation::AgencyId agency, const IssueText& text);
[[nodiscard]] Result<void> change_issue(Context& context, database::Transaction& transaction,
                                        Issue issue, const IssueText& text);
/// What `change` does to the articles in it.
using EntryChange = std::function<Result<void>(std::vector<Entry>&)>;
[[nodiscard]] Result<void> change_entries(Context& context, database::Transaction& transaction,
                                          Issue issue, const EntryChange& change);
[[nodiscard]] Result<void> discard_issue(Context& context, database::Transaction& transaction,
                                         const Issue& issue);
/// To whoever approves. conflict "channel.issue.empty" where no article of it is there.
[[nodiscard]] Result<void> submit_issue(Context& context, database::Transaction& transaction,
                                        Issue issue);
[[nodiscard]] Result<void> take_back_issue(Context& context, database::Transaction& transaction,
                                           Issue issue);
/// invalid "channel.issue.reason" of the field "reason".
[[nodiscard]] Result<void> send_back_issue(Context& context, database::Transaction& transaction,
                                           Issue issue, std::string reason);
[[nodiscard]] Result<void> hold_issue(Context& context, database::Transaction& transaction,
                                      Issue issue);

/// conflict "channel.issue.empty": at least one of its articles is there for readers.
[[nodiscard]] Result<void> require_readable(database::Transaction& transaction, const Issue& issue);

/// Articles that the issue could take: published since the agency's last one, and not in it yet.
[[nodiscard]] Result<std::vector<newsroom::PublishedArticle>> candidates_for(
    Context& context, database::Transaction& transaction, const Issue& issue);

}  // namespace caicach::channel
