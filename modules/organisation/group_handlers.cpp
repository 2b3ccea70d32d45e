#include "organisation/group_handlers.hpp"

#include <utility>

#include "organisation/day_asked.hpp"
#include "organisation/group_views.hpp"
#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::organisation
{
namespace
{

Result<void> require_groups(const Context& context)
{
    return context.require(manage_agencies, ScopeId{});
}

Result<http::Response> show_groups(Context& context, const http::Request& request)
{
    GroupsPage page{.today = context.today()};
    page.day = day_asked(request, page.today);
    auto transaction = TRY(context.read());
    auto all = TRY(groups(transaction));
    for (auto& group : all) {
        GroupLine line{.group = std::move(group)};
        line.rules = TRY(group_rules(transaction, line.group.id));
        if (!line.group.is_open)
            line.members = TRY(members_count(transaction, line.group.id, page.day));
        page.groups.push_back(std::move(line));
    }
    return groups_page(context, page);
}

Result<http::Response> group_with(Context& context, const http::Request& request, GroupForm form)
{
    const auto key = TRY(request.path<std::string>("group"));
    GroupPage page{.form = std::move(form), .today = context.today()};
    page.day = day_asked(request, page.today);
    auto transaction = TRY(context.read());
    page.record = TRY(group_record(transaction, key, page.day));
    page.kinds = TRY(kinds(transaction));
    page.may_manage = context.may(manage_agencies, ScopeId{});
    return group_page(context, page);
}

Result<http::Response> show_group(Context& context, const http::Request& request)
{
    return group_with(context, request, {});
}

GroupForm form_in(const http::Request& request, bool is_rule, const Error& error)
{
    const auto typed = [&](std::string_view field) { return std::string(request.raw(field)); };
    return {.kind = typed("kind"),
            .agency = typed("agency"),
            .membership = typed("membership"),
            .valid_from = typed("valid_from"),
            .valid_to = typed("valid_to"),
            .is_rule = is_rule,
            .error = error};
}

bool is_about_form(const Error& error)
{
    return !error.field.empty() &&
           (error.kind == Failure::invalid || error.kind == Failure::conflict);
}

Result<Validity> validity_in(const http::Request& request, Date today)
{
    const auto from = TRY(request.maybe_date("valid_from"));
    const auto to = TRY(request.maybe_date("valid_to"));
    return Validity{.from = from.value_or(today), .to = to};
}

Result<GroupId> group_in(database::Transaction& transaction, const http::Request& request)
{
    const auto key = TRY(request.path<std::string>("group"));
    return TRY(group_by_key(transaction, key)).id;
}

Result<void> rule_added(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const GroupId group = TRY(group_in(transaction, request));
    const auto kind = TRY(request.text("kind", limits::name_length_max));
    const auto validity = TRY(validity_in(request, context.today()));
    TRY(add_group_rule(context, transaction, group, kind, validity));
    return transaction.commit();
}

/// Whom the name means on the first of the days; nobody for sure is the form's fault.
Result<AgencyId> agency_named(database::Transaction& transaction, const http::Request& request,
                              Date day)
{
    const auto name = TRY(request.text("agency", limits::name_length_max));
    const auto meant = TRY(resolve_name(transaction, name, day));
    if (const auto* agency = std::get_if<AgencyId>(&meant)) return *agency;
    return failure(Failure::invalid, "organisation.group.agency_unknown", "agency", {name});
}

Result<void> exception_added(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const GroupId group = TRY(group_in(transaction, request));
    const auto validity = TRY(validity_in(request, context.today()));
    const AgencyId agency = TRY(agency_named(transaction, request, validity.from));
    const auto membership =
        request.raw("membership") == "excluded" ? Membership::excluded : Membership::included;
    TRY(set_group_exception(context, transaction, group, agency, membership, validity));
    return transaction.commit();
}

Result<http::Response> changed(Context& context, const http::Request& request,
                               const Result<void>& outcome, bool is_rule)
{
    const auto key = TRY(request.path<std::string>("group"));
    if (outcome) return web::redirect_with(group_path(key), "organisation.group.changed");
    if (!is_about_form(outcome.error())) return tl::unexpected<Error>(outcome.error());
    return group_with(context, request, form_in(request, is_rule, outcome.error()));
}

Result<http::Response> post_rule(Context& context, const http::Request& request)
{
    TRY(require_groups(context));
    return changed(context, request, rule_added(context, request), true);
}

Result<http::Response> post_exception(Context& context, const http::Request& request)
{
    TRY(require_groups(context));
    return changed(context, request, exception_added(context, request), false);
}

Result<void> ended(Context& context, const http::Request& request, bool is_rule)
{
    auto transaction = TRY(context.begin());
    const GroupId group = TRY(group_in(transaction, request));
    const auto what = TRY(request.text("what", limits::name_length_max));
    const auto from = TRY(request.date("from"));
    if (is_rule) {
        TRY(end_group_rule(context, transaction, group, what, from));
    } else {
        const auto agency = TRY(agency_by_slug(transaction, what, from));
        TRY(end_group_exception(context, transaction, group, agency.id, from));
    }
    return transaction.commit();
}

Result<http::Response> post_rule_ending(Context& context, const http::Request& request)
{
    TRY(require_groups(context));
    return changed(context, request, ended(context, request, true), true);
}

Result<http::Response> post_exception_ending(Context& context, const http::Request& request)
{
    TRY(require_groups(context));
    return changed(context, request, ended(context, request, false), false);
}

}  // namespace

void add_groups(Module& module)
{
    const auto managers = http::Access::holder_of(manage_agencies.key);
    module.get("/co-quan/nhom", http::Access::anyone, show_groups);
    module.get("/co-quan/nhom/{group}", http::Access::anyone, show_group);
    module.post("/co-quan/nhom/{group}/quy-tac", managers, post_rule);
    module.post("/co-quan/nhom/{group}/quy-tac/thoi-dung", managers, post_rule_ending);
    module.post("/co-quan/nhom/{group}/ngoai-le", managers, post_exception);
    module.post("/co-quan/nhom/{group}/ngoai-le/thoi-dung", managers, post_exception_ending);
}

}  // namespace caicach::organisation
