#include "channel/newsletter/edition.hpp"

#include <utility>

#include "channel/newsletter/issue_store.hpp"

namespace caicach::channel
{

Result<Edition> edition_of(const Context& context, database::Transaction& transaction,
                           const Issue& issue)
{
    IssueStore store{transaction};
    Edition edition{.issue = issue};
    const bool is_out = issue.state == IssueState::sent;
    const auto day = is_out ? Date::of(issue.released_at.value_or(Instant{})) : context.today();
    auto agency = TRY(organisation::agency_by_id(transaction, issue.agency, day));
    edition.agency = std::move(agency.name);
    const auto year = is_out ? issue.year : day.year();
    const auto next = TRY(store.last_number(issue.agency, year)) + 1;
    edition.number = numbered(is_out ? issue.number : next, year);
    edition.name = edition.number + ": " + issue.title;
    edition.opening = TRY(document::read_markdown(issue.opening));
    auto entries = TRY(store.entries(issue.id));
    edition.articles.reserve(entries.size());
    for (auto& one : entries) {
        auto article = TRY(newsroom::published_article(transaction, one.article));
        auto writer = TRY(organisation::agency_by_id(transaction, article.agency,
                                                     Date::of(article.published_at)));
        auto title = one.headline.empty() ? article.title : one.headline;
        edition.articles.push_back({.article = std::move(article),
                                    .title = std::move(title),
                                    .own = std::move(one.headline),
                                    .agency = std::move(writer.name)});
    }
    return edition;
}

}  // namespace caicach::channel
