#include <cstdint>
#include <utility>

#include "base/result.hpp"
#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"

/// Reading the directory: agencies, groups and kinds on a day.
namespace caicach::organisation
{
namespace
{

Result<AgencySummary> found_or_not(std::optional<AgencySummary> agency)
{
    if (!agency) return failure(Failure::not_found, "organisation.agency.not_found");
    return std::move(*agency);
}

Result<GroupSummary> found_or_not(std::optional<GroupSummary> group)
{
    if (!group) return failure(Failure::not_found, "organisation.group.not_found");
    return std::move(*group);
}

}  // namespace

Date first_day()
{
    // The declaration of independence: no agency of the state is older.
    constexpr std::int32_t days_since_1970 = -8887;
    return Date::from_days(days_since_1970);
}

Result<AgencySummary> agency_by_id(database::Transaction& transaction, AgencyId id, Date day)
{
    auto found = TRY(transaction.maybe_one(sql::agency_by_id, agency_from, id, day));
    return found_or_not(std::move(found));
}

Result<AgencySummary> agency_by_code(database::Transaction& transaction, std::string_view code,
                                     Date day)
{
    auto found = TRY(transaction.maybe_one(sql::agency_by_code, agency_from, code, day));
    return found_or_not(std::move(found));
}

Result<AgencySummary> agency_by_slug(database::Transaction& transaction, std::string_view slug,
                                     Date day)
{
    auto found = TRY(transaction.maybe_one(sql::agency_by_slug, agency_from, slug, day));
    return found_or_not(std::move(found));
}

Result<AgencySummary> agency_asked(const Context& context, database::Transaction& transaction,
                                   std::string_view code)
{
    if (!code.empty()) return agency_by_code(transaction, code, context.today());
    return agency_by_id(transaction, agency_of(context.actor().agency), context.today());
}

Result<AgencySummary> agency_asked_by_slug(const Context& context,
                                           database::Transaction& transaction,
                                           std::string_view slug)
{
    if (!slug.empty()) return agency_by_slug(transaction, slug, context.today());
    return agency_by_id(transaction, agency_of(context.actor().agency), context.today());
}

Result<std::vector<AgencySummary>> agencies_on(database::Transaction& transaction, Date day,
                                               std::string_view kind)
{
    return transaction.all(sql::agencies_on, agency_from, day, kind);
}

Result<GroupSummary> group_by_id(database::Transaction& transaction, GroupId id)
{
    auto found = TRY(transaction.maybe_one(sql::group_by_id, group_from, id));
    return found_or_not(std::move(found));
}

Result<GroupSummary> group_by_key(database::Transaction& transaction, std::string_view key)
{
    auto found = TRY(transaction.maybe_one(sql::group_by_key, group_from, key));
    return found_or_not(std::move(found));
}

Result<std::vector<GroupSummary>> groups(database::Transaction& transaction)
{
    return transaction.all(sql::groups, group_from);
}

Result<Members> members(database::Transaction& transaction, GroupId group, Date day)
{
    const auto summary = TRY(group_by_id(transaction, group));
    if (summary.is_open) return Members{.is_open = true, .agencies = {}};
    auto agencies = TRY(transaction.all(sql::members, agency_from, group, day));
    return Members{.is_open = false, .agencies = std::move(agencies)};
}

Result<std::string> name_of(database::Transaction& transaction, const Target& target, Date day)
{
    if (const auto* agency = std::get_if<AgencyId>(&target)) {
        auto summary = TRY(agency_by_id(transaction, *agency, day));
        return std::move(summary.name);
    }
    auto summary = TRY(group_by_id(transaction, std::get<GroupId>(target)));
    return std::move(summary.name);
}

Result<bool> is_within(database::Transaction& transaction, AgencyId agency, AgencyId branch,
                       Date day)
{
    const auto found = [](const database::Row& row) { return row.integer("found"); };
    return TRY(transaction.one(sql::is_within, found, agency, branch, day)) > 0;
}

Result<std::vector<Kind>> kinds(database::Transaction& transaction)
{
    return transaction.all(sql::kinds, kind_from);
}

}  // namespace caicach::organisation
