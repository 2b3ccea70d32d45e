#include "organisation/group_record.hpp"

#include <algorithm>
#include <utility>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"

namespace caicach::organisation
{
namespace
{

GroupRule rule_from(const database::Row& row)
{
    return {.kind = {.key = row.string("key"),
                     .text = row.string("text"),
                     .level = row.string("level"),
                     .validity = {.from = row.date("kind_from"), .to = row.maybe_date("kind_to")}},
            .validity = validity_from(row)};
}

struct ExceptionRow {
    AgencyId agency{};
    bool is_member{};
    Validity validity{};
};

Result<std::vector<GroupException>> exceptions_of(database::Transaction& transaction, GroupId group,
                                                  Date day)
{
    const auto row_from = [](const database::Row& row) {
        return ExceptionRow{.agency = row.id<AgencyId>("agency_id"),
                            .is_member = row.boolean("is_member"),
                            .validity = validity_from(row)};
    };
    const auto rows = TRY(transaction.all(sql::group_exceptions, row_from, group));
    std::vector<GroupException> exceptions;
    for (const auto& row : rows) {
        auto agency = TRY(agency_by_id(transaction, row.agency, day));
        exceptions.push_back(
            {.agency = std::move(agency),
             .membership = row.is_member ? Membership::included : Membership::excluded,
             .validity = row.validity});
    }
    return exceptions;
}

bool overlaps(const Validity& one, const Validity& other)
{
    return (!one.to || other.from <= *one.to) && (!other.to || one.from <= *other.to);
}

Result<void> record(Context& context, database::Transaction& transaction, GroupId group,
                    std::string_view detail)
{
    TRY(context.record(transaction, "organisation.group.changed", "organisation.group", group.value,
                       detail));
    return context.publish(transaction, DirectoryChanged{});
}

}  // namespace

Result<GroupRecord> group_record(database::Transaction& transaction, std::string_view key, Date day)
{
    const auto alias_from = [](const database::Row& row) {
        return DatedAlias{.text = row.string("alias"), .validity = validity_from(row)};
    };
    GroupRecord record;
    record.group = TRY(group_by_key(transaction, key));
    record.rules = TRY(group_rules(transaction, record.group.id));
    record.exceptions = TRY(exceptions_of(transaction, record.group.id, day));
    record.aliases = TRY(transaction.all(sql::group_aliases, alias_from, record.group.id));
    record.members = TRY(members(transaction, record.group.id, day));
    return record;
}

Result<std::map<GroupId, std::int64_t>> members_counts(database::Transaction& transaction, Date day)
{
    std::map<GroupId, std::int64_t> counts;
    TRY(transaction.each(
        sql::members_counts,
        [&](const database::Row& row) {
            counts.emplace(row.id<GroupId>("group_id"), row.integer("found"));
        },
        day));
    return counts;
}

Result<std::vector<GroupRule>> group_rules(database::Transaction& transaction, GroupId group)
{
    return transaction.all(sql::group_rules, rule_from, group);
}

Result<void> add_group_rule(Context& context, database::Transaction& transaction, GroupId group,
                            std::string_view kind, const Validity& validity)
{
    const auto summary = TRY(group_by_id(transaction, group));
    if (summary.is_open)
        return failure(Failure::invalid, "organisation.group.open", "kind", {summary.name});
    const auto known = TRY(transaction.maybe_one(sql::kind_by_key, kind_from, kind));
    if (!known) return failure(Failure::invalid, "organisation.kind.unknown", "kind");
    if (validity.to && *validity.to < validity.from)
        return failure(Failure::invalid, "organisation.validity.backwards", "valid_to");
    const auto rules = TRY(group_rules(transaction, group));
    const auto is_there = [&](const GroupRule& rule) {
        return rule.kind.key == kind && overlaps(rule.validity, validity);
    };
    if (std::ranges::any_of(rules, is_there))
        return failure(Failure::conflict, "organisation.group.rule_there", "kind", {known->text});
    TRY(transaction.change_one(sql::insert_group_rule, group, kind, validity.from, validity.to));
    return record(
        context, transaction, group,
        beginning_detail(json::Value::object().set("kind", kind).set("from", validity.from.iso())));
}

Result<void> end_group_rule(Context& context, database::Transaction& transaction, GroupId group,
                            std::string_view kind, Date from)
{
    const auto yesterday = context.today().plus_days(-1);
    const bool is_new = from > yesterday;
    const auto changed =
        is_new ? transaction.change(sql::delete_group_rule, group, kind, from)
               : transaction.change(sql::end_group_rule, group, kind, from, yesterday);
    if (!changed) return tl::unexpected<Error>(changed.error());
    if (*changed == 0) return failure(Failure::not_found, "organisation.group.gone");
    return record(context, transaction, group,
                  ending_detail(json::Value::object().set("kind", kind).set("from", from.iso())));
}

Result<void> end_group_exception(Context& context, database::Transaction& transaction,
                                 GroupId group, AgencyId agency, Date from)
{
    const auto yesterday = context.today().plus_days(-1);
    const bool is_new = from > yesterday;
    const auto changed =
        is_new ? transaction.change(sql::delete_group_exception, group, agency, from)
               : transaction.change(sql::end_group_exception, group, agency, from, yesterday);
    if (!changed) return tl::unexpected<Error>(changed.error());
    if (*changed == 0) return failure(Failure::not_found, "organisation.group.gone");
    return record(
        context, transaction, group,
        ending_detail(json::Value::object().set("agency", agency.value).set("from", from.iso())));
}

}  // namespace caicach::organisation
