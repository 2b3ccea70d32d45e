#include "organisation/group_change.hpp"

#include <algorithm>
#include <iterator>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "organisation/group_record.hpp"
#include "organisation/limits.hpp"
#include "organisation/naming.hpp"
#include "organisation/registration.hpp"
#include "organisation/sql.hpp"
#include "text/slug.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

/// "cac-truong-hoc": a word of the address, never one that a page of this module has.
Result<std::string> free_key(database::Transaction& transaction, std::string_view name)
{
    constexpr std::string_view form_of_new = "them-moi";
    auto base = text::slug(name);
    if (base.empty() || base == form_of_new) base = "nhom";
    for (int twin = 1; twin <= limits::twins_max; ++twin) {
        auto key = twin == 1 ? base : base + "-" + std::to_string(twin);
        const auto held = group_by_key(transaction, key);
        if (!held && held.error().kind == Failure::not_found) return key;
        if (!held) return tl::unexpected<Error>(held.error());
    }
    return failure(Failure::conflict, "organisation.name.taken", "name", {std::string(name)});
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    GroupId group, std::string_view detail)
{
    TRY(context.record(transaction, action, "organisation.group", group.value, detail));
    return context.publish(transaction, DirectoryChanged{});
}

std::vector<AgencySummary> without(const std::vector<AgencySummary>& these,
                                   const std::vector<AgencySummary>& others)
{
    std::vector<AgencySummary> rest;
    std::ranges::copy_if(these, std::back_inserter(rest), [&](const AgencySummary& one) {
        return std::ranges::find(others, one.id, &AgencySummary::id) == others.end();
    });
    return rest;
}

}  // namespace

Result<std::string> create_group(Context& context, database::Transaction& transaction,
                                 const NewGroup& group)
{
    const auto name = text::squeeze(text::clean_input(group.name));
    TRY(check_name(name));
    const bool is_borne = TRY(is_name_borne(transaction, name, {}));
    if (is_borne) return failure(Failure::conflict, "organisation.name.taken", "name", {name});
    auto key = TRY(free_key(transaction, name));
    const auto id = make_id<GroupId>();
    TRY(transaction.change_one(sql::insert_group, id, key, name, name_key(name), group.is_open));
    TRY(record(context, transaction, "organisation.group.created", id,
               beginning_detail(json::Value::object().set("key", key).set("name", name))));
    for (const auto& kind : group.kinds)
        TRY(add_group_rule(context, transaction, id, kind, group.validity));
    return key;
}

Result<void> end_group_alias(Context& context, database::Transaction& transaction, GroupId group,
                             std::string_view alias, Date from)
{
    const auto yesterday = context.today().plus_days(-1);
    const bool is_new = from > yesterday;
    const auto changed =
        is_new ? transaction.change(sql::delete_group_alias, group, alias, from)
               : transaction.change(sql::end_group_alias, group, alias, from, yesterday);
    if (!changed) return tl::unexpected<Error>(changed.error());
    if (*changed == 0) return failure(Failure::not_found, "organisation.group.gone");
    return record(context, transaction, "organisation.group.changed", group,
                  ending_detail(json::Value::object().set("alias", alias).set("from", from.iso())));
}

GroupEffect effect_of(const Members& before, const Members& after)
{
    return {.joined = without(after.agencies, before.agencies),
            .left = without(before.agencies, after.agencies)};
}

}  // namespace caicach::organisation
