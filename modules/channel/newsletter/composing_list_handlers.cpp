#include "channel/newsletter/composing_list_handlers.hpp"

#include <limits>
#include <utility>

#include "channel/agency_asked.hpp"
#include "channel/limits.hpp"
#include "channel/newsletter/composing.hpp"
#include "channel/newsletter/composing_list_views.hpp"
#include "channel/newsletter/issue_store.hpp"
#include "channel/paths.hpp"
#include "channel/permissions.hpp"
#include "http/percent.hpp"
#include "once/once.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view purpose = "channel.issue";
constexpr std::string_view usual_title = "Bản tin cải cách hành chính";

/// Where the list goes on behind its last row.
void cut_to_page(ComposingListPage& page, const std::string& path)
{
    if (page.issues.size() <= static_cast<std::size_t>(limits::desk_rows)) return;
    page.issues.pop_back();
    page.next_path = path + "truoc=" + std::to_string(page.issues.back().id.value);
}

Result<IssueId> place_in(const http::Request& request)
{
    const auto asked = TRY(request.maybe_integer("truoc", {.lowest = 1}));
    return IssueId{asked.value_or(std::numeric_limits<std::int64_t>::max())};
}

Result<void> fill_waiting(const Context& context, database::Transaction& transaction,
                          IssueId before, ComposingListPage& page)
{
    page.issues =
        TRY(IssueStore{transaction}.in_state(IssueState::submitted, before, limits::desk_rows + 1));
    cut_to_page(page, waiting_path() + "?");
    std::erase_if(page.issues, [&](const Issue& one) {
        return !context.may(release_issues, organisation::scope_of(one.agency));
    });
    for (const auto& one : page.issues) {
        auto agency = TRY(organisation::agency_by_id(transaction, one.agency, context.today()));
        page.agency_names.push_back(std::move(agency.name));
    }
    return {};
}

Result<void> fill_own(const Context& context, database::Transaction& transaction, IssueId before,
                      std::string_view agency_code, ComposingListPage& page)
{
    page.agency = TRY(agency_asked(context, transaction, agency_code));
    const auto scope = organisation::scope_of(page.agency.id);
    TRY(context.require(compose_issues, scope));
    page.agencies = TRY(agencies_with(context, transaction, compose_issues));
    page.issues =
        TRY(IssueStore{transaction}.of_agency(page.agency.id, {}, before, limits::desk_rows + 1));
    cut_to_page(page,
                composing_path() + "?co-quan=" + http::percent_encoded(page.agency.code) + "&");
    page.taken_keys = TRY(once::last_keys(transaction, purpose, context.actor().account.value));
    if (page.key.empty()) page.key = once::new_key();
    return {};
}

Result<http::Response> show_list(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ComposingListPage page;
    page.may_release = context.may_anywhere(release_issues);
    page.form.set("title", std::string(usual_title));
    const auto before = TRY(place_in(request));
    TRY(fill_own(context, transaction, before, request.query("co-quan").value_or(""), page));
    return composing_list_page(context, page);
}

Result<http::Response> show_waiting(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ComposingListPage page{.is_waiting = true, .may_release = true};
    page.may_compose = context.may_anywhere(compose_issues);
    const auto before = TRY(place_in(request));
    TRY(fill_waiting(context, transaction, before, page));
    return composing_list_page(context, page);
}

/// The path of the issue that the form began.
Result<std::string> drafted(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_asked(context, transaction, request.raw("agency")));
    TRY(context.require(compose_issues, organisation::scope_of(agency.id)));
    IssueText text;
    text.title = TRY(request.text("title", limits::title_length_max));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const once::Sending sending{.purpose = std::string{purpose},
                                .owner = context.actor().account.value,
                                .key = std::move(key),
                                .content_sha256 = once::content_of({agency.code, text.title})};
    const auto draft = [&]() -> Result<std::string> {
        const auto issue = TRY(draft_issue(context, transaction, agency.id, text));
        return composing_path(issue.code);
    };
    auto path = TRY(once::run(transaction, sending, context.now(), draft));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> post_new(Context& context, const http::Request& request)
{
    const auto path = drafted(context, request);
    if (path) return web::redirect_with(*path, "channel.issue.was_drafted");
    const std::string key{request.raw(once::field)};
    const auto error = once::said_of_keyed_form(path.error(), key);
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    auto transaction = TRY(context.read());
    ComposingListPage page{.form = http::Form(request), .fault = web::fault_of(context, error)};
    page.may_release = context.may_anywhere(release_issues);
    // What was sent under that key stands: the same form means another issue from now on.
    if (error.key != "once.sent_before") page.key = key;
    TRY(fill_own(context, transaction, IssueId{std::numeric_limits<std::int64_t>::max()},
                 request.raw("agency"), page));
    return composing_list_page(context, page);
}

}  // namespace

void add_composing_list(Module& module)
{
    for (const auto* permission : {&compose_issues, &release_issues})
        module.permission(*permission);
    module.get("/soan-ban-tin", http::Access::holder_of(compose_issues.key), show_list);
    module.post("/soan-ban-tin", http::Access::holder_of(compose_issues.key), post_new);
    module.get("/soan-ban-tin/cho-duyet", http::Access::holder_of(release_issues.key),
               show_waiting);
    module.menu({.text = "Soạn bản tin",
                 .path = "/soan-ban-tin",
                 .order = 46,
                 .permission = &compose_issues});
    module.menu({.text = "Duyệt bản tin",
                 .path = "/soan-ban-tin/cho-duyet",
                 .order = 47,
                 .permission = &release_issues});
}

}  // namespace caicach::channel
