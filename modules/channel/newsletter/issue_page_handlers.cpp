#include "channel/newsletter/issue_page_handlers.hpp"

#include <utility>

#include "channel/newsletter/composing.hpp"
#include "channel/newsletter/issue_store.hpp"
#include "channel/newsletter/issue_views.hpp"
#include "channel/paths.hpp"
#include "channel/permissions.hpp"
#include "channel/subscription/subscriber_store.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

Result<std::string> done_by(Context& context, const http::Request& request, IssueDeed deed)
{
    auto transaction = TRY(context.begin());
    auto issue = TRY(seen_issue(context, transaction, request));
    issue.version = TRY(request.integer("version"));
    TRY(deed(context, transaction, request, issue));
    TRY(transaction.commit());
    return composing_path(issue.code);
}

Result<void> fill_candidates(Context& context, database::Transaction& transaction, IssuePage& page)
{
    page.candidates = TRY(candidates_for(context, transaction, page.edition.issue));
    page.candidate_agencies.reserve(page.candidates.size());
    for (const auto& one : page.candidates) {
        auto agency = TRY(organisation::agency_by_id(transaction, one.agency, context.today()));
        page.candidate_agencies.push_back(std::move(agency.name));
    }
    return {};
}

Result<void> fill_sending(database::Transaction& transaction, IssuePage& page)
{
    const auto& issue = page.edition.issue;
    const auto sending = TRY(sending_of(transaction, issue.id));
    if (!sending) return {};
    SendingView view{.sending = *sending};
    view.outcomes = TRY(notification::outcomes_about(transaction, notification::Channel::email,
                                                     archive_path(issue.slug)));
    view.left = TRY(SubscriberStore{transaction}.left_since(issue.agency,
                                                            issue.released_at.value_or(Instant{})));
    page.sending = view;
    return {};
}

}  // namespace

Result<Issue> seen_issue(const Context& context, database::Transaction& transaction,
                         const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("issue"));
    auto issue = TRY(IssueStore{transaction}.find(code));
    const auto rights = rights_to(context, issue);
    if (!rights.composes && !rights.releases)
        TRY(context.require(compose_issues, organisation::scope_of(issue.agency)));
    return issue;
}

Result<http::Response> issue_page_with(Context& context, database::Transaction& transaction,
                                       const http::Request& request, http::Form form,
                                       web::Fault fault)
{
    IssuePage page{.form = std::move(form), .fault = std::move(fault)};
    const auto issue = TRY(seen_issue(context, transaction, request));
    page.edition = TRY(edition_of(context, transaction, issue));
    const auto rights = rights_to(context, issue);
    page.acts = issue_acts(issue, rights);
    page.is_own = rights.is_writer;
    TRY(fill_sending(transaction, page));
    if (page.may(IssueAct::edit)) TRY(fill_candidates(context, transaction, page));
    return issue_page(context, page);
}

Result<http::Response> do_to_issue(Context& context, const http::Request& request, IssueDeed deed,
                                   std::string_view told, std::string_view anchor)
{
    const auto path = done_by(context, request, deed);
    if (path && anchor.empty()) return web::redirect_with(*path, told);
    if (path) return http::redirect(*path + "#" + std::string(anchor));
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    return issue_page_with(context, transaction, request, http::Form(request),
                           web::fault_of(context, path.error()));
}

}  // namespace caicach::channel
