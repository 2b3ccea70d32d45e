#include "organisation/group_handlers.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "organisation/day_asked.hpp"
#include "organisation/group_change.hpp"
#include "organisation/group_change_views.hpp"
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
    return context.require(manage_groups, ScopeId{});
}

Result<http::Response> show_groups(Context& context, const http::Request& request)
{
    GroupsPage page{.today = context.today(), .may_manage = context.may(manage_groups, ScopeId{})};
    page.day = day_asked(request, page.today);
    auto transaction = TRY(context.read());
    auto all = TRY(groups(transaction));
    const auto counts = TRY(members_counts(transaction, page.day));
    for (auto& group : all) {
        GroupLine line{.group = std::move(group)};
        line.rules = TRY(group_rules(transaction, line.group.id));
        const auto counted = counts.find(line.group.id);
        if (counted != counts.end()) line.members = counted->second;
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
    page.may_manage = context.may(manage_groups, ScopeId{});
    return group_page(context, page);
}

Result<http::Response> show_group(Context& context, const http::Request& request)
{
    return group_with(context, request, {});
}

GroupForm form_in(const http::Request& request, GroupFormKind kind, const Error& error)
{
    const auto typed = [&](std::string_view field) { return std::string(request.raw(field)); };
    return {.kind = typed("kind"),
            .agency = typed("agency"),
            .membership = typed("membership"),
            .alias = typed("alias"),
            .valid_from = typed("valid_from"),
            .valid_to = typed("valid_to"),
            .which = kind,
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

Result<void> add_rule(Context& context, database::Transaction& transaction,
                      const http::Request& request, GroupId group)
{
    const auto kind = TRY(request.text("kind", limits::name_length_max));
    const auto validity = TRY(validity_in(request, context.today()));
    return add_group_rule(context, transaction, group, kind, validity);
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

Result<void> add_exception(Context& context, database::Transaction& transaction,
                           const http::Request& request, GroupId group)
{
    const auto validity = TRY(validity_in(request, context.today()));
    const AgencyId agency = TRY(agency_named(transaction, request, validity.from));
    const auto membership =
        request.raw("membership") == "excluded" ? Membership::excluded : Membership::included;
    return set_group_exception(context, transaction, group, agency, membership, validity);
}

Result<void> end_rule(Context& context, database::Transaction& transaction,
                      const http::Request& request, GroupId group)
{
    const auto kind = TRY(request.text("what", limits::name_length_max));
    const auto from = TRY(request.date("from"));
    return end_group_rule(context, transaction, group, kind, from);
}

Result<void> end_exception(Context& context, database::Transaction& transaction,
                           const http::Request& request, GroupId group)
{
    const auto slug = TRY(request.text("what", limits::name_length_max));
    const auto from = TRY(request.date("from"));
    const auto agency = TRY(agency_by_slug(transaction, slug, from));
    return end_group_exception(context, transaction, group, agency.id, from);
}

Result<void> add_name(Context& context, database::Transaction& transaction,
                      const http::Request& request, GroupId group)
{
    const auto alias = TRY(request.text("alias", limits::name_length_max));
    const auto from = TRY(request.maybe_date("valid_from"));
    const auto to = TRY(request.maybe_date("valid_to"));
    return add_alias(context, transaction,
                     {.text = alias,
                      .target = group,
                      .validity = {.from = from.value_or(first_day()), .to = to}});
}

Result<void> end_name(Context& context, database::Transaction& transaction,
                      const http::Request& request, GroupId group)
{
    const auto alias = TRY(request.text("what", limits::name_length_max));
    const auto from = TRY(request.date("from"));
    return end_group_alias(context, transaction, group, alias, from);
}

using Change = Result<void> (*)(Context&, database::Transaction&, const http::Request&, GroupId);

/// Does it; only `is_saved` keeps it. Answers who comes in and who goes out today.
Result<GroupEffect> changed(Context& context, const http::Request& request, Change change,
                            bool is_saved)
{
    auto transaction = TRY(context.begin());
    const GroupId group = TRY(group_in(transaction, request));
    const auto before = TRY(members(transaction, group, context.today()));
    TRY(change(context, transaction, request, group));
    const auto after = TRY(members(transaction, group, context.today()));
    if (is_saved) TRY(transaction.commit());
    return effect_of(before, after);
}

/// What was sent, to be sent once more with the word to save it.
std::vector<http::Field> sent(const http::Request& request)
{
    constexpr std::array names{"kind", "agency", "membership", "valid_from", "valid_to",
                               "what", "from",   "name",       "is_open",    "kinds"};
    std::vector<http::Field> fields;
    std::ranges::copy_if(request.fields(), std::back_inserter(fields), [&](const auto& field) {
        return std::ranges::find(names, field.name) != names.end();
    });
    return fields;
}

/// Shows what would follow, or saves it. `form` says where a fault is shown.
Result<http::Response> answer(Context& context, const http::Request& request, Change change,
                              GroupFormKind form, bool is_shown_first = true)
{
    TRY(require_groups(context));
    const auto key = TRY(request.path<std::string>("group"));
    const bool is_saved = request.has("save") || !is_shown_first;
    auto effect = changed(context, request, change, is_saved);
    if (!effect) {
        if (!is_about_form(effect.error())) return tl::unexpected<Error>(effect.error());
        return group_with(context, request, form_in(request, form, effect.error()));
    }
    if (is_saved) return web::redirect_with(group_path(key), "organisation.group.changed");
    auto transaction = TRY(context.read());
    const auto group = TRY(group_by_key(transaction, key));
    return group_effect_page(context, {.name = group.name,
                                       .action = std::string(request.path()),
                                       .back_path = group_path(key),
                                       .fields = sent(request),
                                       .effect = std::move(*effect)});
}

Result<http::Response> post_rule(Context& context, const http::Request& request)
{
    return answer(context, request, add_rule, GroupFormKind::rule);
}

Result<http::Response> post_rule_ending(Context& context, const http::Request& request)
{
    return answer(context, request, end_rule, GroupFormKind::rule);
}

Result<http::Response> post_exception(Context& context, const http::Request& request)
{
    return answer(context, request, add_exception, GroupFormKind::exception);
}

Result<http::Response> post_exception_ending(Context& context, const http::Request& request)
{
    return answer(context, request, end_exception, GroupFormKind::exception);
}

/// Other names change no member: they are saved at once.
Result<http::Response> post_name(Context& context, const http::Request& request)
{
    return answer(context, request, add_name, GroupFormKind::alias, false);
}

Result<http::Response> post_name_ending(Context& context, const http::Request& request)
{
    return answer(context, request, end_name, GroupFormKind::alias, false);
}

NewGroupForm new_form_in(const http::Request& request)
{
    NewGroupForm form{.name = std::string(request.raw("name")),
                      .valid_from = std::string(request.raw("valid_from")),
                      .is_open = request.has("is_open")};
    for (const auto& field : request.fields())
        if (field.name == "kinds") form.kinds.push_back(field.value);
    return form;
}

Result<http::Response> new_group_with(Context& context, NewGroupForm form)
{
    auto transaction = TRY(context.read());
    NewGroupPage page{.form = std::move(form)};
    page.kinds = TRY(kinds(transaction));
    return new_group_page(context, page);
}

Result<http::Response> show_new_group(Context& context, const http::Request& request)
{
    TRY(require_groups(context));
    return new_group_with(context, new_form_in(request));
}

struct Created {
    std::string key{};
    GroupEffect effect{};
};

Result<Created> created(Context& context, const http::Request& request, bool is_saved)
{
    auto transaction = TRY(context.begin());
    NewGroup group{.is_open = request.has("is_open")};
    group.name = TRY(request.text("name", limits::name_length_max));
    group.kinds = TRY(request.texts("kinds", limits::name_length_max));
    group.validity.from = TRY(request.maybe_date("valid_from")).value_or(first_day());
    Created created;
    created.key = TRY(create_group(context, transaction, group));
    const auto held = TRY(group_by_key(transaction, created.key));
    const auto today = TRY(members(transaction, held.id, context.today()));
    created.effect = effect_of({}, today);
    if (is_saved) TRY(transaction.commit());
    return created;
}

Result<http::Response> post_group(Context& context, const http::Request& request)
{
    TRY(require_groups(context));
    const bool is_saved = request.has("save");
    auto done = created(context, request, is_saved);
    if (!done) {
        if (!is_about_form(done.error())) return tl::unexpected<Error>(done.error());
        auto form = new_form_in(request);
        form.error = done.error();
        return new_group_with(context, std::move(form));
    }
    if (is_saved) return web::redirect_with(group_path(done->key), "organisation.group.created");
    return group_effect_page(context, {.name = std::string(request.raw("name")),
                                       .action = groups_path(),
                                       .back_path = groups_path(),
                                       .fields = sent(request),
                                       .effect = std::move(done->effect)});
}

}  // namespace

void add_groups(Module& module)
{
    const auto managers = http::Access::holder_of(manage_groups.key);
    module.get("/co-quan/nhom", http::Access::anyone, show_groups);
    module.get("/co-quan/nhom/{group}", http::Access::anyone, show_group);
    module.get("/co-quan/nhom/them-moi", managers, show_new_group);
    module.post("/co-quan/nhom", managers, post_group);
    module.post("/co-quan/nhom/{group}/ten-goi-khac", managers, post_name);
    module.post("/co-quan/nhom/{group}/ten-goi-khac/thoi-dung", managers, post_name_ending);
    module.post("/co-quan/nhom/{group}/quy-tac", managers, post_rule);
    module.post("/co-quan/nhom/{group}/quy-tac/thoi-dung", managers, post_rule_ending);
    module.post("/co-quan/nhom/{group}/ngoai-le", managers, post_exception);
    module.post("/co-quan/nhom/{group}/ngoai-le/thoi-dung", managers, post_exception_ending);
}

}  // namespace caicach::organisation
