#include "channel/newsletter/entry_handlers.hpp"

#include <utility>

#include "channel/limits.hpp"
#include "channel/newsletter/composing.hpp"
#include "channel/newsletter/issue_page_handlers.hpp"
#include "channel/permissions.hpp"
#include "text/slug.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view entries_anchor = "bai";
constexpr std::string_view candidates_anchor = "them";

/// "https://…/tin-bai/mot-cua" as people copy it, or the last word alone.
std::string_view slug_in(std::string_view address)
{
    const auto end = address.find_first_of("?#");
    if (end != std::string_view::npos) address = address.substr(0, end);
    while (address.ends_with('/')) address.remove_suffix(1);
    const auto slash = address.rfind('/');
    return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

Result<newsroom::PublishedArticle> article_in(database::Transaction& transaction,
                                              const http::Request& request)
{
    const auto address = TRY(request.text("article", limits::address_length_max));
    auto found = newsroom::published_article(transaction, slug_in(address));
    if (found && !found->is_withdrawn) return found;
    if (!found && found.error().kind != Failure::not_found) return found;
    return failure(Failure::invalid, "channel.entry.unknown", "article");
}

/// One that may have been taken off since it was put into the issue.
Result<newsroom::ArticleId> entry_in(database::Transaction& transaction,
                                     const http::Request& request)
{
    const auto address = TRY(request.text("article", limits::address_length_max));
    const auto found = TRY(newsroom::published_article(transaction, slug_in(address)));
    return found.id;
}

Result<void> add_deed(Context& context, database::Transaction& transaction,
                      const http::Request& request, const Issue& issue)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::edit));
    const auto article = TRY(article_in(transaction, request));
    return change_entries(context, transaction, issue, [&](std::vector<Entry>& entries) {
        return add_entry(entries, article.id);
    });
}

template <Direction direction>
Result<void> move_deed(Context& context, database::Transaction& transaction,
                       const http::Request& request, const Issue& issue)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::edit));
    const auto article = TRY(entry_in(transaction, request));
    return change_entries(context, transaction, issue, [&](std::vector<Entry>& entries) {
        return move_entry(entries, article, direction);
    });
}

Result<void> remove_deed(Context& context, database::Transaction& transaction,
                         const http::Request& request, const Issue& issue)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::edit));
    const auto article = TRY(entry_in(transaction, request));
    return change_entries(context, transaction, issue, [&](std::vector<Entry>& entries) {
        return remove_entry(entries, article);
    });
}

Result<void> headline_deed(Context& context, database::Transaction& transaction,
                           const http::Request& request, const Issue& issue)
{
    TRY(require_act(issue, rights_to(context, issue), IssueAct::edit));
    const auto article = TRY(entry_in(transaction, request));
    auto headline = TRY(request.maybe_text("headline", limits::headline_length_max)).value_or("");
    return change_entries(context, transaction, issue, [&](std::vector<Entry>& entries) {
        return set_headline(entries, article, std::move(headline));
    });
}

/// Where the article stands now, so that who goes by keyboard goes on there.
std::string anchor_of(const http::Request& request)
{
    auto slug = text::slug(slug_in(request.raw("article")));
    return slug.empty() ? std::string(entries_anchor) : slug;
}

Result<http::Response> post_entry(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, add_deed, {}, candidates_anchor);
}

Result<http::Response> post_up(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, move_deed<Direction::up>, {}, anchor_of(request));
}

Result<http::Response> post_down(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, move_deed<Direction::down>, {}, anchor_of(request));
}

Result<http::Response> post_removal(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, remove_deed, {}, entries_anchor);
}

Result<http::Response> post_headline(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, headline_deed, {}, anchor_of(request));
}

}  // namespace

void add_entries(Module& module)
{
    const auto composers = http::Access::holder_of(compose_issues.key);
    module.post("/soan-ban-tin/{issue}/bai", composers, post_entry);
    module.post("/soan-ban-tin/{issue}/bai/len", composers, post_up);
    module.post("/soan-ban-tin/{issue}/bai/xuong", composers, post_down);
    module.post("/soan-ban-tin/{issue}/bai/bo", composers, post_removal);
    module.post("/soan-ban-tin/{issue}/bai/tieu-de", composers, post_headline);
}

}  // namespace caicach::channel
